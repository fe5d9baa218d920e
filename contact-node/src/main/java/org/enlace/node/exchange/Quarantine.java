package org.enlace.node.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Records that were not acted on, with the reason. They block nobody, and they are bounded: what exceeds the bounds is
/// only counted.
@Component
public class Quarantine {
    /// Records kept of one member, and of those the newest that may keep their bytes.
    static final int KEPT = 5_000;

    static final int KEPT_WITH_BYTES = 500;
    static final long BYTES_MAX = 64L * 1024 * 1024;

    private static final String FACTS =
            "select id, claimed, topic, record_offset, reason, digest, record_size, at from quarantine";

    private final JdbcClient database;
    private final NodeVault vault;
    private final Alarms alarms;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final Clock clock;

    Quarantine(JdbcClient database, NodeVault vault, Alarms alarms, AuditLog audit, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.alarms = alarms;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    /// Puts a record away, in the transaction that lets go of it.
    @Transactional(propagation = Propagation.MANDATORY)
    void put(InboxRows.Row row, QuarantineReason reason) {
        meters.counter("enlace.quarantined", "reason", reason.name()).increment();
        if (exists(row.id())) {
            database.sql("update quarantine set reason = ? where inbox_id = ?")
                    .params(reason.name(), row.id())
                    .update();
            return;
        }
        alarms.raise(AlarmKind.QUARANTINED, subject(row, reason), "offset=" + row.offset());
        Kept kept = kept(row.sender());
        if (kept.records() >= KEPT) {
            alarms.raise(AlarmKind.QUARANTINE_FULL, row.sender().value(), "limit=" + KEPT);
            return;
        }
        UUID id = UUID.nameUUIDFromBytes((row.id() + ":" + row.digest()).getBytes(StandardCharsets.UTF_8));
        byte[] raw = row.raw().length == 0 || kept.records() >= KEPT_WITH_BYTES || kept.bytes() + row.size() > BYTES_MAX
                ? null
                : vault.seal(place(id), row.raw());
        database.sql("""
                        insert into quarantine
                            (id, inbox_id, claimed, topic, record_offset, reason, digest, record_size, at, raw)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        row.id(),
                        row.sender().value(),
                        row.topic(),
                        row.offset(),
                        reason.name(),
                        row.digest(),
                        row.size(),
                        StoredTime.utc(clock.instant()))
                .param(raw)
                .update();
        audit.write(AuditEntry.byNode("QUARANTINE_" + reason, id.toString()));
    }

    /// Takes a record out again because it has been acted on after all. With the last of its member and reason, the
    /// cause of the alarm has gone.
    @Transactional(propagation = Propagation.MANDATORY)
    void release(InboxRows.Row row) {
        int released = database.sql("delete from quarantine where inbox_id = ?")
                .param(row.id())
                .update();
        if (released > 0) {
            Arrays.stream(QuarantineReason.values())
                    .filter(QuarantineReason::mayPass)
                    .filter(reason -> count(new QuarantineFilter(row.sender(), reason)) == 0)
                    .forEach(reason -> alarms.clear(AlarmKind.QUARANTINED, subject(row, reason)));
        }
    }

    private static String subject(InboxRows.Row row, QuarantineReason reason) {
        return row.sender() + " " + reason;
    }

    /// Newest first.
    ///
    /// @param page from 0
    /// @param size at most 50
    @Transactional(readOnly = true)
    public List<Quarantined> list(int page, int size) {
        return list(QuarantineFilter.ALL, page, size);
    }

    /// Newest first.
    ///
    /// @param page from 0
    /// @param size at most 50
    @Transactional(readOnly = true)
    public List<Quarantined> list(QuarantineFilter filter, int page, int size) {
        int limit = Math.min(size, 50);
        return read(database.sql(newest(filter)).params(filter.values()).params(limit, (long) page * limit));
    }

    static String newest(QuarantineFilter filter) {
        return FACTS + filter.where() + " order by at desc, inbox_id desc limit ? offset ?";
    }

    @Transactional(readOnly = true)
    public Optional<Quarantined> find(UUID id) {
        return read(database.sql(FACTS + " where id = ?").param(id)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public long count() {
        return count(QuarantineFilter.ALL);
    }

    @Transactional(readOnly = true)
    public long count(QuarantineFilter filter) {
        return database.sql("select count(*) from quarantine" + filter.where())
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private static List<Quarantined> read(JdbcClient.StatementSpec asked) {
        return asked.query((row, _) -> new Quarantined(
                        row.getObject("id", UUID.class),
                        new NodeId(row.getString("claimed")),
                        row.getString("topic"),
                        row.getLong("record_offset"),
                        QuarantineReason.valueOf(row.getString("reason")),
                        row.getString("digest"),
                        row.getInt("record_size"),
                        StoredTime.at(row, "at")))
                .list();
    }

    /// Lets the node act once more on a record whose reason may have gone. It stays listed until that succeeds.
    ///
    /// @return whether there is such a record and its bytes are kept
    @Transactional
    public boolean tryAgain(UUID id) {
        return database.sql("""
                                update inbox set state = 'NEW', attempts = 0
                                where state = 'PARKED' and raw is not null
                                    and id = (select inbox_id from quarantine where id = ?)""").param(id).update() > 0;
    }

    private boolean exists(long inboxId) {
        return database.sql("select count(*) from quarantine where inbox_id = ?")
                        .param(inboxId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Kept kept(NodeId claimed) {
        return database.sql("""
                        select count(*) as records,
                            coalesce(sum(case when raw is null then 0 else cast(record_size as bigint) end), 0) as bytes
                        from quarantine where claimed = ?""")
                .param(claimed.value())
                .query((row, _) -> new Kept(row.getInt("records"), row.getLong("bytes")))
                .single();
    }

    private record Kept(int records, long bytes) {}

    private static String place(UUID id) {
        return "quarantine|raw|" + id;
    }
}
