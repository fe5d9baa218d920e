package org.enlace.node.matching;

import java.time.Instant;
import java.util.Optional;
import org.enlace.envelope.Verified;
import org.enlace.message.MatchHit;
import org.enlace.message.MatchQuery;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Arrivals;
import org.enlace.node.exchange.NotAsked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A partner found something of ours. Tags that are not in its table are dropped: they would stand for what it did not
/// find, and whoever has the key could try out what that was.
@Component
class HitsHere implements Arrivals<MatchHit> {
    private final ReceivedRows received;
    private final MatchRows tables;
    private final HitRows hits;
    private final AuditLog audit;

    HitsHere(ReceivedRows received, MatchRows tables, HitRows hits, AuditLog audit) {
        this.received = received;
        this.tables = tables;
        this.hits = hits;
        this.audit = audit;
    }

    @Override
    public Class<MatchHit> kind() {
        return MatchHit.class;
    }

    /// @throws NotAsked if that partner asked no such query, or it was not answered
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(Verified<MatchHit> message, Instant receivedAt) {
        var header = message.header();
        var query = Optional.ofNullable(header.about().inReplyTo())
                .flatMap(id -> received.find(header.sender(), id))
                .filter(found -> found.mode() == header.mode())
                .orElseThrow(() -> new NotAsked(header.sender()));
        var key = query.key();
        if (key == null) {
            throw new NotAsked(header.sender());
        }
        var found = tables.found(key, message.message().tags());
        found.forEach(one -> hits.add(query, one, receivedAt));
        audit.write(new AuditEntry(
                AuditEntry.NODE,
                "MATCH_HIT",
                MatchQuery.reference(header.sender(), query.id()),
                query.purpose(),
                found.isEmpty() ? "NOT_HELD" : AuditEntry.DONE));
    }
}
