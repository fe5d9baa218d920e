package org.enlace.node.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.enlace.node.access.OfficerId;
import org.enlace.node.watch.Watched.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who asks other contact points about unusually many identifiers. Supervisors and auditors see it, and say what to
/// think of it.
@Component
public class QueryWatch {
    private static final Duration DAY = Duration.ofHours(24);

    private final WatchedEvents events;
    private final WatchSettings settings;
    private final Clock clock;

    QueryWatch(WatchedEvents events, WatchSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// The officer asked about many, or more than is answered. Said once a day.
    @Transactional
    public void many(OfficerId officer) {
        var now = clock.instant();
        if (events.since(officer, Kind.QUERIES, now.minus(DAY)) > 0) {
            return;
        }
        events.add(new Watched(
                UUID.randomUUID(),
                Kind.QUERIES,
                officer,
                null,
                null,
                "",
                now,
                now.plus(DAY),
                null,
                now.plus(settings.reviewWithin()),
                null));
    }
}
