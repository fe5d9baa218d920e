package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.lifecycle.BusinessState;
import org.enlace.message.AnswerKind;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What taking a message back does to its case, in the transaction of whoever does it.
@Component
public class CaseRecalls {
    private static final String FORWARDED = AnswerKind.FORWARDED.name();

    private final CaseMessages messages;
    private final CaseEvents events;
    private final CaseAnswers answers;
    private final SealedParts parts;
    private final UsePermissions permissions;
    private final Remarks remarks;
    private final KeptFrom keptFrom;
    private final Surroundings around;

    CaseRecalls(
            CaseMessages messages,
            CaseEvents events,
            CaseAnswers answers,
            SealedParts parts,
            UsePermissions permissions,
            Remarks remarks,
            KeptFrom keptFrom,
            Surroundings around) {
        this.permissions = permissions;
        this.remarks = remarks;
        this.keptFrom = keptFrom;
        this.messages = messages;
        this.events = events;
        this.answers = answers;
        this.parts = parts;
        this.around = around;
    }

    /// @param given the id by which its sender knows it
    public Optional<MessageEntry> received(NodeId sender, MessageId given) {
        return messages.received(sender, given);
    }

    /// From here on nobody else adds to its case until the transaction ends: whoever takes a step waits, or was
    /// first.
    ///
    /// @return the message as it is now
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageEntry hold(MessageEntry message) {
        messages.hold(message.reference());
        return messages.find(message.id()).orElseThrow();
    }

    public List<NodeId> recipients(MessageId message) {
        return messages.recipients(message);
    }

    /// When a message of ours was accepted by this partner, or one of a partner by us (null); empty if it was not.
    public Optional<Instant> accepted(MessageId message, @Nullable NodeId by) {
        return events.first(message, CaseEventKind.ACCEPTED, by);
    }

    /// Whether an officer here took it out of the node, or handed the person a copy of what it said.
    public boolean exported(MessageId message) {
        return events.first(message, CaseEventKind.EXPORTED, null).isPresent()
                || events.first(message, CaseEventKind.COPY_GIVEN, null).isPresent();
    }

    /// Whether this contact point handed it to another unit, or answered that it did.
    public boolean forwarded(MessageId message) {
        return events.first(message, CaseEventKind.FORWARDED, null).isPresent()
                || events.answers(message).stream()
                        .anyMatch(event -> event.partner() == null && FORWARDED.equals(event.ground()));
    }

    /// Marks it; if the mark says so, nobody opens it any more, whatever page or program asks.
    ///
    /// @return the message as it is now
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageEntry mark(MessageEntry message, Recalled how) {
        var ends =
                message.side() == Side.SENT ? message.recalled() == null : how.sealedAt() != null && !message.sealed();
        if (ends) {
            Asking.answeredBy(message.gist().type()).ifPresent(asking -> takeBackAnswer(message, asking));
        }
        if (how.sealedAt() != null && !message.sealed()) {
            keptFrom.keep(message);
        }
        messages.recalled(message, how);
        around.events().publishEvent(new MessageTakenBack(message.id()));
        remarks.goWith(message, how);
        return message.with(how);
    }

    /// What it answered waits for an answer again, and shows nothing of this one.
    private void takeBackAnswer(MessageEntry answer, Asking asking) {
        var request = parts.header(answer).inReplyTo();
        answers.takeBack(answer, asking, request, messages.recipients(answer.id()))
                .forEach(open -> around.events().publishEvent(new AnswerTakenBack(open)));
    }

    /// Destroys its content for ever; that it was here stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(MessageEntry message) {
        parts.destroy(message.id());
        around.events().publishEvent(new MessageDestroyed(message.id()));
        remarks.destroyWith(message);
    }

    /// @return by which [CaseFiles#event] finds it
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(CaseEvent event) {
        messages.touch(event.reference(), event.recordedAt());
        return events.add(event);
    }

    /// Whoever read it for one of these purposes opens it no more.
    ///
    /// @param withdrawn codes of list `consent-purpose`
    /// @param urgent whether the desk rings
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(MessageEntry message, Set<String> withdrawn, boolean urgent) {
        var roles = Purposes.closed(withdrawn);
        messages.close(message, roles);
        around.events()
                .publishEvent(new ConsentChanged(messages.find(message.id()).orElseThrow(), urgent));
        // What was asked about its use, or said about it, is read by those who read it.
        Stream.concat(
                        permissions.around(message).stream(),
                        remarks.of(message).stream().map(Remark::entry))
                .forEach(about -> {
                    messages.close(about, roles);
                    around.events()
                            .publishEvent(
                                    new ConsentChanged(messages.find(about.id()).orElseThrow(), false));
                });
    }

    /// Somebody attested what was done about a withdrawal that closed a part.
    @Transactional(propagation = Propagation.MANDATORY)
    public void attested(MessageEntry message) {
        around.events().publishEvent(new ConsentChanged(message, false));
    }

    /// Opens it again for whom it was open, because a life is at stake.
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageEntry reopen(MessageEntry message, Recalled how) {
        var open = message.with(how);
        messages.recalled(open, how);
        messages.codes(open, parts.gist(open));
        return messages.find(message.id()).orElseThrow();
    }

    /// Tells the desk what waits for the message now.
    ///
    /// @param due until when somebody has to act, null if nobody has to any more
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(MessageEntry message, BusinessState state, @Nullable Instant due, boolean urgent) {
        around.events().publishEvent(new Settled(message, state, due, urgent));
    }
}
