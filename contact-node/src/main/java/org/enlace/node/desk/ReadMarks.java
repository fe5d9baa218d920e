package org.enlace.node.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.desk.Outcome.Done;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which items an officer has marked as read, for that officer alone: it stops no clock, takes nothing over and tells
/// nobody.
@Component
class ReadMarks {
    private final JdbcClient database;
    private final Finding finding;
    private final DeskRecords records;
    private final AuditLog audit;

    ReadMarks(JdbcClient database, Finding finding, DeskRecords records, AuditLog audit) {
        this.database = database;
        this.finding = finding;
        this.records = records;
        this.audit = audit;
    }

    @Transactional
    public Outcome read(UUID id, Officer officer) {
        return finding.with(id, officer, found -> {
            if (of(List.of(id), officer.id()).isEmpty()) {
                add(id, officer.id(), records.now());
                var message = found.message().id().toString();
                audit.write(new AuditEntry(officer.pseudonym(), "MARK_READ", message, null, AuditEntry.DONE));
            }
            return new Done(found.item());
        });
    }

    /// Those of these items that the officer has read, in one query.
    Set<UUID> of(Collection<UUID> items, OfficerId officer) {
        return items.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        database.sql("select item_id from desk_read where officer = :officer and item_id in (:items)")
                                .param("officer", officer.value())
                                .param("items", items)
                                .query((row, _) -> row.getObject("item_id", UUID.class))
                                .list());
    }

    private void add(UUID item, OfficerId officer, Instant now) {
        database.sql("insert into desk_read (officer, item_id, read_at) values (?, ?, ?)")
                .params(officer.value(), item, StoredTime.utc(now))
                .update();
    }
}
