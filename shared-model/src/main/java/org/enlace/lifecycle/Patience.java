package org.enlace.lifecycle;

import java.time.Duration;

/// How long a sender's node waits for the other node before it warns, and before it gives up.
public record Patience(Duration warn, Duration fail) {

    /// Until the other node says that it stored the message.
    public static Patience untilStored(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> new Patience(Duration.ofMinutes(2), Duration.ofMinutes(15));
            case URGENT -> new Patience(Duration.ofMinutes(15), Duration.ofHours(1));
            case NORMAL, ROUTINE -> new Patience(Duration.ofHours(1), Duration.ofHours(12));
        };
    }

    /// Until somebody there opens it. The clocks of [Deadlines] are shorter where people must hurry.
    public static Patience untilOpened() {
        return new Patience(Duration.ofHours(12), Duration.ofHours(24));
    }
}
