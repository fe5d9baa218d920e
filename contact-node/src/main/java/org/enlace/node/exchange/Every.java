package org.enlace.node.exchange;

import java.time.Duration;
import java.time.Instant;

/// What is done at most so often, by the clock of those who ask. A clock that was put back does not stop it.
public final class Every {
    private final Duration pause;
    private volatile Instant doneAt = Instant.EPOCH;

    public Every(Duration pause) {
        this.pause = pause;
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(doneAt.plus(pause)) || now.isBefore(doneAt);
    }

    public void done(Instant now) {
        doneAt = now;
    }
}
