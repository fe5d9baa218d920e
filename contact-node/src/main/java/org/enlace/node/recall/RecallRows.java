package org.enlace.node.recall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.directory.TopicSubject;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditSummary;
import org.enlace.node.casefile.Consents;
import org.enlace.node.casefile.EarlyRecalls;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.casefile.Side;
import org.enlace.person.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recalls and what was answered, in the database. What people wrote about them rests sealed in the case.
@Repository
class RecallRows implements EarlyRecalls, Consents {
    private final JdbcClient database;

    RecallRows(JdbcClient database) {
        this.database = database;
    }

    void add(RecallEntry recall) {
        add(recall, null);
    }

    /// @param person who took it back, by the random name that the person has in the case; null if nobody knows
    void add(RecallEntry recall, @Nullable String person) {
        var reference = recall.caseRef();
        var withdrawn = recall.withdrawn();
        database.sql("""
                        insert into recall (id, side, partner, given_id, reason, subject, mode, pseudonym, recalled_at,
                            case_ref, purposes, said_on, language, interpreter, told_by, person)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        recall.id(),
                        recall.side().name(),
                        recall.partner().value(),
                        recall.given().value(),
                        recall.reason(),
                        recall.subject().name(),
                        recall.mode().name(),
                        recall.pseudonym(),
                        StoredTime.utc(recall.at()))
                .param(reference == null ? null : reference.value())
                .param(withdrawn == null ? null : String.join(",", withdrawn.purposes()))
                .param(withdrawn == null ? null : withdrawn.on())
                .param(withdrawn == null ? null : withdrawn.language())
                .param(withdrawn == null ? null : withdrawn.interpreter())
                .param(
                        withdrawn == null || withdrawn.toldBy() == null
                                ? null
                                : withdrawn.toldBy().value())
                .param(reference == null || person == null ? null : digest(reference, person))
                .update();
    }

    void add(Reply reply) {
        database.sql("""
                        insert into recall_reply (recall_id, other, due, final, readers, owed)
                        values (?, ?, ?, false, 0, ?)""")
                .params(reply.recall(), reply.other().value(), StoredTime.utc(reply.due()), reply.owed())
                .update();
        save(reply);
    }

    void save(Reply reply) {
        database.sql("""
                        update recall_reply set request_id = :request, asked_at = :asked, outcome = :outcome,
                            final = :final, answered_at = :answered, desk = :desk, readers = :readers,
                            first_read_at = :first, last_read_at = :last, sealed_at = :sealed, exported = :exported,
                            passed_on = :passed, event_id = :event, owed = :owed
                        where recall_id = :recall and other = :other""")
                .param("recall", reply.recall())
                .param("other", reply.other().value())
                .param(
                        "request",
                        reply.request() == null ? null : reply.request().value())
                .param("asked", StoredTime.maybeUtc(reply.askedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", reply.outcome())
                .param("final", reply.last())
                .param("answered", StoredTime.maybeUtc(reply.answeredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("desk", reply.desk())
                .param("readers", reply.readers().persons())
                .param("first", StoredTime.maybeUtc(reply.readers().first()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("last", StoredTime.maybeUtc(reply.readers().last()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sealed", StoredTime.maybeUtc(reply.sealedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("exported", name(reply.exported()))
                .param("passed", name(reply.passedOn()))
                .param("event", reply.event(), Types.BIGINT)
                .param("owed", reply.owed())
                .update();
    }

    /// All of one message, oldest first.
    List<RecallEntry> of(Side side, NodeId partner, MessageId given) {
        return database.sql("""
                        select * from recall where partner = ? and given_id = ? and side = ?
                        order by recalled_at, id""")
                .params(partner.value(), given.value(), side.name())
                .query((row, _) -> entry(row))
                .list();
    }

    RecallEntry one(UUID id) {
        return database.sql("select * from recall where id = ?")
                .param(id)
                .query((row, _) -> entry(row))
                .single();
    }

    List<Reply> replies(UUID recall) {
        return database.sql("select * from recall_reply where recall_id = ? order by other")
                .param(recall)
                .query((row, _) -> reply(row))
                .list();
    }

    /// What was asked by this message of ours and of that partner, until the transaction ends for us alone.
    Optional<Reply> lock(MessageId request, NodeId recipient) {
        return database.sql("""
                        select r.* from recall_reply r where r.request_id = ? and r.other = ? and exists (
                            select 1 from recall c where c.id = r.recall_id and c.side = 'SENT') for update""")
                .params(request.value(), recipient.value())
                .query((row, _) -> reply(row))
                .optional();
    }

    /// What has to be told to these members, oldest first, until the transaction ends for us alone.
    List<Reply> owed(List<NodeId> reachable, int limit) {
        return reachable.isEmpty()
                ? List.of()
                : database.sql("""
                                select * from recall_reply where owed = true and other in (:reachable)
                                order by due, recall_id limit :limit for update""")
                        .param(
                                "reachable",
                                reachable.stream().map(NodeId::value).toList())
                        .param("limit", limit)
                        .query((row, _) -> reply(row))
                        .list();
    }

    @Override
    public Set<String> withdrawn(MessageEntry message) {
        return withdrawn(message.side(), message.partner(), message.givenId());
    }

    @Override
    public Set<String> withdrawn(NodeId sender, MessageId given) {
        return withdrawn(Side.RECEIVED, sender, given);
    }

    private Set<String> withdrawn(Side side, NodeId partner, MessageId given) {
        return of(side, partner, given).stream()
                .map(RecallEntry::withdrawn)
                .flatMap(Stream::ofNullable)
                .flatMap(withdrawn -> withdrawn.purposes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> takenBack(CaseReference reference, String person, @Nullable LocalDate agreedOn) {
        return database
                .sql("""
                        select * from recall where case_ref = ? and person = ?
                            and (said_on is null or said_on >= ?) order by recalled_at, id""")
                .params(reference.value(), digest(reference, person), agreedOn == null ? LocalDate.EPOCH : agreedOn)
                .query((row, _) -> entry(row))
                .list()
                .stream()
                .map(RecallEntry::withdrawn)
                .flatMap(Stream::ofNullable)
                .flatMap(withdrawn -> withdrawn.purposes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A partner may have put anything into the name.
    private static String digest(CaseReference reference, String person) {
        try {
            var named = (reference + "|" + person).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(named));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public Optional<Instant> attestBy(MessageEntry message) {
        return database.sql("""
                        select min(r.due) as due from recall_reply r join recall c on c.id = r.recall_id
                        where c.partner = ? and c.given_id = ? and c.side = ? and c.purposes is not null
                            and r.final = false""")
                .params(
                        message.partner().value(),
                        message.givenId().value(),
                        message.side().name())
                .query((row, _) -> Optional.ofNullable(StoredTime.maybeAt(row, "due")))
                .single();
    }

    @Override
    public Optional<Recalled> before(NodeId sender, MessageId given) {
        return database.sql("""
                        select c.reason, c.recalled_at, r.answered_at from recall c
                            join recall_reply r on r.recall_id = c.id
                        where c.partner = ? and c.given_id = ? and c.side = 'RECEIVED' and c.purposes is null
                        order by c.recalled_at, c.id fetch first 1 rows only""")
                .params(sender.value(), given.value())
                .query((row, _) -> new Recalled(
                        row.getString("reason"),
                        StoredTime.at(row, "recalled_at"),
                        StoredTime.maybeAt(row, "answered_at")))
                .optional();
    }

    private static RecallEntry entry(ResultSet row) throws SQLException {
        var reference = row.getString("case_ref");
        return new RecallEntry(
                row.getObject("id", UUID.class),
                Side.valueOf(row.getString("side")),
                new NodeId(row.getString("partner")),
                new MessageId(row.getObject("given_id", UUID.class)),
                row.getString("reason"),
                TopicSubject.valueOf(row.getString("subject")),
                reference == null ? null : new CaseReference(reference),
                Mode.valueOf(row.getString("mode")),
                row.getString("pseudonym"),
                StoredTime.at(row, "recalled_at"),
                withdrawn(row));
    }

    private static @Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
        var purposes = row.getString("purposes");
        var toldBy = row.getString("told_by");
        return purposes == null
                ? null
                : new Withdrawn(
                        List.of(purposes.split(",", -1)),
                        row.getObject("said_on", LocalDate.class),
                        row.getString("language"),
                        row.getBoolean("interpreter"),
                        toldBy == null ? null : new NodeId(toldBy));
    }

    private static Reply reply(ResultSet row) throws SQLException {
        var request = row.getObject("request_id", UUID.class);
        var event = row.getLong("event_id");
        var noEvent = row.wasNull();
        return new Reply(
                row.getObject("recall_id", UUID.class),
                new NodeId(row.getString("other")),
                request == null ? null : new MessageId(request),
                StoredTime.maybeAt(row, "asked_at"),
                StoredTime.at(row, "due"),
                row.getString("outcome"),
                row.getBoolean("final"),
                StoredTime.maybeAt(row, "answered_at"),
                row.getString("desk"),
                new AuditSummary(
                        row.getInt("readers"),
                        StoredTime.maybeAt(row, "first_read_at"),
                        StoredTime.maybeAt(row, "last_read_at")),
                StoredTime.maybeAt(row, "sealed_at"),
                answer(row.getString("exported")),
                answer(row.getString("passed_on")),
                noEvent ? null : event,
                row.getBoolean("owed"));
    }

    private static @Nullable Answer answer(@Nullable String name) {
        return name == null ? null : Answer.valueOf(name);
    }

    private static @Nullable String name(@Nullable Answer answer) {
        return answer == null ? null : answer.name();
    }
}
