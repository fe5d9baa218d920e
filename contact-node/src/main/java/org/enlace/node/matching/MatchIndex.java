package org.enlace.node.matching;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.matching.MatchKey;
import org.enlace.matching.Tags;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.AlertMatching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What our alerts are to one partner in one month. Each partner has a key of its own, so two of them cannot compare
/// what they hold, and each month another, so nothing of an older one can be told again.
@Component
class MatchIndex {
    private final MatchRows rows;
    private final AlertMatching alerts;
    private final SecureRandom random;

    MatchIndex(MatchRows rows, AlertMatching alerts, SecureRandom random) {
        this.rows = rows;
        this.alerts = alerts;
        this.random = random;
    }

    static String month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MatchRows.Key key(NodeId partner, Mode mode, Instant now) {
        var month = month(now);
        return rows.find(partner, mode, month).orElseGet(() -> {
            var made = new MatchRows.Key(UUID.randomUUID(), partner, mode, month, MatchKey.generate(random));
            rows.add(made);
            return made;
        });
    }

    /// Looks at some alerts that are not in the table yet.
    ///
    /// @return whether none is left
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean readOn(MatchRows.Key key, int limit) {
        var unread = rows.unread(key, limit);
        for (var alert : unread) {
            var tags = alerts.identifiers(alert.id(), key.partner()).stream()
                    .map(key.key()::tag)
                    .toList();
            rows.add(key, alert, tags);
        }
        return unread.size() < limit;
    }

    /// @param complete whether all of it is in it; otherwise the newest only
    record Table(Tags tags, boolean complete) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Table table(MatchRows.Key key) {
        var held = rows.tags(key, Tags.TAGS_MAX + 1);
        var fitting = held.subList(0, Math.min(held.size(), Tags.TAGS_MAX));
        return new Table(Tags.filled(new TreeSet<>(fitting), key.key()), held.size() == fitting.size());
    }
}
