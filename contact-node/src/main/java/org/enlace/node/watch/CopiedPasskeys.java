package org.enlace.node.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.enlace.node.access.PasskeyStopped;
import org.enlace.node.watch.Watched.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts before supervisors and auditors that a passkey looked copied, in the transaction that stops it.
@Component
class CopiedPasskeys {
    private static final Duration HOUR = Duration.ofHours(1);

    private final WatchedEvents events;
    private final WatchSettings settings;
    private final Clock clock;

    CopiedPasskeys(WatchedEvents events, WatchSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void stopped(PasskeyStopped passkey) {
        var now = clock.instant();
        events.add(new Watched(
                UUID.randomUUID(),
                Kind.PASSKEY,
                passkey.officer(),
                null,
                null,
                "",
                now,
                now.plus(HOUR),
                null,
                now.plus(settings.reviewWithin()),
                null));
    }
}
