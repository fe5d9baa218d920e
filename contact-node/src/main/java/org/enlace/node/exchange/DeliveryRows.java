package org.enlace.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.enlace.lifecycle.TransportState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far each message has come on its way to each recipient.
@Component
class DeliveryRows {
    private static final String COLUMNS = """
            msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash, state, answered, not_after,
            queued_at, on_broker_at, warned_at, stored_at, refused_at, reason""";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    DeliveryRows(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    void add(OutboundMessage message, Link link, Sealed sealed, Instant now) {
        database.sql("""
                        insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash,
                            state, answered, not_after, queued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        Rows.utc(message.notAfter()),
                        Rows.utc(now))
                .update();
        changed(message.id(), link.to());
    }

    /// The broker has it: the recipients may, but need not, have it too.
    void onBroker(MessageId id, Instant at) {
        List<NodeId> recipients = database.sql(
                        "select recipient from delivery where msg_id = ? and on_broker_at is null")
                .param(id.value())
                .query((row, _) -> new NodeId(row.getString(1)))
                .list();
        for (NodeId recipient : recipients) {
            database.sql("""
                            update delivery set on_broker_at = ?, state = case when state = ? then ? else state end
                            where msg_id = ? and recipient = ?""")
                    .params(
                            Rows.utc(at),
                            TransportState.QUEUED.name(),
                            TransportState.ON_BROKER.name(),
                            id.value(),
                            recipient.value())
                    .update();
            changed(id, recipient);
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
                        Rows.utc(at),
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
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
                        Rows.utc(at),
                        reason,
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
    }

    void warned(Open delivery, Instant at) {
        database.sql("update delivery set warned_at = ? where msg_id = ? and recipient = ?")
                .params(
                        Rows.utc(at),
                        delivery.id().value(),
                        delivery.recipient().value())
                .update();
        changed(delivery.id(), delivery.recipient());
    }

    /// Those without an answer that were queued before this moment, oldest first.
    List<Open> lockUnanswered(Instant queuedBefore, int limit) {
        return database.sql("select " + COLUMNS + """
                         from delivery where answered = false and queued_at < ?
                        order by queued_at limit ? for update skip locked""")
                .params(Rows.utc(queuedBefore), limit)
                .query((row, _) -> open(row))
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

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new NodeId(row.getString("recipient")),
                TransportState.valueOf(row.getString("state")),
                Rows.at(row, "queued_at"),
                Rows.maybeAt(row, "on_broker_at"),
                Rows.maybeAt(row, "stored_at"),
                Rows.maybeAt(row, "refused_at"),
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
                row.getString("digest"),
                row.getString("chain_hash"),
                TransportState.valueOf(row.getString("state")),
                row.getBoolean("answered"),
                Rows.at(row, "not_after"),
                Rows.at(row, "queued_at"),
                Rows.maybeAt(row, "warned_at"));
    }

    /// A delivery that something may still happen to.
    record Open(
            MessageId id,
            NodeId recipient,
            MessageType type,
            Urgency urgency,
            String digest,
            String chainHash,
            TransportState state,
            boolean answered,
            Instant notAfter,
            Instant queuedAt,
            @Nullable Instant warnedAt) {}
}
