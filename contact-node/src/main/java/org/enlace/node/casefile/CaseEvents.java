package org.enlace.node.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The timelines of all cases, in the database.
@Repository
class CaseEvents {
    private static final String EVENTS =
            "select e.*, m.sealed_at from case_event e left join case_message m on m.id = e.message_id ";

    private final JdbcClient database;
    private final SealedParts parts;
    private final ApplicationEventPublisher events;

    CaseEvents(JdbcClient database, SealedParts parts, ApplicationEventPublisher events) {
        this.events = events;
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
                            actor, ground, sealed, own_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        event.reference().value(),
                        event.kind().name(),
                        StoredTime.utc(event.happenedAt()),
                        StoredTime.utc(event.recordedAt()))
                .param(message == null ? null : message.value())
                .param(partner == null ? null : partner.value())
                .param(toward == null ? null : toward.value())
                .param(event.actor())
                .param(event.ground())
                .param(keepsWords(event) ? parts.seal(event) : null)
                .param(SealedParts.hasOwnKey(event))
                .update(key, "id");
        events.publishEvent(new TimelineWritten(event.reference(), message, event.kind()));
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<CaseEvent> find(long id) {
        return database.sql(EVENTS + "where e.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// What was written, by number of the event; what nobody may read any more is left out.
    Map<Long, String> notes(Collection<Long> ids) {
        var notes = new HashMap<Long, String>();
        if (!ids.isEmpty()) {
            database.sql(EVENTS + "where e.id in (:ids)").param("ids", ids).query(row -> {
                var note = read(row).words().note();
                if (note != null) {
                    notes.put(row.getLong("id"), note);
                }
            });
        }
        return notes;
    }

    /// Newest first.
    List<CaseEvent> of(CaseReference reference, int limit) {
        return database.sql(
                        EVENTS + "where e.reference = ? order by e.happened_at desc, e.id desc fetch first ? rows only")
                .params(reference.value(), limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// What the partners did with a message of ours, oldest first.
    List<CaseEvent> ofPartners(MessageId message) {
        return database.sql(EVENTS + "where e.message_id = ? and e.partner is not null order by e.happened_at, e.id")
                .param(message.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// What people of both sides did with these messages, oldest first; without notes, and without what was said of
    /// taking them back, which is no part of their life.
    List<CaseEvent> moves(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : database.sql(EVENTS + """
                        where e.message_id in (:ids)
                            and e.kind not in ('SENT', 'RECEIVED', 'NOTE', 'CORRECTED', 'CORRECTION_READ',
                                'CONSENT_TAKEN_BACK', 'RECALLED', 'RECALL_ANSWERED', 'UNACKNOWLEDGED',
                                'NO_RECEIPT', 'NO_WORD', 'FILES_HERE', 'FILES_WANTED', 'OPENED', 'CORROBORATED',
                                'PROPOSED')
                            order by e.happened_at, e.id""")
                        .param("ids", messages.stream().map(MessageId::value).toList())
                        .query((row, _) -> read(row))
                        .list();
    }

    /// What was answered to a request for information, and what else ended it, in the order in which it came.
    List<CaseEvent> answers(MessageId request) {
        return database.sql(EVENTS + """
                        where e.message_id = ? and e.kind in
                            ('FINAL_ANSWER', 'INTERMEDIATE_ANSWER', 'FURTHER_ANSWER', 'DECLINED', 'CLOSED')
                        order by e.id""")
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
                .query((row, _) -> StoredTime.at(row, "happened_at"))
                .optional();
    }

    /// Whether this node has written down such a thing of its own.
    ///
    /// @param toward the recipient that it concerns, null for none
    boolean isThere(MessageId message, CaseEventKind kind, @Nullable NodeId toward) {
        return database.sql("""
                        select count(*) from case_event where message_id = :message and kind = :kind
                            and partner is null and coalesce(toward, '') = :toward""")
                        .param("message", message.value())
                        .param("kind", kind.name())
                        .param("toward", toward == null ? "" : toward.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Whether either side said so.
    boolean isThere(MessageId message, CaseEventKind kind) {
        return database.sql("select count(*) from case_event where message_id = ? and kind = ?")
                        .params(message.value(), kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// What an answer does to its request.
    ///
    /// @param ends whether nothing more is owed after it, if it counts
    void addAnswer(CaseEvent event, MessageId answer, boolean ends) {
        database.sql("update case_event set answer_id = ?, answer_ends = ? where id = ?")
                .params(answer.value(), ends, add(event))
                .update();
    }

    /// It counts no more, and keeps no code of what it said.
    void takeBackAnswer(MessageId request, MessageId answer) {
        database.sql("""
                        update case_event set kind = 'ANSWER_RECALLED', ground = null
                        where message_id = ? and answer_id = ?""").params(request.value(), answer.value()).update();
    }

    /// What was said about a message was sealed: the line stays, and no code of what it said.
    void forgetRemark(MessageId message, MessageId remark) {
        database.sql("update case_event set ground = null where message_id = ? and answer_id = ?")
                .params(message.value(), remark.value())
                .update();
    }

    /// Those that came after the final answer, oldest first.
    List<Further> furtherAnswers(MessageId request, @Nullable NodeId by) {
        return database.sql("""
                        select id, answer_ends from case_event where message_id = :request and kind = 'FURTHER_ANSWER'
                            and coalesce(partner, '') = :partner order by id""")
                .param("request", request.value())
                .param("partner", by == null ? "" : by.value())
                .query((row, _) -> new Further(row.getLong("id"), row.getBoolean("answer_ends")))
                .list();
    }

    void counts(Further answer, CaseEventKind as) {
        database.sql("update case_event set kind = ? where id = ?")
                .params(as.name(), answer.id())
                .update();
    }

    record Further(long id, boolean ends) {}

    /// Words about what nobody opens any more are not kept either, but for what became of it.
    private boolean keepsWords(CaseEvent event) {
        var message = event.message();
        return !event.words().isEmpty() && (message == null || event.kind().outlivesMessage() || !isSealed(message));
    }

    private boolean isSealed(MessageId message) {
        return database.sql("select count(*) from case_message where id = ? and sealed_at is not null")
                        .param(message.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private CaseEvent read(ResultSet row) throws SQLException {
        var reference = new CaseReference(row.getString("reference"));
        var message = row.getObject("message_id", UUID.class);
        var partner = row.getString("partner");
        var toward = row.getString("toward");
        var sealed = row.getBytes("sealed");
        var ownKey = row.getBoolean("own_key");
        // Older words rest under the key of the case; nobody reads those either.
        var shut = row.getObject("sealed_at") != null;
        var event = new CaseEvent(
                reference,
                message == null ? null : new MessageId(message),
                CaseEventKind.valueOf(row.getString("kind")),
                partner == null ? null : new NodeId(partner),
                toward == null ? null : new NodeId(toward),
                row.getString("actor"),
                row.getString("ground"),
                StoredTime.at(row, "happened_at"),
                StoredTime.at(row, "recorded_at"),
                CaseEvent.Words.NONE);
        return sealed == null || (shut && !event.kind().outlivesMessage())
                ? event
                : event.with(parts.words(event, sealed, ownKey));
    }
}
