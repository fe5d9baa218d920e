package org.enlace.node.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The append-only record of what was done on this node. An act whose entry cannot be written does not happen:
/// the entry commits with it or both fail.
@Component
public class AuditLog {
    private static final String START = "0".repeat(64);

    private final JdbcClient database;
    private final Clock clock;

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes an entry in the caller's transaction, or in one of its own where there is none.
    @Transactional
    public void write(AuditEntry entry) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // The head is one row that every transaction needs: taken last and held briefly, it cannot deadlock with
        // others.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                append(at, entry);
            }
        });
    }

    private void append(Instant at, AuditEntry entry) {
        Head head = database.sql("select seq, hash from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
        AuditedEntry next = AuditedEntry.next(head.seq() + 1, at, entry, head.hash());
        database.sql("""
                        insert into audit_entry (seq, at, actor, action, object_id, outcome, prev, hash, purpose)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        next.seq(),
                        StoredTime.utc(at),
                        entry.actor(),
                        entry.action(),
                        entry.objectId(),
                        entry.outcome(),
                        next.prev(),
                        next.hash())
                .param(entry.purpose())
                .update();
        database.sql("update audit_head set seq = ?, hash = ? where id = 1")
                .params(next.seq(), next.hash())
                .update();
    }

    /// Newest first.
    ///
    /// @param before only entries with a lower number; `Long.MAX_VALUE` for the newest
    /// @param limit at most 500
    @Transactional(readOnly = true)
    public List<AuditedEntry> list(long before, int limit) {
        return list(AuditFilter.ALL, before, limit);
    }

    /// Newest first, those that fit.
    ///
    /// @param before only entries with a lower number; `Long.MAX_VALUE` for the newest
    /// @param limit at most 500
    @Transactional(readOnly = true)
    public List<AuditedEntry> list(AuditFilter filter, long before, int limit) {
        return database.sql(newest(filter))
                .param(before)
                .params(filter.values())
                .param(Math.min(limit, 500))
                .query((row, _) -> read(row))
                .list();
    }

    /// Who did this to this object, as far as it was allowed.
    ///
    /// @param action the beginning of several codes, such as `SHOW_`
    /// @param or another such; the same one for none
    @Transactional(readOnly = true)
    public AuditSummary summary(String objectId, String action, String or) {
        return database.sql("""
                        select count(distinct actor) as persons, min(at) as first_at, max(at) as last_at
                        from audit_entry where object_id = ? and outcome = 'DONE'
                            and (action like ? escape '!' or action like ? escape '!')""")
                .params(objectId, action.replace("_", "!_") + "%", or.replace("_", "!_") + "%")
                .query((row, _) -> new AuditSummary(
                        row.getInt("persons"), StoredTime.maybeAt(row, "first_at"), StoredTime.maybeAt(row, "last_at")))
                .single();
    }

    /// How often this was done to this object, as far as it was allowed.
    ///
    /// @param purpose whose share is counted by itself
    @Transactional(readOnly = true)
    public AuditCount count(String objectId, Collection<String> actions, String purpose) {
        return database.sql("""
                        select count(distinct actor) as persons, count(*) as times,
                            count(case when purpose = :purpose then 1 end) as for_purpose
                        from audit_entry where object_id = :object and outcome = 'DONE' and action in (:actions)""")
                .param("object", objectId)
                .param("actions", actions)
                .param("purpose", purpose)
                .query((row, _) ->
                        new AuditCount(row.getInt("persons"), row.getInt("times"), row.getInt("for_purpose")))
                .single();
    }

    static String newest(AuditFilter filter) {
        return "select * from audit_entry where seq < ?" + filter.conditions() + " order by seq desc limit ?";
    }

    /// Recomputes the whole chain and names the first place where it does not hold.
    @Transactional(readOnly = true)
    public AuditCheck verify() {
        Head head = database.sql("select seq, hash from audit_head where id = 1")
                .query(Head.class)
                .single();
        long seq = 0;
        String hash = START;
        try (Stream<AuditedEntry> entries = database
                .sql("select * from audit_entry order by seq")
                .withFetchSize(1000)
                .query((row, _) -> read(row))
                .stream()) {
            for (AuditedEntry entry : (Iterable<AuditedEntry>) entries::iterator) {
                seq++;
                if (entry.seq() != seq) {
                    return new AuditCheck.Broken(seq, AuditCheck.Flaw.MISSING);
                }
                if (!entry.intact()) {
                    return new AuditCheck.Broken(seq, AuditCheck.Flaw.CHANGED);
                }
                if (!entry.prev().equals(hash)) {
                    return new AuditCheck.Broken(seq, AuditCheck.Flaw.NOT_CHAINED);
                }
                hash = entry.hash();
            }
        }
        return seq == head.seq() && hash.equals(head.hash())
                ? new AuditCheck.Intact(seq, hash)
                : new AuditCheck.Broken(seq + 1, AuditCheck.Flaw.TAIL_CUT);
    }

    private static AuditedEntry read(ResultSet row) throws SQLException {
        return new AuditedEntry(
                row.getLong("seq"),
                StoredTime.at(row, "at"),
                new AuditEntry(
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("object_id"),
                        row.getString("purpose"),
                        row.getString("outcome")),
                row.getString("prev"),
                row.getString("hash"));
    }

    private record Head(long seq, String hash) {}
}
