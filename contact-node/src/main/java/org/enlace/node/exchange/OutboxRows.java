package org.enlace.node.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.envelope.Sealed;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sealed messages that this node has to publish, and those it keeps to publish again.
@Component
class OutboxRows {
    private final JdbcClient database;

    OutboxRows(JdbcClient database) {
        this.database = database;
    }

    void add(MessageId id, MessageType type, String topic, Sealed sealed, Instant now) {
        database.sql("""
                        insert into outbox
                            (msg_id, message_type, topic, digest, envelope, queued_at, due, next_attempt_at, failures)
                        values (?, ?, ?, ?, ?, ?, true, ?, 0)""")
                .params(
                        id.value(),
                        type.name(),
                        topic,
                        sealed.digest(),
                        sealed.envelope(),
                        Rows.utc(now),
                        Rows.utc(now))
                .update();
    }

    /// The oldest that are due, for us alone until the transaction ends.
    List<Due> lockDue(Instant now, int limit) {
        return database.sql("""
                        select id, msg_id, topic, envelope, failures from outbox
                        where due = true and next_attempt_at <= ? order by id limit ? for update skip locked""")
                .params(Rows.utc(now), limit)
                .query((row, _) -> new Due(
                        row.getLong("id"),
                        new MessageId(row.getObject("msg_id", UUID.class)),
                        row.getString("topic"),
                        row.getBytes("envelope"),
                        row.getInt("failures")))
                .list();
    }

    void published(long id, Instant now) {
        database.sql("""
                        update outbox set due = false, failures = 0, last_failure = null,
                            on_broker_at = coalesce(on_broker_at, ?)
                        where id = ?""").params(Rows.utc(now), id).update();
    }

    void failed(long id, String failure, Instant nextAttempt) {
        database.sql("update outbox set failures = failures + 1, last_failure = ?, next_attempt_at = ? where id = ?")
                .params(failure, Rows.utc(nextAttempt), id)
                .update();
    }

    /// Publishes a message again, as the same bytes.
    ///
    /// @return whether its bytes are still kept
    boolean publishAgain(MessageId id, Instant now) {
        return database.sql("""
                                update outbox set due = true, next_attempt_at = ?
                                where msg_id = ? and envelope is not null""").params(Rows.utc(now), id.value()).update() > 0;
    }

    /// Lets go of the bytes of what has arrived everywhere or was given up, and of receipts that no broker keeps
    /// either.
    int forgetArrived(Instant now, Duration kept) {
        return database.sql("""
                        update outbox set envelope = null
                        where due = false and envelope is not null and queued_at < ?
                            and not exists (select 1 from delivery
                                where delivery.msg_id = outbox.msg_id and delivery.answered = false)
                            and (message_type <> 'RECEIPT' or queued_at < ?)""")
                .params(Rows.utc(now), Rows.utc(now.minus(kept)))
                .update();
    }

    /// When the oldest one that still has to be published was queued.
    Optional<Instant> oldestDue() {
        return database.sql("select queued_at from outbox where due = true order by id limit 1")
                .query((row, _) -> Rows.at(row, "queued_at"))
                .optional();
    }

    long countDue() {
        return database.sql("select count(*) from outbox where due = true")
                .query(Long.class)
                .single();
    }

    /// The broker is back: nothing waits for its next attempt any longer.
    void retryNow(Instant now) {
        database.sql("update outbox set next_attempt_at = ? where due = true and next_attempt_at > ?")
                .params(Rows.utc(now), Rows.utc(now))
                .update();
    }

    /// One to publish.
    static final class Due {
        private final long id;
        private final MessageId msgId;
        private final String topic;
        private final byte[] envelope;
        private final int failures;

        Due(long id, MessageId msgId, String topic, byte[] envelope, int failures) {
            this.id = id;
            this.msgId = msgId;
            this.topic = topic;
            this.envelope = envelope;
            this.failures = failures;
        }

        long id() {
            return id;
        }

        MessageId msgId() {
            return msgId;
        }

        String topic() {
            return topic;
        }

        /// What the broker gets.
        byte[] envelope() {
            return envelope;
        }

        /// How often in a row the broker did not take it.
        int failures() {
            return failures;
        }
    }
}
