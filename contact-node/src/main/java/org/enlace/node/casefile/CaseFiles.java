package org.enlace.node.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.enlace.attachment.Attachments;
import org.enlace.envelope.Header;
import org.enlace.envelope.Verified;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Corroboration;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.Reply;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.MessageEntries.Origin;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.UnknownMessage;
import org.enlace.person.ConsentPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps every message in its case, in the transaction of whoever sends or takes it in.
@Component
public class CaseFiles {
    private final CaseMessages messages;
    private final CaseEvents events;
    private final CaseAnswers answers;
    private final SealedParts parts;
    private final Lives lives;
    private final EarlyRecalls early;
    private final UsePermissions permissions;
    private final Remarks remarks;
    private final Consents consents;
    private final Surroundings around;
    private final AuditLog audit;

    CaseFiles(
            CaseMessages messages,
            CaseEvents events,
            CaseAnswers answers,
            SealedParts parts,
            Lives lives,
            EarlyRecalls early,
            UsePermissions permissions,
            Remarks remarks,
            Consents consents,
            Surroundings around,
            AuditLog audit) {
        this.messages = messages;
        this.events = events;
        this.answers = answers;
        this.parts = parts;
        this.lives = lives;
        this.early = early;
        this.permissions = permissions;
        this.remarks = remarks;
        this.consents = consents;
        this.around = around;
        this.audit = audit;
    }

    /// @param sent what was just given to the outbox
    /// @param by the officer who signed it off
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSent(OutboundMessage sent, Officer by) {
        var now = around.clock().instant();
        var self = around.directory().self().code();
        var origin = new Origin(
                sent.id(), sent.id(), Side.SENT, self, sent.mode(), by.id().value(), null, now, now);
        var given = sent.about().caseRef();
        var reference = given == null ? own(now) : given;
        var of = spokenOf(sent);
        var plain = MessageEntries.of(origin, reference, sent.about(), sent.message(), around);
        var entry = of.map(plain::guardedAs).orElse(plain);
        keep(entry, sent.about(), sent.parts(), sent.recipients());
        events.add(event(entry, CaseEventKind.SENT, null, by.id().value()));
        around.events()
                .publishEvent(new MessageRecorded(entry, null, sent.about().deadline()));
        if (sent.message() instanceof Reply reply) {
            sent.recipients().stream()
                    .flatMap(to -> answers.received(to, sent.about().inReplyTo(), reply.asked()).stream())
                    .forEach(request -> answered(request, reply, by, entry));
        } else if (sent.message() instanceof UsePermissionRequest) {
            of.ifPresent(about -> permissions.asked(entry, about));
        } else {
            var version = sent.about().inReplyTo();
            of.filter(_ -> version != null)
                    .ifPresent(about -> remarks.add(
                            entry,
                            about,
                            Objects.requireNonNull(version),
                            said(sent.message()),
                            by.id().value()));
        }
    }

    /// What is written about a message is read by those who read that message.
    private Optional<MessageEntry> spokenOf(OutboundMessage sent) {
        return switch (sent.message()) {
            case UsePermissionRequest _, UsePermissionDecision _, ProposalDecision _ ->
                permissions.received(sent.recipients(), sent.about().inReplyTo());
            default -> remarks.spokenOf(sent);
        };
    }

    /// In one code.
    private static String said(Message remark) {
        return switch (remark) {
            case Corroboration(var sighting) -> sighting.finding();
            case Proposal proposal -> proposal.proposal().reason();
            default -> throw new IllegalArgumentException(remark.type() + " says nothing about another message");
        };
    }

    /// What an officer of ours answered is part of what happened to the request.
    private void answered(MessageEntry request, Reply reply, Officer by, MessageEntry answer) {
        var at = answer.storedAt();
        var kind = answers.kind(request, null, reply.ends());
        events.addAnswer(
                answer(request, kind, null, by.id().value(), reply.outcome(), at, at), answer.id(), reply.ends());
        if (kind != CaseEventKind.FURTHER_ANSWER) {
            around.events().publishEvent(new RequestAnswered(request, by.id()));
        }
    }

    /// @param storedAt when it was durable here; the clocks start then
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordReceived(Verified<? extends Message> received, Instant storedAt) {
        record(received, place(received.header(), storedAt), null, storedAt);
    }

    /// A partner asks to use a message of ours otherwise: it goes into the case of that message.
    ///
    /// @throws UnknownMessage if that message is not here
    /// @throws org.enlace.node.exchange.NotAsked if it never went to that partner
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordPermissionAsked(Verified<UsePermissionRequest> received, Instant storedAt) {
        var header = received.header();
        var about = permissions.provided(header.about().inReplyTo(), header.sender());
        var entry = record(received, about.reference(), about, storedAt);
        if (entry.recalled() == null) {
            permissions.asked(entry, about);
        }
    }

