package org.enlace.node.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditFilter;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.audit.AuditedEntry;
import org.enlace.node.watch.Watched.Review;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looking afterwards at what somebody did: never at one's own.
@Component
class Reviewing {
    private static final int READ_MAX = 500;

    enum Reviewed {
        DONE,
        /// What was not right needs words.
        WORDS_MISSING,
        /// There is none, it is one's own, or somebody was faster.
        UNSEEN
    }

    private final WatchedEvents events;
    private final Officers officers;
    private final AuditLog audit;
    private final Clock clock;

    Reviewing(WatchedEvents events, Officers officers, AuditLog audit, Clock clock) {
        this.events = events;
        this.officers = officers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Reviewed review(UUID id, boolean right, String words, Officer by) {
        var found = events.find(id)
                .filter(event -> event.review() == null)
                .filter(event -> !event.officer().equals(by.id()));
        if (found.isEmpty()) {
            return Reviewed.UNSEEN;
        }
        if (!right && words.isBlank()) {
            return Reviewed.WORDS_MISSING;
        }
        audit.write(
                new AuditEntry(by.pseudonym(), "REVIEW_READING", id.toString(), null, right ? "DONE" : "NOT_RIGHT"));
        return events.review(id, new Review(by.id(), clock.instant(), right, words.strip()))
                ? Reviewed.DONE
                : Reviewed.UNSEEN;
    }

    /// What the officer opened meanwhile: acts and objects of the audit log, newest first.
    List<AuditEntry> read(Watched event) {
        var pseudonym = officers.find(event.officer()).map(Officer::pseudonym);
        if (pseudonym.isEmpty()) {
            return List.of();
        }
        var since = switch (event.kind()) {
            case GLASS -> event.begun();
            case QUERIES -> event.begun().minus(Duration.ofDays(1));
            case SPENT, MORE, PASSKEY -> event.begun().minus(Duration.ofHours(1));
        };
        var acts = event.kind() == Watched.Kind.QUERIES ? "MATCH_" : "SHOW_";
        var filter = new AuditFilter(pseudonym.get(), acts, null, since, event.until());
        return audit.list(filter, Long.MAX_VALUE, READ_MAX).stream()
                .map(AuditedEntry::entry)
                .filter(entry -> event.kind() != Watched.Kind.GLASS || "BREAK_GLASS".equals(entry.purpose()))
                .toList();
    }

    Optional<Officer> officer(Watched event) {
        return officers.find(event.officer());
    }
}
