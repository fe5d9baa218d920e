package org.enlace.node.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.envelope.Sealed;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sealed messages that this node has to publish, and those it keeps to publish again.
@Component
class OutboxRows {
    /// In the order of their index, so that a long queue costs no more than a short one. H2 takes that order only
    /// if all columns of the index are named.
    static final String SIZES = """
            select id, coalesce(octet_length(envelope), 0) as bytes from outbox
            where due = true and next_attempt_at <= :now and topic not in (:topics)
            order by due, next_attempt_at, id limit :limit""";

    private static final String FORGET = """
            update outbox set envelope = null, kept = false
            where kept = true and message_type = ? and due = false
                and not exists (select 1 from delivery
                    where delivery.msg_id = outbox.msg_id and delivery.answered = false)
            """;

    private final JdbcClient database;

    OutboxRows(JdbcClient database) {
        this.database = database;
    }

    void add(MessageId id, MessageType type, String topic, Sealed sealed, Instant now) {
        database.sql("""
                        insert into outbox
                            (msg_id, message_type, topic, digest, envelope, kept, queued_at, due, next_attempt_at,
                            failures)
                        values (?, ?, ?, ?, ?, true, ?, true, ?, 0)""")
                .params(
                        id.value(),
                        type.name(),
                        topic,
                        sealed.digest(),
                        sealed.envelope(),
                        StoredTime.utc(now),
                        StoredTime.utc(now))
                .update();
    }

    /// Those that are due and not `besides`, longest due first, and together not much longer than the budget.
    List<Due> due(Instant now, int limit, long bytesMax, Set<Long> besides, Set<String> besidesTopics) {
        List<Long> ids = new ArrayList<>();
        long bytes = 0;
        for (Size one : sizes(now, limit + besides.size(), besidesTopics)) {
            if (ids.size() < limit && bytes < bytesMax && !besides.contains(one.id())) {
                ids.add(one.id());
                bytes += one.bytes();
            }
        }
        return ids.isEmpty()
                ? List.of()
                : database.sql("""
                                select id, msg_id, topic, envelope, failures from outbox
                                where id in (:ids) and envelope is not null order by next_attempt_at, id""")
                        .param("ids", ids)
                        .query((row, _) -> new Due(
                                new Asked(
                                        row.getLong("id"),
                                        new MessageId(row.getObject("msg_id", UUID.class)),
                                        row.getString("topic"),
                                        row.getInt("failures")),
                                row.getBytes("envelope")))
                        .list();
    }

    private List<Size> sizes(Instant now, int limit, Set<String> besidesTopics) {
        return database.sql(SIZES)
                .param("now", StoredTime.utc(now))
                .param("limit", limit)
                .param("topics", besidesTopics.isEmpty() ? Set.of("") : besidesTopics)
                .query((row, _) -> new Size(row.getLong("id"), row.getLong("bytes")))
                .list();
    }

    private record Size(long id, long bytes) {}

    void published(List<Long> ids, Instant now) {
        database.sql("""
                        update outbox set due = false, failures = 0, last_failure = null,
                            on_broker_at = coalesce(on_broker_at, :now)
                        where id in (:ids)""").param("now", StoredTime.utc(now)).param("ids", ids).update();
    }

    void failed(long id, String failure, Instant nextAttempt) {
        database.sql("update outbox set failures = failures + 1, last_failure = ?, next_attempt_at = ? where id = ?")
                .params(failure, StoredTime.utc(nextAttempt), id)
                .update();
    }

    /// Publishes a message again, as the same bytes.
    ///
    /// @return whether its bytes are still kept
    boolean publishAgain(MessageId id, Instant now) {
        return database.sql("""
                                update outbox set due = true, next_attempt_at = ?
                                where msg_id = ? and envelope is not null""").params(StoredTime.utc(now), id.value()).update() > 0;
    }

    /// Publishes these again, as far as their bytes are kept and they do not wait to be published anyway.
    void publishAgain(List<MessageId> ids, Instant now) {
        if (!ids.isEmpty()) {
            database.sql("""
                            update outbox set due = true, next_attempt_at = :now
                            where msg_id in (:ids) and due = false and envelope is not null""")
                    .param("now", StoredTime.utc(now))
                    .param("ids", ids.stream().map(MessageId::value).toList())
                    .update();
        }
    }

    /// Lets go of the bytes of what was confirmed everywhere, and of what no broker keeps either. What was given up is
    /// kept so long: its number is missing in the partner's stream, and later messages wait for it there. So are
    /// receipts, which nobody confirms; of them, being many, only the oldest are looked at.
    int forgetArrived(Instant now, Duration kept) {
        int forgotten = 0;
        for (MessageType type : MessageType.values()) {
            forgotten += database.sql(FORGET + "and queued_at < ?")
                    .params(type.name(), StoredTime.utc(now.minus(kept)))
                    .update();
            if (type != MessageType.RECEIPT) {
                forgotten += database.sql(FORGET + """
                                and not exists (select 1 from delivery
                                    where delivery.msg_id = outbox.msg_id
                                        and delivery.state in ('NOT_DELIVERED', 'EXPIRED'))""").param(type.name()).update();
            }
        }
        return forgotten;
    }

    /// When the oldest one that still has to be published was queued.
    Optional<Instant> oldestDue() {
        return database.sql("select queued_at from outbox where id = (select min(id) from outbox where due = true)")
                .query((row, _) -> StoredTime.at(row, "queued_at"))
                .optional();
    }

    long countDue() {
        return database.sql("select count(*) from outbox where due = true")
                .query(Long.class)
                .single();
    }

    long countDueByOfficers() {
        return database.sql("select count(*) from outbox where due = true and message_type <> ?")
                .param(MessageType.RECEIPT.name())
                .query(Long.class)
                .single();
    }

    /// The broker is back: nothing waits for its next attempt any longer.
    void retryNow(Instant now) {
        database.sql("update outbox set next_attempt_at = ? where due = true and next_attempt_at > ?")
                .params(StoredTime.utc(now), StoredTime.utc(now))
                .update();
    }

    /// One to publish.
    static final class Due {
        private final Asked message;
        private final byte[] envelope;

        Due(Asked message, byte[] envelope) {
            this.message = message;
            this.envelope = envelope;
        }

        Asked message() {
            return message;
        }

        /// What the broker gets.
        byte[] envelope() {
            return envelope;
        }
    }

    /// @param failures how often in a row the broker did not take it
    record Asked(long id, MessageId msgId, String topic, int failures) {}
}