    /// A holder of a message met with what it tells of, or did not: that stands with the message.
    ///
    /// @throws UnknownMessage if that message is not here
    /// @throws org.enlace.node.exchange.NotAsked if its sender does not hold it, or others would learn of it
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSeen(Verified<Corroboration> received, Instant storedAt) {
        remark(received, remarks.seen(received), storedAt);
    }

    /// A partner proposes to change a message of ours: it goes into the case of that message.
    ///
    /// @throws UnknownMessage if that message is not here
    /// @throws org.enlace.node.exchange.NotAsked if it never went to that partner, or is not changed
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordProposed(Verified<Proposal> received, Instant storedAt) {
        remark(received, remarks.changed(received), storedAt);
    }

    private void remark(Verified<? extends Message> received, MessageEntry about, Instant storedAt) {
        hold(about);
        var entry = record(received, about.reference(), about, storedAt);
        if (entry.recalled() == null) {
            var version = Objects.requireNonNull(received.header().about().inReplyTo());
            var now = messages.find(about.id()).orElseThrow();
            remarks.add(entry, now, version, said(received.message()), null);
        }
    }

    /// A partner's answer goes into the case of our request, whatever case it names.
    ///
    /// @throws UnknownMessage if what it answers is not here
    /// @throws org.enlace.node.exchange.NotAsked if that partner was never asked by it
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAnswer(Verified<? extends Reply> received, Instant storedAt) {
        var header = received.header();
        var reply = received.message();
        var request = answers.asked(header.about().inReplyTo(), header.sender(), reply.asked());
        var guarded = reply instanceof UsePermissionDecision || reply instanceof ProposalDecision ? request : null;
        if (reply instanceof ProposalDecision decision) {
            remarks.checkAccepted(decision, request, header.sender());
        }
        var entry = record(received, request.reference(), guarded, storedAt);
        if (entry.recalled() != null) {
            // It was taken back before it came: it answers nothing.
            return;
        }
        var code = reply.outcome();
        var kind = answers.kind(request, header.sender(), reply.ends());
        var event = answer(request, kind, header.sender(), entry.authorName(), code, entry.sentAt(), entry.storedAt());
        events.addAnswer(event, entry.id(), reply.ends());
        if (kind != CaseEventKind.FURTHER_ANSWER) {
            acted(request, event);
        }
    }

    /// @param guardedAs the message whose readers read it, if not those of its kind
    private MessageEntry record(
            Verified<? extends Message> received,
            CaseReference reference,
            @Nullable MessageEntry guardedAs,
            Instant storedAt) {
        var header = received.header();
        var about = header.about();
        var origin = new Origin(
                messages.idFor(header.sender(), header.msgId()),
                header.msgId(),
                Side.RECEIVED,
                header.sender(),
                header.mode(),
                null,
                received.digest(),
                header.sentAt(),
                storedAt);
        var plain = MessageEntries.of(origin, reference, about, received.message(), around);
        var entry = guardedAs == null ? plain : plain.guardedAs(guardedAs);
        var recalled = early.before(header.sender(), header.msgId());
        if (recalled.isPresent()) {
            return keepNothing(entry, recalled.get(), header.recipients());
        }
        var withdrawn = consents.withdrawn(header.sender(), header.msgId());
        if (ConsentPurpose.endsAll(withdrawn)) {
            return keepNothing(entry, new Recalled(Recalled.CONSENT, storedAt, storedAt), header.recipients());
        }
        keep(entry, about, received.compartments(), header.recipients());
        if (!withdrawn.isEmpty()) {
            messages.close(entry, Purposes.closed(withdrawn));
        }
        events.add(event(entry, CaseEventKind.RECEIVED, header.sender(), entry.authorName()));
        var kept = messages.find(entry.id()).orElseThrow();
        around.events().publishEvent(new MessageRecorded(kept, header.dirVersion(), about.deadline()));
        return kept;
    }

    private static CaseEvent answer(
            MessageEntry request,
            CaseEventKind kind,
            @Nullable NodeId partner,
            String actor,
            String code,
            Instant happenedAt,
            Instant recordedAt) {
        return new CaseEvent(
                request.reference(),
                request.id(),
                kind,
                partner,
                null,
                actor,
                code,
                happenedAt,
                recordedAt,
                CaseEvent.Words.NONE);
    }

    private void acted(MessageEntry entry, CaseEvent event) {
        around.events().publishEvent(new PartnerActed(entry, event));
    }

