package org.enlace.node.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The timelines of all cases, in the database.
@Repository
class CaseEvents {
    private final JdbcClient database;
    private final SealedParts parts;

    CaseEvents(JdbcClient database, SealedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /// @return by which it is found
    long add(CaseEvent event) {
        var message = event.message();
        var partner = event.partner();
        var toward = event.toward();
        var key = new GeneratedKeyHolder();
        database.sql("""
                        insert into case_event (reference, kind, happened_at, recorded_at, message_id, partner, toward,
                            actor, ground, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        event.reference().value(),
                        event.kind().name(),
                        CaseMessages.utc(event.happenedAt()),
                        CaseMessages.utc(event.recordedAt()))
                .param(message == null ? null : message.value())
                .param(partner == null ? null : partner.value())
                .param(toward == null ? null : toward.value())
                .param(event.actor())
                .param(event.ground())
                .param(event.words().isEmpty() ? null : parts.seal(event))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<CaseEvent> find(long id) {
        return database.sql("select * from case_event where id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Newest first.
    List<CaseEvent> of(CaseReference reference, int limit) {
        return database.sql(
                        "select * from case_event where reference = ? order by happened_at desc, id desc fetch first ? rows only")
                .params(reference.value(), limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// What the partners did with a message of ours, oldest first.
    List<CaseEvent> ofPartners(MessageId message) {
        return database.sql(
                        "select * from case_event where message_id = ? and partner is not null order by happened_at, id")
                .param(message.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// What people of both sides did with these messages, oldest first; without notes, and without what was said of
    /// taking them back, which is no part of their life.
    List<CaseEvent> moves(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : database.sql("""
                        select * from case_event where message_id in (:ids)
                            and kind not in ('SENT', 'RECEIVED', 'NOTE', 'RECALLED', 'RECALL_ANSWERED')
                            order by happened_at, id""")
                        .param("ids", messages.stream().map(MessageId::value).toList())
                        .query((row, _) -> read(row))
                        .list();
    }

    /// What was answered to a request for information, and what else ended it, in the order in which it came.
    List<CaseEvent> answers(MessageId request) {
        return database.sql("""
                        select * from case_event where message_id = ? and kind in
                            ('FINAL_ANSWER', 'INTERMEDIATE_ANSWER', 'FURTHER_ANSWER', 'DECLINED', 'CLOSED')
                        order by id""")
                .param(request.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// When this was first done with a message.
    ///
    /// @param by the partner that did it, null for this node
    Optional<Instant> first(MessageId message, CaseEventKind kind, @Nullable NodeId by) {
        return database.sql("""
                        select happened_at from case_event where message_id = :message and kind = :kind
                            and coalesce(partner, '') = :partner order by happened_at, id fetch first 1 rows only""")
                .param("message", message.value())
                .param("kind", kind.name())
                .param("partner", by == null ? "" : by.value())
                .query((row, _) -> CaseMessages.instant(row, "happened_at"))
                .optional();
    }

    /// Takes the code out of what a partner's answer did to its request: what is sealed keeps none of its content.
    ///
    /// @return what is left of it, if it did anything
    Optional<CaseEvent> sealAnswer(MessageEntry answer) {
        var done = database.sql("""
                        select id from case_event where reference = ? and partner = ? and happened_at = ?
                            and recorded_at = ?
                            and kind in ('FINAL_ANSWER', 'INTERMEDIATE_ANSWER', 'FURTHER_ANSWER')""")
                .params(
                        answer.reference().value(),
                        answer.partner().value(),
                        CaseMessages.utc(answer.sentAt()),
                        CaseMessages.utc(answer.storedAt()))
                .query((row, _) -> row.getLong(1))
                .list();
        done.forEach(id -> database.sql("update case_event set ground = null where id = ?")
                .param(id)
                .update());
        return done.stream().findFirst().flatMap(this::find);
    }

    private CaseEvent read(ResultSet row) throws SQLException {
        var reference = new CaseReference(row.getString("reference"));
        var message = row.getObject("message_id", UUID.class);
        var partner = row.getString("partner");
        var toward = row.getString("toward");
        var sealed = row.getBytes("sealed");
        var event = new CaseEvent(
                reference,
                message == null ? null : new MessageId(message),
                CaseEventKind.valueOf(row.getString("kind")),
                partner == null ? null : new NodeId(partner),
                toward == null ? null : new NodeId(toward),
                row.getString("actor"),
                row.getString("ground"),
                CaseMessages.instant(row, "happened_at"),
                CaseMessages.instant(row, "recorded_at"),
                CaseEvent.Words.NONE);
        return sealed == null ? event : event.with(parts.words(event, sealed));
    }
}
