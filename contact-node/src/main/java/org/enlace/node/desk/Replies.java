package org.enlace.node.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.exchange.NoActivePartner;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.Owing;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.springframework.stereotype.Component;

/// Tells the other side what a person here did, in the transaction in which it was done. While it cannot be told,
/// it is done all the same, and told when it can be, in the order in which it was done.
@Component
class Replies implements Owing {
    /// As long as the broker keeps a message.
    private static final Duration VALID = Duration.ofDays(14);
    /// Stands where an officer's pseudonym stands otherwise.
    private static final String NODE = "node";

    private final Outbox outbox;
    private final OwedReplies owed;
    private final CaseFiles files;
    private final DeskItems items;
    private final SecureRandom random;

    Replies(Outbox outbox, OwedReplies owed, CaseFiles files, DeskItems items, SecureRandom random) {
        this.outbox = outbox;
        this.owed = owed;
        this.files = files;
        this.items = items;
        this.random = random;
    }

    /// @param recipient the other side: whose message it is, or one to whom we sent it
    /// @param event under which the case has it
    void tell(MessageEntry about, NodeId recipient, StatusKind kind, Officer officer, long event) {
        if (outbox.reaches(recipient) && !owed.to(recipient)) {
            var done = files.event(event).orElseThrow();
            try {
                send(about, recipient, kind, officer.pseudonym(), done, done.happenedAt());
            } catch (SendingStopped | NoActivePartner justNow) {
                throw new ProblemFound(ProblemKind.SENDING_STOPPED);
            }
        } else {
            owed.add(new OwedReplies.Owed(event, about.id(), recipient, kind, officer.pseudonym()));
        }
    }

    /// Tells the sender of a message what this node says by itself.
    ///
    /// @param event under which the case has it
    void tellByNode(MessageEntry received, long event, Instant now) {
        var sender = received.partner();
        if (outbox.reaches(sender) && !owed.to(sender)) {
            send(received, sender, StatusKind.NOTE, NODE, files.event(event).orElseThrow(), now);
        } else {
            owed.add(new OwedReplies.Owed(event, received.id(), sender, StatusKind.NOTE, NODE));
        }
    }

    @Override
    public int pay(List<NodeId> reachable, Instant now, int limit) {
        var due = owed.take(reachable, limit);
        for (var reply : due) {
            var about = files.find(reply.message()).orElseThrow();
            send(
                    about,
                    reply.recipient(),
                    reply.kind(),
                    reply.pseudonym(),
                    files.event(reply.event()).orElseThrow(),
                    now);
            items.told(reply.message(), now);
        }
        return due.size();
    }

    private void send(
            MessageEntry about, NodeId recipient, StatusKind kind, String pseudonym, CaseEvent done, Instant now) {
        outbox.send(new OutboundMessage(
                MessageId.next(now, random),
                done.status(about, kind, pseudonym),
                About.control(MessageType.STATUS, about.reference(), about.givenId(), pseudonym),
                new TreeSet<>(List.of(recipient)),
                now.plus(VALID),
                about.mode()));
    }
}
