package org.enlace.node.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.Compartment;
import org.enlace.message.MessageId;
import org.enlace.message.Openings;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Purpose;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How often what a partner's message says about persons is opened here: the state that sent it is told, as a count and
/// without names.
@Component
public class OpeningsHere {
    /// What is opened within an hour is told at once.
    private static final Duration FIRST = Duration.ofHours(1);

    private static final Duration AGAIN = Duration.ofHours(24);
    private static final Set<String> OPENING =
            Set.of("SHOW_PROTECTION", "SHOW_POLICE", "SHOW_IDENTITY", "SHOW_ATTACHMENTS", "OPEN_FILE");

    private final JdbcClient database;
    private final CaseEvents events;
    private final AuditLog audit;
    private final Surroundings around;

    OpeningsHere(JdbcClient database, CaseEvents events, AuditLog audit, Surroundings around) {
        this.database = database;
        this.events = events;
        this.audit = audit;
        this.around = around;
    }

    /// Called in the transaction that opens them.
    void opened(MessageEntry message, Set<Compartment> parts) {
        if (message.side() == Side.SENT || parts.stream().allMatch(part -> part == Compartment.ALERT)) {
            return;
        }
        var now = around.clock().instant();
        var due = Optional.ofNullable(toldLast(message))
                .filter(told -> told.isAfter(now.minus(AGAIN).plus(FIRST)))
                .map(told -> told.plus(AGAIN))
                .orElse(now.plus(FIRST));
        database.sql("""
                        insert into openings_owed (message_id, due)
                        select m.id, cast(:due as timestamp with time zone) from case_message m
                        where m.id = :id and not exists (select 1 from openings_owed o where o.message_id = m.id)""")
                .param("due", StoredTime.utc(due))
                .param("id", message.id().value())
                .update();
    }

    /// Nobody else opens anything of it until the transaction ends.
    private @Nullable Instant toldLast(MessageEntry message) {
        return database.sql("select openings_told from case_message where id = ? for update")
                .param(message.id().value())
                .query((row, _) -> Optional.ofNullable(StoredTime.maybeAt(row, "openings_told")))
                .single()
                .orElse(null);
    }

    /// Of which messages the sender is to be told by now.
    @Transactional(readOnly = true)
    public List<MessageId> due(Instant now, int limit) {
        return database.sql("select message_id from openings_owed where due <= ? order by due limit ?")
                .params(StoredTime.utc(now), limit)
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    /// Writes down what the sender is told now.
    ///
    /// @return by which [CaseFiles#event] finds it; empty if there is nothing to tell, or if it was taken back
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong tell(MessageEntry message, Instant now) {
        var due = database.sql("delete from openings_owed where message_id = ? and due <= ?")
                .params(message.id().value(), StoredTime.utc(now))
                .update();
        if (due > 0) {
            database.sql("update case_message set openings_told = ? where id = ?")
                    .params(StoredTime.utc(now), message.id().value())
                    .update();
        }
        if (due == 0 || message.sealed()) {
            return OptionalLong.empty();
        }
        var count = audit.count(message.id().toString(), OPENING, Purpose.BREAK_GLASS.name());
        audit.write(AuditEntry.byNode("OPENINGS_TOLD", message.id().toString()));
        return OptionalLong.of(events.add(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.OPENED,
                null,
                null,
                null,
                OpeningsToldOf.ground(new Openings(count.persons(), count.times(), count.forPurpose())),
                now,
                now,
                CaseEvent.Words.NONE)));
    }
}
