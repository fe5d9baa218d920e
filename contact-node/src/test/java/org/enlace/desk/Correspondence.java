package org.enlace.desk;

import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.enlace.attachment.Attachments;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.trial.Partner;
import org.jspecify.annotations.Nullable;

/// What this contact point and its partners write to each other, played without a broker.
final class Correspondence {
    private final DeskUnderTest.Running node;
    private final Map<NodeId, Partner> partners;

    Correspondence(DeskUnderTest.Running node) {
        this.node = node;
        this.partners = Map.of(CO, node.partner(CO), MX, node.partner(MX));
    }

    MessageId sends(String reference, NodeId... recipients) {
        return sends(reference, Urgency.IMMEDIATE, recipients);
    }

    void confirms(NodeId partner, MessageId id) {
        confirms(partner, id, node.clock().instant());
    }

    /// The node of the partner has it since then.
    void confirms(NodeId partner, MessageId id, Instant at) {
        var sent = node.database()
                .sql("select digest, chain_hash from delivery where msg_id = ? and recipient = ?")
                .params(id.value(), partner.value())
                .query()
                .singleRow();
        var receipt =
                Receipt.stored(id, String.valueOf(sent.get("digest")), at, String.valueOf(sent.get("chain_hash")));
        node.taken(
                Objects.requireNonNull(partners.get(partner)),
                receipt,
                About.control(MessageType.RECEIPT, null, id, "node"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.database()
                                .sql("select stored_at from delivery where msg_id = ? and recipient = ?")
                                .params(id.value(), partner.value())
                                .query()
                                .singleRow()
                                .get("stored_at")
                        != null);
    }

    MessageId sends(String reference, Urgency urgency, NodeId... recipients) {
        var about = Samples.alertAbout(
                reference, urgency, urgency == Urgency.IMMEDIATE ? ChildInvolved.YES : ChildInvolved.NO);
        return sends(Samples.alert(), about, recipients);
    }

    /// A request for information.
    MessageId asks(String reference, NodeId... recipients) {
        var about = Samples.about(
                MessageType.INFORMATION_REQUEST, reference, Urgency.NORMAL, ChildInvolved.NO, Samples.usual());
        return sends(Samples.question(), about, recipients);
    }

    /// This contact point answers a question of a partner.
    ///
    /// @param request as its author knows it
    MessageId replies(NodeId partner, MessageId request, String kind) {
        return sends(Samples.answer(kind), Samples.answerAbout("PA-2026-0000ZZ", request), partner);
    }

    /// @param kind code of list `answer-kind`
    MessageId answers(NodeId partner, @Nullable MessageId request, String kind) {
        return node.arrives(partner, Samples.answer(kind), answerAbout(request));
    }

    /// The same, by the way of the exchange.
    void answersByRecord(NodeId partner, MessageId request, String kind) {
        node.taken(Objects.requireNonNull(partners.get(partner)), Samples.answer(kind), answerAbout(request));
    }

    private static About answerAbout(@Nullable MessageId request) {
        return Samples.answerAbout("CO-2026-0000ZZ", request);
    }

    /// What is said about a person.
    MessageId tells(Message content, About about, NodeId... recipients) {
        return sends(content, about, recipients);
    }

    /// @param files made for this message
    MessageId sendsWith(String reference, Function<MessageId, Attachments> files, NodeId recipient) {
        var about = Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO);
        var id = MessageId.next(node.clock().instant(), new SecureRandom());
        return sends(message(id, Samples.alert(), about, recipient).with(files.apply(id)));
    }

    private MessageId sends(Message content, About about, NodeId... recipients) {
        var id = MessageId.next(node.clock().instant(), new SecureRandom());
        return sends(message(id, content, about, recipients));
    }

    private OutboundMessage message(MessageId id, Message content, About about, NodeId... recipients) {
        var until = node.clock().instant().plus(Duration.ofDays(1));
        return new OutboundMessage(id, content, about, new TreeSet<>(List.of(recipients)), until, Mode.EXERCISE);
    }

    private MessageId sends(OutboundMessage message) {
        node.transaction().executeWithoutResult(_ -> {
            node.bean(Outbox.class).send(message);
            node.bean(CaseFiles.class).recordSent(message, officer());
        });
        return message.id();
    }

    void says(
            NodeId partner,
            MessageId about,
            StatusKind kind,
            @Nullable String ground,
            @Nullable String unit,
            @Nullable String alternative) {
        var status = new Status(about, kind, node.clock().instant(), "desk 2", ground, unit, alternative, null);
        var header = About.control(MessageType.STATUS, new CaseReference("PA-2026-000001"), about, "desk 2");
        node.arrives(partner, status, header);
    }

    private Officer officer() {
        var id = node.database()
                .sql("select id from officer where username = 'investigator'")
                .query(String.class)
                .single();
        return node.bean(Officers.class).find(new OfficerId(id)).orElseThrow();
    }
}
