package org.enlace.node.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Doing;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.exchange.NoActivePartner;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.springframework.stereotype.Component;

/// Tells the sender what a person here did, in the transaction in which it was done. While the sender cannot be told,
/// nothing is done, and whoever tries is told why.
@Component
class Replies {
    /// As long as the broker keeps a message.
    private static final Duration VALID = Duration.ofDays(14);

    private final Outbox outbox;
    private final SecureRandom random;

    Replies(Outbox outbox, SecureRandom random) {
        this.outbox = outbox;
        this.random = random;
    }

    void tell(MessageEntry about, StatusKind kind, Officer officer, Doing doing, Instant at) {
        var words = doing.words();
        var status = new Status(
                about.givenId(),
                kind,
                at,
                officer.pseudonym(),
                doing.ground(),
                words.unit(),
                words.alternative(),
                words.note());
        var message = new OutboundMessage(
                MessageId.next(at, random),
                status,
                About.control(MessageType.STATUS, about.reference(), about.givenId(), officer.pseudonym()),
                new TreeSet<>(List.of(about.partner())),
                at.plus(VALID),
                about.mode());
        try {
            outbox.send(message);
        } catch (SendingStopped | NoActivePartner unreachable) {
            throw new ProblemFound(ProblemKind.SENDING_STOPPED);
        }
    }
}
