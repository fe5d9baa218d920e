package org.enlace.node.recall;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.directory.TopicSubject;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.RecallReason;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Owing;
import org.springframework.stereotype.Component;

/// Asks the recipients, and tells or answers the owner, in the transaction in which it is done. Whoever cannot be told
/// then is told when it can be: a recipient that is suspended keeps no other from being asked.
@Component
class RecallMail implements Owing {
    /// As long as the broker keeps a message.
    private static final Duration VALID = Duration.ofDays(14);

    private final RecallRows rows;
    private final CaseFiles files;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    RecallMail(RecallRows rows, CaseFiles files, Outbox outbox, SecureRandom random, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    /// The database keeps microseconds.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Asks these, in one message as far as they can be reached.
    void ask(RecallEntry recall, Collection<Reply> awaited) {
        var reached =
                awaited.stream().filter(one -> outbox.reaches(one.other())).toList();
        if (!reached.isEmpty()) {
            var to = new TreeSet<>(reached.stream().map(Reply::other).toList());
            var id = MessageId.next(now(), random);
            var sent = send(id, question(recall), recall, recall.given(), recall.pseudonym(), to);
            reached.forEach(one -> rows.save(one.asked(id, sent)));
        }
    }

    private static Message question(RecallEntry recall) {
        var withdrawn = recall.withdrawn();
        return withdrawn == null
                ? new Recall(recall.given(), recall.reason(), recall.pseudonym())
                : new ConsentWithdrawal(
                        recall.given(),
                        withdrawn.purposes(),
                        withdrawn.on(),
                        withdrawn.language(),
                        withdrawn.interpreter(),
                        recall.pseudonym());
    }

    /// Tells the owner how it stands here, or remembers that it has to be told.
    void answer(RecallEntry recall, Reply reply) {
        var reached = outbox.reaches(reply.other());
        if (reached) {
            tell(recall, reply);
        }
        rows.save(reply.owed(!reached));
    }

    @Override
    public int pay(List<NodeId> reachable, Instant now, int limit) {
        var owed = rows.owed(reachable, limit);
        for (var reply : owed) {
            var recall = rows.one(reply.recall());
            if (recall.asks()) {
                ask(recall, List.of(reply));
            } else {
                answer(recall, reply);
            }
        }
        return owed.size();
    }

    private void tell(RecallEntry recall, Reply reply) {
        var request = reply.request();
        var outcome = reply.outcome();
        var at = reply.answeredAt();
        var desk = reply.desk();
        if (request == null || outcome == null || at == null || desk == null) {
            throw new IllegalStateException("There is nothing to say about recall " + recall.id() + " yet");
        }
        var event = reply.event();
        var words = event == null
                ? CaseEvent.Words.NONE
                : files.event(event).orElseThrow().words();
        var readers = reply.readers();
        var message = new RecallAttestation(
                request,
                outcome,
                at,
                desk,
                readers.persons(),
                readers.first(),
                readers.last(),
                reply.sealedAt(),
                reply.exported(),
                reply.passedOn(),
                words.unit(),
                words.note());
        send(MessageId.next(now(), random), message, recall, request, desk, new TreeSet<>(List.of(reply.other())));
    }

    /// @return when it was sent, by the header
    private Instant send(
            MessageId id,
            Message message,
            RecallEntry recall,
            MessageId about,
            String pseudonym,
            SortedSet<NodeId> recipients) {
        var outbound = new OutboundMessage(
                id,
                message,
                about(message, recall, about, pseudonym),
                recipients,
                now().plus(VALID),
                recall.mode(),
                recall.subject());
        return outbox.send(outbound).queuedAt();
    }

    /// Neither says more than the message that it is about allows.
    private static About about(Message message, RecallEntry recall, MessageId about, String pseudonym) {
        return new About(
                message.type(),
                About.SCHEMA_VERSION,
                Map.of(),
                recall.caseRef(),
                null,
                about,
                null,
                null,
                recall.why().filter(RecallReason.SAFETY::equals).isPresent() ? Urgency.IMMEDIATE : Urgency.URGENT,
                null,
                recall.subject() == TopicSubject.VICTIMS ? Handling.DEFAULT_VICTIM : Handling.UNMARKED,
                List.of(),
                List.of(),
                null,
                "NODE",
                pseudonym,
                null,
                List.of(),
                ChildInvolved.NO,
                null,
                null,
                null,
                message.type().name());
    }
}
