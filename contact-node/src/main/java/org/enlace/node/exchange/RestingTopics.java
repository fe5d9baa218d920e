package org.enlace.node.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Topics that the broker did not take records for a moment ago. However much is due on them, it does not stand before
/// what is due on others.
final class RestingTopics {
    private static final int REST_SECONDS_MAX = 30;

    private final Map<String, Rest> failing = new HashMap<>();
    private final Set<String> sound = new HashSet<>();

    /// Those that are left alone now.
    Set<String> now() {
        long now = System.nanoTime();
        return failing.entrySet().stream()
                .filter(topic -> topic.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// It rests longer each time, but the failures of records that were asked for together count once.
    void failed(String topic) {
        long now = System.nanoTime();
        Rest before = failing.get(topic);
        sound.remove(topic);
        if (before == null || before.until() - now <= 0) {
            int failures = before == null ? 0 : before.failures();
            long seconds = Math.min(REST_SECONDS_MAX, 1L << Math.min(failures, 10));
            failing.put(topic, new Rest(now + Duration.ofSeconds(seconds).toNanos(), failures + 1));
        }
    }

    /// @return whether that is news
    boolean sound(String topic) {
        failing.remove(topic);
        return sound.add(topic);
    }

    void wake() {
        failing.clear();
    }

    private record Rest(long until, int failures) {}
}
