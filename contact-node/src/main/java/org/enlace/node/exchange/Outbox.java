package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SignedDirectory;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Header;
import org.enlace.envelope.Link;
import org.enlace.envelope.Sealed;
import org.enlace.envelope.Sealer;
import org.enlace.message.Compartment;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.keys.NodeKeys;
import org.enlace.stream.OutgoingLinks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where messages leave: sealed and stored in the transaction of whoever sends them, published after it.
@Component
public class Outbox {
    private final CurrentDirectory directory;
    private final NodeKeys keys;
    private final Sealer sealer;
    private final OutgoingRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            CurrentDirectory directory,
            NodeKeys keys,
            Sealer sealer,
            OutgoingRows rows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directory = directory;
        this.keys = keys;
        this.sealer = sealer;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /// Numbers, signs, encrypts and stores a message. It leaves when the caller's transaction commits and not
    /// otherwise.
    ///
    /// @throws SendingStopped if nothing may leave now
    /// @throws NoActivePartner if a recipient is none
    @Transactional(propagation = Propagation.MANDATORY)
    public Sent send(OutboundMessage message) {
        stopped().ifPresent(why -> {
            throw new SendingStopped(why);
        });
        List<Member> recipients =
                message.recipients().stream().map(this::partner).toList();
        return seal(message, subject(message), recipients);
    }

    /// Partners to which messages may be sent now.
    List<NodeId> reachable() {
        return directory.partners().stream()
                .map(Member::code)
                .filter(this::reaches)
                .toList();
    }

    /// Whether messages may be sent to this member now.
    public boolean reaches(NodeId code) {
        return stopped().isEmpty()
                && activePartner(code)
                        .flatMap(member -> member.encryptionPair(clock.instant()))
                        .isPresent();
    }

    /// Why nothing may leave now, if so. What is signed with keys that are not valid is refused everywhere, and
    /// its place in the stream stays empty.
    Optional<SendingStopped.Why> stopped() {
        Instant now = clock.instant();
        if (directory.trusted().current().expiredAt(now)) {
            return Optional.of(SendingStopped.Why.DIRECTORY_EXPIRED);
        }
        Member self = directory.self();
        if (self.status() != MemberStatus.ACTIVE) {
            return Optional.of(SendingStopped.Why.NOT_ACTIVE);
        }
        return self.sig().stream()
                        .anyMatch(pair -> keys.signing().match(pair)
                                && pair.validAt(now)
                                && (pair.compromisedSince() == null || now.isBefore(pair.compromisedSince())))
                ? Optional.empty()
                : Optional.of(SendingStopped.Why.SIGNING_KEYS);
    }

    private Sent seal(OutboundMessage message, TopicSubject subject, List<Member> recipients) {
        SignedDirectory signed = directory.trusted().current();
        Member self = directory.self();
        String topic = self.topics().get(subject);
        if (topic == null) {
            throw new SendingStopped("The directory gives this member no topic for " + subject);
        }
        // Locked in the order of the recipients, so that two senders wait for each other and never in a circle.
        List<Link> links = links(message.recipients());
        // Whoever waited longer must not seem to be older than those before it: they are published in the order of
        // time.
        Instant now = clock.instant();
        Header header = Header.toSeal(
                message.id(),
                self.code(),
                List.copyOf(message.recipients()),
                topic,
                now,
                message.notAfter(),
                message.mode(),
                signed.version(),
                signed.hash(),
                links,
                message.about());
        Map<Compartment, byte[]> contents = message.parts();
        Sealed sealed = sealer.seal(keys.signing(), header, contents, recipients, now);
        links.forEach(link -> rows.streams().saveOutgoing(link.to(), OutgoingLinks.after(link, sealed.chainHash())));
        rows.outbox().add(message.id(), message.about().messageType(), topic, sealed, now);
        links.forEach(link -> rows.deliveries().add(message, link, sealed, signed.version(), now));
        events.publishEvent(new Queued());
        return new Sent(message.id(), now, sealed.digest());
    }

    private List<Link> links(SortedSet<NodeId> recipients) {
        return recipients.stream()
                .map(to -> OutgoingLinks.next(to, rows.streams().lockOutgoing(to)))
                .toList();
    }

    private Member partner(NodeId code) {
        Member partner = activePartner(code).orElseThrow(() -> new NoActivePartner(code));
        if (partner.encryptionPair(clock.instant()).isEmpty()) {
            throw new SendingStopped(
                    "The directory lists no key of " + code + " that messages may be encrypted to now");
        }
        return partner;
    }

    private Optional<Member> activePartner(NodeId code) {
        return directory.partners().stream()
                .filter(member -> member.code().equals(code) && member.status() == MemberStatus.ACTIVE)
                .findFirst();
    }

    private static TopicSubject subject(OutboundMessage message) {
        MessageType type = message.message().type();
        return type.subject()
                .or(() -> Optional.ofNullable(message.follows()).filter(type::travelsOn))
                .orElseThrow(() -> new IllegalArgumentException(
                        "A " + type + " follows another message and travels on a topic of the same subject"));
    }

    /// There is something new to publish.
    record Queued() {}
}
