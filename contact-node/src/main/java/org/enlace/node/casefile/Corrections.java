package org.enlace.node.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.enlace.envelope.Verified;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.VictimMessage;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.MessageEntries.Origin;
import org.enlace.node.exchange.NotCorrectable;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A new version takes the place of what a message said: its state, its clock and what was done about it go on, and the
/// versions before it stay readable. Nothing is opened to anybody to whom it was closed.
@Component
public class Corrections {
    private static final Duration READ_WITHIN = Duration.ofHours(24);

    private final CaseMessages messages;
    private final CaseVersions versions;
    private final CaseEvents events;
    private final SealedParts parts;
    private final CaseReading reading;
    private final Reach reach;
    private final Surroundings around;

    Corrections(
            CaseMessages messages,
            CaseVersions versions,
            CaseEvents events,
            SealedParts parts,
            CaseReading reading,
            Reach reach,
            Surroundings around) {
        this.messages = messages;
        this.versions = versions;
        this.events = events;
        this.parts = parts;
        this.reading = reading;
        this.reach = reach;
        this.around = around;
    }

    /// What we sent and may be corrected, as it stands now.
    ///
    /// @param newest by which its recipients know the version that stands
    public record Standing(MessageEntry message, About about, Set<NodeId> recipients, MessageId newest) {
        public Standing {
            recipients = Set.copyOf(recipients);
        }
    }

    /// A message of ours that an officer may see and that was not taken back.
    ///
    /// @param version any version of it
    @Transactional(readOnly = true)
    public Optional<Standing> ours(MessageId version, Officer officer) {
        return versions.root(Side.SENT, around.directory().self().code(), version)
                .filter(message -> message.recalled() == null)
                .filter(reach.sight(officer)::sees)
                .map(message -> new Standing(
                        message,
                        parts.header(message),
                        Set.copyOf(messages.recipients(message.id())),
                        versions.newest(message)));
    }

    /// Whether an officer may not see the message of ours that this is a version of.
    @Transactional(readOnly = true)
    public boolean isHidden(MessageId version, Officer officer) {
        return versions.root(Side.SENT, around.directory().self().code(), version)
                .filter(message -> !reach.sight(officer).sees(message))
                .isPresent();
    }

