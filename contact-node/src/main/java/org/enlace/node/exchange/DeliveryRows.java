package org.enlace.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.enlace.envelope.Link;
import org.enlace.envelope.Sealed;
import org.enlace.lifecycle.Patience;
import org.enlace.lifecycle.TransportState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far each message has come on its way to each recipient.
@Component
class DeliveryRows {
    private static final String COLUMNS = """
            msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash, state, answered, not_after,
            queued_at, on_broker_at, warned_at, stored_at, refused_at, reason, directory_version""";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    DeliveryRows(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /// @param directoryVersion the one that the message names
    void add(OutboundMessage message, Link link, Sealed sealed, int directoryVersion, Instant now) {
        Patience patience = Patience.untilStored(message.about().urgency());
        database.sql("""
                        insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash,
                            state, answered, not_after, queued_at, look_at, directory_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        message.id().value(),
                        link.to().value(),
                        message.message().type().name(),
                        message.about().urgency().name(),
                        link.epoch(),
                        link.seq(),
                        sealed.digest(),
                        sealed.chainHash(),
                        TransportState.QUEUED.name(),
                        // Nobody answers a receipt.
                        message.message().type() == MessageType.RECEIPT,
                        StoredTime.utc(message.notAfter()),
                        StoredTime.utc(now),
                        StoredTime.utc(earlier(now.plus(patience.warn()), message.notAfter())),
                        directoryVersion)
                .update();
        changed(message.id(), link.to());
    }

    /// The broker has them: the recipients may, but need not, have them too.
    void onBroker(List<MessageId> ids, Instant at) {
        List<UUID> values = ids.stream().map(MessageId::value).toList();
        List<DeliveryChanged> waiting = database.sql(
                        "select msg_id, recipient from delivery where msg_id in (:ids) and on_broker_at is null")
                .param("ids", values)
                .query((row, _) -> new DeliveryChanged(
                        new MessageId(row.getObject("msg_id", UUID.class)), new NodeId(row.getString("recipient"))))
                .list();
        if (!waiting.isEmpty()) {
            database.sql("""
                            update delivery set on_broker_at = :at,
                                state = case when state = 'QUEUED' then 'ON_BROKER' else state end
                            where msg_id in (:ids) and on_broker_at is null""")
                    .param("at", StoredTime.utc(at))
                    .param("ids", values)
                    .update();
            waiting.forEach(events::publishEvent);
        }
    }

    Optional<Open> lock(MessageId id, NodeId recipient) {
        return database.sql("select " + COLUMNS + " from delivery where msg_id = ? and recipient = ? for update")
                .params(id.value(), recipient.value())
                .query((row, _) -> open(row))
                .optional();
    }

    /// If we had given up before, the state stays and the time tells that it came late.
    void stored(Open delivery, Instant at) {
        database.sql("""
                        update delivery set state = ?, answered = true, stored_at = ?
                        where msg_id = ? and recipient = ?""")
                .params(
                        delivery.state().after(TransportState.STORED).name(),
                        StoredTime.utc(at),
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
        events.publishEvent(new DeliveryStored(delivery.id(), delivery.recipient()));
    }

    /// @param end one of the states a message does not leave by itself; too late, it changes nothing
    /// @param reason a code
    void ended(Open delivery, TransportState end, String reason, Instant at) {
        if (!delivery.state().mayBecome(end)) {
            return;
        }
        database.sql("""
                        update delivery set state = ?, answered = true, refused_at = ?, reason = ?
                        where msg_id = ? and recipient = ?""")
                .params(
                        end.name(),
                        StoredTime.utc(at),
                        reason,
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
    }

    void recalled(MessageId id, NodeId recipient) {
        int moved = database.sql("""
                        update delivery set state = 'RECALLED'
                        where msg_id = ? and recipient = ? and state in ('STORED', 'OPENED')""").params(id.value(), recipient.value()).update();
        if (moved > 0) {
            changed(id, recipient);
        }
    }

    void warned(Open delivery, Instant at) {
        database.sql("update delivery set warned_at = ? where msg_id = ? and recipient = ?")
                .params(
                        StoredTime.utc(at),
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
    }

    /// Nothing is due for it before then.
    void lookAgain(Open delivery, Instant at) {
        database.sql("update delivery set look_at = ? where msg_id = ? and recipient = ?")
                .params(
                        StoredTime.utc(at),
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
    }

    /// Those without an answer for which something is due, longest due first.
    List<Open> lockDue(Instant now, int limit) {
        return database.sql("select " + COLUMNS + """
                         from delivery where answered = false and look_at <= ?
                        order by look_at limit ? for update skip locked""")
                .params(StoredTime.utc(now), limit)
                .query((row, _) -> open(row))
                .list();
    }

    /// What nobody confirms or waits for any longer, receipts and what was given up, numbered after what this
    /// partner has passed and before that delivery. If one of them was lost, all that follow wait for it there.
    ///
    /// @param after only those with a higher number
    List<Place> behind(Open delivery, long after, int limit) {
        return database.sql("""
                        select msg_id, seq from delivery
                        where recipient = :recipient and epoch = :epoch and seq > :after and seq < :before
                            and answered = true and stored_at is null and state <> 'NOT_STORED'
                            and seq > (select coalesce(max(passed.seq), 0) from delivery passed
                                where passed.recipient = :recipient and passed.epoch = :epoch
                                    and passed.seq < :before
                                    and (passed.stored_at is not null or passed.state = 'NOT_STORED'))
                        order by seq limit :limit""")
                .param("recipient", delivery.recipient().value())
                .param("epoch", delivery.epoch())
                .param("after", after)
                .param("before", delivery.seq())
                .param("limit", limit)
                .query((row, _) -> new Place(new MessageId(row.getObject("msg_id", UUID.class)), row.getLong("seq")))
                .list();
    }

    Map<MessageId, List<Delivery>> of(Collection<MessageId> ids) {
        var found = new TreeMap<MessageId, List<Delivery>>();
        if (!ids.isEmpty()) {
            database.sql("select " + COLUMNS + " from delivery where msg_id in (:ids) order by recipient")
                    .param("ids", ids.stream().map(MessageId::value).toList())
                    .query(row -> {
                        found.computeIfAbsent(
                                        new MessageId(row.getObject("msg_id", UUID.class)), _ -> new ArrayList<>())
                                .add(delivery(row));
                    });
        }
        return found;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new NodeId(row.getString("recipient")),
                row.getInt("directory_version"),
                TransportState.valueOf(row.getString("state")),
                StoredTime.at(row, "queued_at"),
                StoredTime.maybeAt(row, "on_broker_at"),
                StoredTime.maybeAt(row, "stored_at"),
                StoredTime.maybeAt(row, "refused_at"),
                row.getString("reason"));
    }

    private void changed(MessageId id, NodeId recipient) {
        events.publishEvent(new DeliveryChanged(id, recipient));
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new MessageId(row.getObject("msg_id", UUID.class)),
                new NodeId(row.getString("recipient")),
                MessageType.valueOf(row.getString("message_type")),
                Urgency.valueOf(row.getString("urgency")),
                row.getInt("epoch"),
                row.getLong("seq"),
                row.getString("digest"),
                row.getString("chain_hash"),
                TransportState.valueOf(row.getString("state")),
                row.getBoolean("answered"),
                StoredTime.at(row, "not_after"),
                StoredTime.at(row, "queued_at"),
                StoredTime.maybeAt(row, "warned_at"));
    }

    /// A delivery that something may still happen to.
    record Open(
            MessageId id,
            NodeId recipient,
            MessageType type,
            Urgency urgency,
            int epoch,
            long seq,
            String digest,
            String chainHash,
            TransportState state,
            boolean answered,
            Instant notAfter,
            Instant queuedAt,
            @Nullable Instant warnedAt) {

        /// When the next thing happens if no answer comes: it is published again after twice the time, or it is given
        /// up.
        Instant dueAfter(Instant now) {
            Patience patience = Patience.untilStored(urgency);
            Duration waited = Duration.between(queuedAt, now);
            Instant next = waited.compareTo(patience.warn()) < 0
                    ? queuedAt.plus(patience.warn())
                    : queuedAt.plus(waited.multipliedBy(2));
            Instant end = DeliveryRows.earlier(queuedAt.plus(patience.fail()), notAfter);
            return DeliveryRows.earlier(next, end);
        }
    }

    /// One number of a stream.
    record Place(MessageId id, long seq) {}
}
