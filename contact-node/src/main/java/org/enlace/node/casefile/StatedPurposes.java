package org.enlace.node.casefile;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What an officer opens a message for. The sender signed for which purposes it may be used; where that is more than
/// one, each officer says which is theirs before anything about persons opens, and it stands with every part.
@Repository
class StatedPurposes {
    /// A shift.
    private static final Duration HOLDS = Duration.ofHours(12);

    private final JdbcClient database;
    private final SealedParts parts;
    private final AuditLog audit;
    private final Clock clock;

    StatedPurposes(JdbcClient database, SealedParts parts, AuditLog audit, Clock clock) {
        this.database = database;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Codes of list `purpose`, of which a reader states one; empty where there is no choice.
    List<String> choices(MessageEntry message) {
        if (message.side() == Side.SENT || message.sealed()) {
            return List.of();
        }
        var allowed = parts.header(message).purpose().stream().distinct().toList();
        return allowed.size() < 2 ? List.of() : allowed;
    }

    /// What this officer stated within the last twelve hours.
    Optional<String> stated(MessageEntry message, Officer reader) {
        return database.sql("select purpose from purpose_stated where message_id = ? and officer = ? and stated_at > ?")
                .params(
                        message.id().value(),
                        reader.id().value(),
                        StoredTime.utc(clock.instant().minus(HOLDS)))
                .query(String.class)
                .optional();
    }

    /// Remembers what the officer states now.
    ///
    /// @return whether it is one of the choices
    boolean state(MessageEntry message, String purpose, Officer reader) {
        if (!choices(message).contains(purpose)) {
            return false;
        }
        var now = StoredTime.utc(clock.instant());
        var again = database.sql(
                        "update purpose_stated set purpose = ?, stated_at = ? where message_id = ? and officer = ?")
                .params(purpose, now, message.id().value(), reader.id().value())
                .update();
        if (again == 0) {
            database.sql("insert into purpose_stated (message_id, officer, purpose, stated_at) values (?, ?, ?, ?)")
                    .params(message.id().value(), reader.id().value(), purpose, now)
                    .update();
        }
        audit.write(
                new AuditEntry(reader.pseudonym(), "STATE_PURPOSE", message.id().toString(), purpose, AuditEntry.DONE));
        return true;
    }
}
