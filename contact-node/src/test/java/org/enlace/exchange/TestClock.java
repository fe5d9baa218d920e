package org.enlace.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time of this machine, moved as a test wants it.
final class TestClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    TestClock() {}

    /// @param ahead how far it is ahead from the start
    TestClock(Duration ahead) {
        this.ahead = ahead;
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Only UTC");
    }
}
