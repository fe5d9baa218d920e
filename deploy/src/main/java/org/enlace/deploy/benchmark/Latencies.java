package org.enlace.deploy.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Collects how long each of many things took. May be added to from several threads.
final class Latencies {
    private final Queue<Duration> all = new ConcurrentLinkedQueue<>();

    void add(Duration one) {
        all.add(one);
    }

    int count() {
        return all.size();
    }

    /// The nearest rank: the smallest that this share of all did not exceed.
    ///
    /// @param share above 0, at most 1
    /// @throws IllegalStateException if nothing was measured
    Duration percentile(double share) {
        List<Duration> sorted = all.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    double medianMillis() {
        return percentile(0.5).toNanos() / 1e6;
    }

    double p99Millis() {
        return percentile(0.99).toNanos() / 1e6;
    }
}