    /// It was taken back before it came: that it was here is written down, and nothing of what it says is kept.
    private MessageEntry keepNothing(MessageEntry entry, Recalled how, Collection<NodeId> recipients) {
        var without = entry.with(how);
        keep(without, recipients);
        messages.recalled(without, how);
        events.add(event(without, CaseEventKind.RECEIVED, entry.partner(), entry.authorName()));
        audit.write(AuditEntry.byNode("RECALLED_BEFORE", entry.id().toString()));
        return without;
    }

    /// Where a partner's message is filed. A partner that neither opened the case nor had a part in it so far cannot
    /// put anything into it: its message gets a case of its own, as one does that belongs to no case.
    private CaseReference place(Header header, Instant storedAt) {
        var given = header.about().caseRef();
        if (given != null
                && (given.opener().equals(header.sender())
                        || messages.of(given).isEmpty()
                        || messages.takesPart(given, header.sender()))) {
            return given;
        }
        if (given != null) {
            audit.write(AuditEntry.byNode("FILED_APART", header.msgId().toString()));
        }
        return own(storedAt);
    }

    private CaseReference own(Instant at) {
        return CaseReference.next(
                around.directory().self().code(), at.atOffset(ZoneOffset.UTC).getYear(), around.random());
    }

    private void keep(
            MessageEntry entry, About about, Map<Compartment, byte[]> compartments, Collection<NodeId> recipients) {
        keep(entry, recipients);
        parts.add(entry.reference(), entry.id(), about, compartments);
        var attachments = compartments.get(Compartment.ATTACHMENTS);
        if (attachments != null) {
            named(entry, attachments);
        }
    }

    private void named(MessageEntry entry, byte[] attachments) {
        try {
            var from = entry.side() == Side.SENT ? null : entry.partner();
            around.events()
                    .publishEvent(new AttachmentsNamed(
                            entry.id(), entry.givenId(), entry.reference(), from, Attachments.read(attachments)));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Message " + entry.id() + " was let in with files that do not read", e);
        }
    }

    private void keep(MessageEntry entry, Collection<NodeId> recipients) {
        messages.touch(entry.reference(), entry.storedAt());
        messages.add(entry);
        messages.addRecipients(entry, recipients);
    }

    private static CaseEvent event(MessageEntry entry, CaseEventKind kind, @Nullable NodeId partner, String actor) {
        return new CaseEvent(
                entry.reference(),
                entry.id(),
                kind,
                partner,
                null,
                actor,
                null,
                entry.storedAt(),
                entry.storedAt(),
                CaseEvent.Words.NONE);
    }

    /// Writes down what a partner did with a message of ours, or with one that it sent us. What does not fit is
    /// kept all the same and changes nothing.
    ///
    /// @throws UnknownMessage if there is no such message between that partner and us
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordStatus(Verified<Status> received, Instant storedAt) {
        var status = received.message();
        var partner = received.header().sender();
        var entry = messages.find(status.of())
                .filter(message -> message.side() == Side.SENT)
                .filter(_ -> messages.recipients(status.of()).contains(partner))
                .or(() -> messages.received(partner, status.of()))
                .orElseThrow(() -> new UnknownMessage(status.of()));
        // Only who received a message can say that nobody acknowledged it there.
        var silent = status.kind() == StatusKind.NOTE && status.escalatedTo() != null && entry.side() == Side.SENT;
        var kind = entry.side() == Side.SENT ? CaseEventKind.of(status) : CaseEventKind.of(status.kind());
        var opened = status.opened();
        var event = silent
                ? silence(entry, status, partner, storedAt)
                : new CaseEvent(
                        entry.reference(),
                        entry.id(),
                        kind,
                        partner,
                        null,
                        status.desk(),
                        kind == CaseEventKind.OPENED && opened != null
                                ? OpeningsToldOf.ground(opened)
                                : status.kind() == StatusKind.COMPLETED ? status.outcome() : status.ground(),
                        // As fine as the database keeps it: the words are sealed to this moment.
                        status.at().truncatedTo(ChronoUnit.MICROS),
                        storedAt,
                        new CaseEvent.Words(
                                status.forwardedTo(),
                                status.alternative(),
                                kind.isCoded() ? null : status.note(),
                                status.followUp()));
        messages.touch(entry.reference(), storedAt);
        events.add(event);
        if (lives.of(entry).values().stream()
                .anyMatch(life -> life.ignored(event).isPresent())) {
            audit.write(AuditEntry.byNode("CHANGED_NOTHING", entry.id().toString()));
        }
        acted(entry, event);
    }

