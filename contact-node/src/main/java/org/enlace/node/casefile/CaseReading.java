package org.enlace.node.casefile;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlace.handling.Handling;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.VictimAssistanceRequest;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.person.ConsentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens what an officer may read. Every part that is shown is one line in the audit log, committed before anything is
/// handed out: if the line cannot be written, nothing is shown.
@Component
public class CaseReading {
    /// What a summary needs; persons are opened by a second, deliberate step.
    public static final Set<Compartment> SUMMARY = EnumSet.of(Compartment.ALERT);
    /// Everything about persons as well.
    public static final Set<Compartment> PERSONS =
            EnumSet.of(Compartment.ALERT, Compartment.PROTECTION, Compartment.POLICE, Compartment.IDENTITY);

    private static final int EVENTS_MAX = 200;

    private final CaseMessages messages;
    private final CaseEvents events;
    private final SealedParts parts;
    private final Reach reach;
    private final Standings standings;
    private final AuditLog audit;

    CaseReading(
            CaseMessages messages,
            CaseEvents events,
            SealedParts parts,
            Reach reach,
            Standings standings,
            AuditLog audit) {
        this.messages = messages;
        this.events = events;
        this.parts = parts;
        this.reach = reach;
        this.standings = standings;
        this.audit = audit;
    }

    /// @param chosen the message to open, null for the newest
    /// @param wanted parts to open as far as the officer may
    /// @return empty if there is no such case, or none for this officer
    @Transactional
    Optional<CaseContents> open(
            CaseReference reference, @Nullable MessageId chosen, Officer reader, Set<Compartment> wanted) {
        var sight = reach.sight(reader);
        var all = messages.of(reference);
        var seen = all.stream().filter(sight::sees).toList();
        var entry = seen.stream()
                .filter(message -> chosen == null || message.id().equals(chosen))
                .reduce((_, later) -> later);
        if (entry.isEmpty()) {
            if (!all.isEmpty()) {
                refused(reader, reference.value());
            }
            return Optional.empty();
        }
        var how = standings.of(ids(seen));
        var opened = open(entry.get(), reader, wanted, how.get(entry.get().id()));
        return Optional.of(new CaseContents(
                opened,
                seen,
                how,
                messages.recipients(opened.entry().id()),
                visible(events.of(reference, EVENTS_MAX), seen)));
    }

    /// One message by itself.
    ///
    /// @return empty if there is no such message, or not for this officer
    @Transactional
    public Optional<OpenedMessage> open(MessageId id, Officer reader, Set<Compartment> wanted) {
        var entry = messages.find(id);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (!reach.sight(reader).sees(entry.get())) {
            refused(reader, id.toString());
            return Optional.empty();
        }
        return Optional.of(
                open(entry.get(), reader, wanted, standings.of(List.of(id)).get(id)));
    }

    /// Whether an officer may add to this case: one of which this node holds nothing yet and that it may begin, or one
    /// in which the officer sees something.
    ///
    /// @param self who may begin cases of that name
    @Transactional(readOnly = true)
    public boolean mayContinue(CaseReference reference, NodeId self, Officer officer) {
        var all = messages.of(reference);
        var sight = reach.sight(officer);
        return all.isEmpty() ? reference.opener().equals(self) : all.stream().anyMatch(sight::sees);
    }

    @Transactional(readOnly = true)
    public boolean mayReplyTo(MessageId message, Officer officer) {
        return messages.find(message).filter(reach.sight(officer)::sees).isPresent();
    }

    /// What the recipients did with a message of ours, oldest first.
    @Transactional(readOnly = true)
    List<CaseEvent> partnersDid(MessageEntry message) {
        return events.ofPartners(message.id());
    }

    /// How the sender allows a message to be used. It is part of the header, which shows no person.
    public Handling handling(MessageEntry message) {
        return parts.header(message).handling();
    }

    /// What the person agreed to, for a decision of this node; it is shown to nobody. Null if nothing is recorded.
    @Transactional(readOnly = true)
    public @Nullable ConsentRecord consent(MessageEntry entry) {
        var needed = EnumSet.of(Compartment.ALERT, Compartment.PROTECTION);
        if (join(entry, parts.open(entry, needed)) instanceof VictimAssistanceRequest request) {
            var protection = request.protection();
            return protection == null ? null : protection.consent();
        }
        return null;
    }

    private OpenedMessage open(
            MessageEntry entry, Officer reader, Set<Compartment> wanted, @Nullable Standing standing) {
        var opened = EnumSet.noneOf(Compartment.class);
        var shut = new EnumMap<Compartment, Reach.Verdict>(Compartment.class);
        var all = parts.compartments(entry.id());
        for (var part : all) {
            var verdict = reach.of(reader, entry, part, standing);
            if (verdict != Reach.Verdict.OPEN) {
                shut.put(part, verdict);
            } else if (wanted.contains(part)) {
                opened.add(part);
            }
        }
        shown(reader, entry, opened);
        var message = join(entry, parts.open(entry, opened));
        return new OpenedMessage(entry, parts.header(entry), message, all, opened, shut, standing);
    }

    private static Message join(MessageEntry entry, Map<Compartment, byte[]> contents) {
        try {
            return Compartments.join(entry.gist().type(), contents);
        } catch (MalformedMessage e) {
            throw new IllegalStateException(
                    "Message " + entry.id() + " was taken in but does not read any more; restore it from its evidence",
                    e);
        }
    }

    private void shown(Officer reader, MessageEntry entry, Set<Compartment> opened) {
        var purpose = Sight.purpose(entry.gist().type()).name();
        for (var part : opened) {
            audit.write(new AuditEntry(
                    reader.pseudonym(), "SHOW_" + part.name(), entry.id().toString(), purpose, "DONE"));
        }
    }

    private void refused(Officer reader, String object) {
        audit.write(new AuditEntry(reader.pseudonym(), "SHOW", object, null, "REFUSED"));
    }

    private static List<CaseEvent> visible(List<CaseEvent> events, List<MessageEntry> seen) {
        var ids = ids(seen);
        return events.stream()
                .filter(event -> event.message() == null || ids.contains(event.message()))
                .toList();
    }

    private static Collection<MessageId> ids(List<MessageEntry> messages) {
        return messages.stream().map(MessageEntry::id).toList();
    }
}
