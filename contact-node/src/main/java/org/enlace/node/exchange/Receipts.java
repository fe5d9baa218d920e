package org.enlace.node.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Verified;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What nodes tell each other about messages: stored, or refused. Each receipt is itself a message in a stream, but is
/// never answered. Messages that are stored together are confirmed together.
@Component
class Receipts implements Owing {
    private static final Duration LIFE = Duration.ofDays(14);
    private static final int TOGETHER_MAX = Receipt.ALSO_MAX + 1;

    private final JdbcClient database;
    private final Outbox outbox;
    private final OutgoingRows rows;
    private final OwedReceipts owedReceipts;
    private final Confirmed confirmed;
    private final Alarms alarms;
    private final CurrentDirectory directory;
    private final CrashPoint crash;
    private final SecureRandom random;
    private final Clock clock;

    Receipts(
            JdbcClient database,
            Outbox outbox,
            OutgoingRows rows,
            OwedReceipts owedReceipts,
            Confirmed confirmed,
            Alarms alarms,
            CurrentDirectory directory,
            CrashPoint crash,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.rows = rows;
        this.owedReceipts = owedReceipts;
        this.confirmed = confirmed;
        this.alarms = alarms;
        this.directory = directory;
        this.crash = crash;
        this.random = random;
        this.clock = clock;
    }

    /// When what this transaction stores is stored: as its receipts say, to the millisecond.
    Instant moment() {
        return confirmed.moment(this::pay);
    }

    /// Tells the sender, with this transaction, that its message is stored; later, if nothing may be sent to it now.
    void stored(Verified<Message> message) {
        OwedReceipts.Owed owed = new OwedReceipts.Owed(
                message.sender(),
                Receipt.stored(message.header().msgId(), message.digest(), moment(), message.chainHash()),
                message.header().about().caseRef(),
                message.header().mode());
        if (outbox.reaches(owed.to())) {
            confirmed.add(owed, this::pay);
        } else {
            owedReceipts.add(owed);
        }
    }

    /// Receipts. After so long a time nobody waits for one any more.
    @Override
    public int pay(List<NodeId> reachable, Instant now, int limit) {
        owedReceipts.forget(now.minus(LIFE));
        List<OwedReceipts.Owed> owed = owedReceipts.take(reachable, limit);
        pay(owed);
        return owed.size();
    }

    /// Those to the same partner of the same moment together: a receipt says one.
    private void pay(List<OwedReceipts.Owed> owed) {
        Map<Envelope, List<OwedReceipts.Owed>> together = new LinkedHashMap<>();
        owed.forEach(one -> together.computeIfAbsent(
                        new Envelope(one.to(), one.mode(), one.receipt().at()), _ -> new ArrayList<>())
                .add(one));
        together.forEach((envelope, all) -> {
            for (int from = 0; from < all.size(); from += TOGETHER_MAX) {
                pay(envelope, all.subList(from, Math.min(all.size(), from + TOGETHER_MAX)));
            }
        });
    }

    private void pay(Envelope envelope, List<OwedReceipts.Owed> owed) {
        OwedReceipts.Owed first = owed.getFirst();
        Receipt receipt = first.receipt()
                .and(owed.stream()
                        .skip(1)
                        .flatMap(one -> one.receipt().stored().stream())
                        .toList());
        boolean oneCase =
                owed.stream().map(OwedReceipts.Owed::caseRef).distinct().count() == 1;
        MessageId id = send(envelope.to(), receipt, oneCase ? first.caseRef() : null, envelope.mode());
        database.sql(
                        "update incoming_message set receipt_id = :receipt where sender = :sender and msg_id in (:messages)")
                .param("receipt", id.value())
                .param("sender", envelope.to().value())
                .param(
                        "messages",
                        receipt.stored().stream().map(one -> one.of().value()).toList())
                .update();
    }

    private record Envelope(NodeId to, Mode mode, Instant at) {}

    /// Tells the sender that its message was refused. What came on a control topic is not answered: two nodes that
    /// refuse each other's receipts would never end.
    void refused(InboxRows.Row row, Placing.Place place, String code) {
        boolean control = directory
                .current()
                .member(place.sender())
                .map(member -> row.topic().equals(member.topics().get(TopicSubject.CONTROL)))
                .orElse(true);
        if (!control && outbox.reaches(place.sender())) {
            MessageId id =
                    send(place.sender(), Receipt.refused(place.id(), code, place.digest(), now()), null, Mode.ACTUAL);
            database.sql("update inbox set receipt_id = ? where id = ?")
                    .params(id.value(), row.id())
                    .update();
        }
    }

    /// Sends the receipt of a message once more, as the same bytes, if it was ever stored.
    void answerAgain(NodeId sender, MessageId id) {
        Optional<UUID> receipt = database.sql("""
                        select receipt_id from incoming_message
                        where sender = ? and msg_id = ? and receipt_id is not null""")
                .params(sender.value(), id.value())
                .query((row, _) -> row.getObject("receipt_id", UUID.class))
                .optional();
        receipt.ifPresent(known -> rows.outbox().publishAgain(new MessageId(known), clock.instant()));
    }

    void sendAgain(MessageId receipt) {
        rows.outbox().publishAgain(receipt, clock.instant());
    }

    /// What a partner says about messages of ours.
    void apply(NodeId from, Receipt receipt) {
        crash.hit("S12");
        String refusal = receipt.refusal();
        if (refusal != null) {
            confirmable(from, receipt.of(), receipt.digest(), null)
                    .ifPresent(delivery ->
                            rows.deliveries().ended(delivery, TransportState.NOT_STORED, refusal, receipt.at()));
        }
        for (Receipt.Stored one : receipt.stored()) {
            confirmable(from, one.of(), one.digest(), one.chainHash())
                    .ifPresent(delivery -> stored(delivery, receipt.at()));
        }
        crash.hit("S13");
    }

    private void stored(DeliveryRows.Open delivery, Instant at) {
        rows.deliveries().stored(delivery, at);
        if (delivery.state() == TransportState.NOT_DELIVERED || delivery.state() == TransportState.EXPIRED) {
            alarms.clear(AlarmKind.NOT_DELIVERED, delivery.id() + " to " + delivery.recipient());
        }
    }

    /// The delivery that this partner speaks of, locked, if it is just what we sent.
    private Optional<DeliveryRows.Open> confirmable(
            NodeId from, MessageId id, String digest, @Nullable String chainHash) {
        DeliveryRows.Open delivery = rows.deliveries().lock(id, from).orElse(null);
        if (delivery == null) {
            alarms.raise(AlarmKind.RECEIPT_UNKNOWN, from.value(), "message=" + id);
            return Optional.empty();
        }
        if (!digest.equals(delivery.digest()) || (chainHash != null && !chainHash.equals(delivery.chainHash()))) {
            alarms.raise(AlarmKind.RECEIPT_MISMATCH, from.value(), "message=" + id);
            return Optional.empty();
        }
        return Optional.of(delivery);
    }

    private MessageId send(NodeId to, Receipt receipt, @Nullable CaseReference caseRef, Mode mode) {
        MessageId id = MessageId.next(clock.instant(), random);
        outbox.send(new OutboundMessage(
                id,
                receipt,
                About.control(MessageType.RECEIPT, caseRef, receipt.of(), "node"),
                new TreeSet<>(Set.of(to)),
                clock.instant().plus(LIFE),
                mode));
        return id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