    /// What its words say as well is left out: each reader gets it in their own language.
    private static CaseEvent silence(MessageEntry entry, Status status, NodeId partner, Instant storedAt) {
        return new CaseEvent(
                entry.reference(),
                entry.id(),
                CaseEventKind.UNACKNOWLEDGED,
                partner,
                null,
                null,
                status.escalatedTo(),
                status.at(),
                storedAt,
                CaseEvent.Words.NONE);
    }

    /// From here on nobody else adds to the case until the transaction ends. What arrives holds it too, before the item
    /// on the desk: who acts does so in the same order, or both would wait for each other.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MessageEntry message) {
        hold(message.reference());
    }

    /// Nobody else changes the case until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseReference reference) {
        messages.hold(reference);
    }

    /// Writes down what an officer of ours did with a message.
    ///
    /// @param toward the recipient that it concerns, of what we sent; null otherwise
    /// @return by which [#event] finds it
    @Transactional(propagation = Propagation.MANDATORY)
    public long recordOwn(
            MessageEntry message, CaseEventKind kind, Officer by, Doing doing, @Nullable NodeId toward, Instant at) {
        messages.touch(message.reference(), at);
        return events.add(new CaseEvent(
                message.reference(),
                message.id(),
                kind,
                null,
                toward,
                by.id().value(),
                doing.ground(),
                at,
                at,
                doing.words()));
    }

    /// Writes down that somebody was silent, once for a message and recipient.
    ///
    /// @param toward the recipient that was silent, of what we sent; null if nobody here acknowledged
    /// @param rung to whom it was escalated here, code of list `rung`; null of what we sent
    /// @param due when there should have been a word
    /// @return by which [#event] finds it; empty if it was written down before
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong recordSilence(
            MessageEntry message,
            CaseEventKind kind,
            @Nullable NodeId toward,
            @Nullable String rung,
            Instant due,
            Instant now) {
        if (events.isThere(message.id(), kind, toward)) {
            return OptionalLong.empty();
        }
        messages.touch(message.reference(), now);
        var event = new CaseEvent(
                message.reference(), message.id(), kind, null, toward, null, rung, due, now, CaseEvent.Words.NONE);
        audit.write(AuditEntry.byNode(kind.name(), message.id().toString()));
        return OptionalLong.of(events.add(event));
    }

    /// Writes down that all files of a message are here, once.
    ///
    /// @return by which [#event] finds it; empty if it was written down before
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalLong recordFilesHere(MessageEntry message, Instant now) {
        if (events.isThere(message.id(), CaseEventKind.FILES_HERE, null)) {
            return OptionalLong.empty();
        }
        messages.touch(message.reference(), now);
        audit.write(
                AuditEntry.byNode(CaseEventKind.FILES_HERE.name(), message.id().toString()));
        return OptionalLong.of(events.add(new CaseEvent(
                message.reference(),
                message.id(),
                CaseEventKind.FILES_HERE,
                null,
                null,
                null,
                null,
                now,
                now,
                CaseEvent.Words.NONE)));
    }

    /// Whether the recipient's node itself said that nobody there had acknowledged.
    public boolean isSaidUnacknowledged(MessageEntry sent, NodeId recipient) {
        return events.first(sent.id(), CaseEventKind.UNACKNOWLEDGED, recipient).isPresent();
    }

    /// The life of a message at each of its recipients that we know of: of what we received, at ours.
    public SortedMap<NodeId, Life> lives(MessageEntry message) {
        return lives.of(message);
    }

    /// Until when somebody here has to say what was done about a consent that was taken back.
    public Optional<Instant> attestBy(MessageEntry message) {
        return consents.attestBy(message);
    }

    /// What was written down, with its words.
    public Optional<CaseEvent> event(long id) {
        return events.find(id);
    }

    /// The notes that were written down under these numbers; what was destroyed with its message is left out.
    public Map<Long, String> notes(Collection<Long> ids) {
        return events.notes(ids);
    }

    /// Who has said its last word about a message that asks: recipients of ours, or this contact point.
    public Set<NodeId> answered(MessageEntry request) {
        return answers.ended(request);
    }

    /// The answers that stand, codes of the list for its kind ([Asking]).
    public List<String> answers(MessageEntry request) {
        return answers.standing(request.id());
    }

    /// Whether this node has given its final answer to a request.
    @Transactional(readOnly = true)
    public boolean hasAnswered(MessageEntry request) {
        return answers.ended(request.id(), null);
    }

    public Optional<MessageEntry> find(MessageId message) {
        return messages.find(message);
    }

    /// Those that are there, in one query.
    public Map<MessageId, MessageEntry> find(Collection<MessageId> wanted) {
        return messages.find(wanted);
    }
}
