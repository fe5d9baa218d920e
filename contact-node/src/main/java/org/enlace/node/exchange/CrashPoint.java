package org.enlace.node.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Places in the way of a message at which a test ends the process without any farewell. Does nothing unless the system
/// property `enlace.crash` names a place, `S6`, or its n-th passing, `S6:2`.
@Component
class CrashPoint {
    private static final int AS_KILLED = 137;

    private final String place;
    private final int passing;
    private final Map<String, AtomicInteger> passed = new ConcurrentHashMap<>();

    CrashPoint(@Value("#{systemProperties['enlace.crash'] ?: ''}") String crash) {
        String[] parts = crash.split(":", 2);
        this.place = parts[0];
        this.passing = parts.length == 2 ? Integer.parseInt(parts[1]) : 1;
    }

    void hit(String here) {
        if (here.equals(place)
                && passed.computeIfAbsent(here, _ -> new AtomicInteger()).incrementAndGet() == passing) {
            Runtime.getRuntime().halt(AS_KILLED);
        }
    }
}
