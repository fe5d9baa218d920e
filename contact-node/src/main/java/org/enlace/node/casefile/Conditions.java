package org.enlace.node.casefile;

import java.time.Clock;
import java.util.Optional;
import org.enlace.handling.HandlingCode;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which officer has read the condition of which message. Each does so once, and it is one line in the audit log.
@Repository
class Conditions {
    private final JdbcClient database;
    private final SealedParts parts;
    private final AuditLog audit;
    private final Clock clock;

    Conditions(JdbcClient database, SealedParts parts, AuditLog audit, Clock clock) {
        this.database = database;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /// The condition that a partner has set on a message; our own bind the others.
    Optional<Condition> of(MessageEntry message) {
        if (message.side() == Side.SENT) {
            return Optional.empty();
        }
        var about = parts.header(message);
        var text = about.handling().h3Text();
        return about.handling().code() != HandlingCode.H3 || text == null || text.isBlank()
                ? Optional.empty()
                : Optional.of(new Condition(text, about.language()));
    }

    /// The condition that still stands between this officer and the message.
    Optional<Condition> unread(MessageEntry message, Officer reader) {
        return of(message).filter(_ -> !isRead(message, reader));
    }

    /// Remembers that the officer has read it. A second time changes nothing.
    void read(MessageEntry message, Officer reader) {
        if (isRead(message, reader)) {
            return;
        }
        database.sql("insert into condition_read (message_id, officer, read_at) values (?, ?, ?)")
                .params(message.id().value(), reader.id().value(), StoredTime.utc(clock.instant()))
                .update();
        audit.write(new AuditEntry(
                reader.pseudonym(),
                "READ_CONDITION",
                message.id().toString(),
                Sight.purpose(message.readAs()).name(),
                AuditEntry.DONE));
    }

    private boolean isRead(MessageEntry message, Officer reader) {
        return database.sql("select count(*) from condition_read where message_id = ? and officer = ?")
                        .params(message.id().value(), reader.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