    /// From here on nobody else corrects that message of ours, or takes it back, until the transaction ends: whoever
    /// wants to waits, or was first.
    ///
    /// @param version any version of it
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MessageId version) {
        versions.root(Side.SENT, around.directory().self().code(), version).ifPresent(this::locked);
    }

    /// Files what we sent instead of an earlier version.
    ///
    /// @param sent which corrects the newest version, held by this transaction since before the rules were asked
    /// @param by the officer who wrote it
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSent(OutboundMessage sent, Officer by) {
        var now = around.clock().instant();
        var self = around.directory().self().code();
        var given = Objects.requireNonNull(sent.about().supersedes());
        var before = locked(versions.root(Side.SENT, self, given).orElseThrow(() -> new UnknownMessage(given)));
        if (!versions.newest(before).equals(given)) {
            throw new IllegalStateException("Version " + given + " of message " + before.id()
                    + " was corrected before; hold the message before the rules are asked");
        }
        var origin = new Origin(
                before.id(), sent.id(), Side.SENT, self, sent.mode(), by.id().value(), null, now, now);
        var next = MessageEntries.of(origin, before.reference(), sent.about(), sent.message(), around);
        replace(
                before,
                next,
                sent.about(),
                Compartments.split(sent.message()),
                null,
                null,
                by.id().value());
    }

    /// @throws UnknownMessage if what it corrects is not here
    /// @throws NotCorrectable if that was taken back or corrected before, or if more would change than what it says
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordReceived(Verified<? extends Message> received, Instant storedAt) {
        var header = received.header();
        var about = header.about();
        var sender = header.sender();
        var given = Objects.requireNonNull(about.supersedes());
        var before = locked(versions.root(Side.RECEIVED, sender, given).orElseThrow(() -> new UnknownMessage(given)));
        if (before.recalled() != null
                || received.compartments().containsKey(Compartment.ATTACHMENTS)
                || before.mode() != header.mode()
                || before.gist().type() != about.messageType()
                || !versions.newest(before).equals(given)
                || !sameFrame(parts.header(before), about)
                || !samePerson(before, received.message())
                || !same(header.recipients(), messages.recipients(before.id()))) {
            throw new NotCorrectable(sender, given);
        }
        var origin = new Origin(
                before.id(),
                header.msgId(),
                Side.RECEIVED,
                sender,
                header.mode(),
                null,
                received.digest(),
                header.sentAt(),
                storedAt);
        var next = MessageEntries.of(origin, before.reference(), about, received.message(), around);
        replace(before, next, about, received.compartments(), header.dirVersion(), sender, about.senderOfficer());
    }

    /// An officer confirms that they read the correction of what a partner sent. Whoever does so twice does nothing.
    ///
    /// @param number of the version that the officer read: one that came meanwhile waits for somebody else
    /// @return the message; empty if it has no such version, or not for this officer
    @Transactional
    public Optional<MessageEntry> read(MessageId message, int number, Officer by) {
        var found = messages.find(message)
                .filter(entry -> entry.side() == Side.RECEIVED && !entry.sealed())
                .filter(reach.sight(by)::sees)
                .filter(entry -> number > 1 && number <= versions.of(entry.id()).size())
                .map(this::locked);
        found.filter(entry -> versions.unread(entry)
                        .filter(newest -> newest.number() == number)
                        .isPresent())
                .ifPresent(entry -> {
                    var now = around.clock().instant();
                    versions.read(entry.id(), by.pseudonym(), now);
                    messages.touch(entry.reference(), now);
                    var event = events.add(new CaseEvent(
                            entry.reference(),
                            entry.id(),
                            CaseEventKind.CORRECTION_READ,
                            null,
                            null,
                            by.id().value(),
                            null,
                            now,
                            now,
                            CorrectionNote.of(number)));
                    around.events().publishEvent(new CorrectionRead(entry, by, event));
                });
        return found;
    }

    /// What was said before it was corrected, oldest first: when it was, and why something else took its place, code of
    /// list `correction-reason`.
    @Transactional(readOnly = true)
    public List<Earlier> earlier(MessageEntry message) {
        var all = versions.of(message.id());
        return IntStream.range(1, all.size())
                .mapToObj(next -> new Earlier(
                        message.side() == Side.SENT
                                ? all.get(next - 1).sentAt()
                                : all.get(next - 1).storedAt(),
                        Objects.requireNonNullElse(all.get(next).reason(), "")))
                .toList();
    }

    /// @param reason code of list `correction-reason`
    public record Earlier(Instant at, String reason) {}

    /// Until when somebody here has to say that they read the newest correction; empty if nobody has to.
    public Optional<Instant> readBy(MessageEntry message) {
        return versions.unread(message).map(newest -> newest.storedAt().plus(READ_WITHIN));
    }

    /// Who may read it, and in which case it stands, no correction changes.
    public static boolean sameFrame(About before, About now) {
        return Objects.equals(before.caseRef(), now.caseRef())
                && before.handling().equals(now.handling())
                && Objects.equals(before.inReplyTo(), now.inReplyTo());
    }

    /// Whom it is about does not change: what that person agreed to, or took back, would be lost.
    public boolean samePerson(MessageEntry before, Message now) {
        var part = now instanceof VictimMessage victim ? victim.protection() : null;
        return reading.person(before)
                .equals(Optional.ofNullable(part).map(one -> one.person().personRef()));
    }

    private static boolean same(Collection<NodeId> some, Collection<NodeId> others) {
        return Set.copyOf(some).equals(Set.copyOf(others));
    }

    private MessageEntry locked(MessageEntry message) {
        messages.hold(message.reference());
        return messages.find(message.id()).orElseThrow();
    }

    private void replace(
            MessageEntry before,
            MessageEntry next,
            About about,
            Map<Compartment, byte[]> contents,
            @Nullable Integer directoryVersion,
            @Nullable NodeId partner,
            String actor) {
        var all = versions.of(before.id());
        if (all.isEmpty()) {
            versions.add(
                    before.id(),
                    new Version(
                            1,
                            before.givenId(),
                            before.authorName(),
                            before.digest(),
                            before.sentAt(),
                            before.storedAt(),
                            null,
                            null,
                            null));
        }
        var number = Math.max(1, all.size());
        var kept = new EnumMap<Compartment, byte[]>(Compartment.class);
        kept.putAll(contents);
        if (parts.compartments(before.id()).contains(Compartment.ATTACHMENTS)) {
            // Its files came with the message and stay with it, whatever its words say now.
            kept.putAll(parts.open(before, EnumSet.of(Compartment.ATTACHMENTS)));
        }
        parts.supersede(before, number);
        parts.add(before.reference(), before.id(), about, kept);
        var reason = about.correctionReason();
        var at = next.storedAt();
        versions.add(
                before.id(),
                new Version(
                        number + 1,
                        next.givenId(),
                        next.authorName(),
                        next.digest(),
                        next.sentAt(),
                        at,
                        reason,
                        null,
                        null));
        var now = before.correctedBy(next);
        messages.corrected(now);
        messages.touch(before.reference(), at);
        events.add(new CaseEvent(
                before.reference(),
                before.id(),
                CaseEventKind.CORRECTED,
                partner,
                null,
                actor,
                reason,
                next.sentAt(),
                at,
                CaseEvent.Words.NONE));
        around.events()
                .publishEvent(new MessageCorrected(
                        now, directoryVersion, !before.urgency().atLeast(now.urgency())));
    }

    /// Closed to whom either shuts out.
    static Set<Role> closed(MessageEntry one, MessageEntry other) {
        var closed = EnumSet.noneOf(Role.class);
        closed.addAll(one.closedTo());
        closed.addAll(other.closedTo());
        return closed;
    }
}
