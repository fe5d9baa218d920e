package org.enlace.deploy.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Measures work by the processor time of this thread, which other load on the machine disturbs less than the clock.
final class CpuTime {
    private static final int ROUNDS = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Duration each;

    /// @param each how long to warm up, and how long each of the rounds takes
    CpuTime(Duration each) {
        this.each = each;
    }

    interface Work {
        void run() throws Exception;
    }

    /// @return microseconds that one run takes, median of the rounds
    double micros(Work work) throws Exception {
        round(work);
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(round(work));
        }
        Collections.sort(rounds);
        return rounds.get(ROUNDS / 2);
    }

    private double round(Work work) throws Exception {
        long start = threads.getCurrentThreadCpuTime();
        long end = start + each.toNanos();
        int runs = 0;
        long now = start;
        while (now < end) {
            work.run();
            runs++;
            now = threads.getCurrentThreadCpuTime();
        }
        return (now - start) / 1e3 / runs;
    }
}
