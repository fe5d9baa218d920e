package org.enlace.node.casefile;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.handling.Caveat;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.Compartments;
import org.enlace.message.MalformedMessage;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.MessageEntries.Origin;
import org.enlace.node.exchange.OutboundMessage;
import org.springframework.stereotype.Component;

/// Puts a message that has not left yet into words, for those who decide whether it may.
@Component
public class ReleaseSheets {
    private final Headlines headlines;
    private final Facts facts;
    private final HandlingWords handling;
    private final Labels labels;
    private final Reach reach;
    private final Surroundings around;

    ReleaseSheets(
            Headlines headlines, Facts facts, HandlingWords handling, Labels labels, Reach reach, Surroundings around) {
        this.headlines = headlines;
        this.facts = facts;
        this.handling = handling;
        this.labels = labels;
        this.reach = reach;
        this.around = around;
    }

    /// As it would be filed if it left now.
    public MessageEntry entry(OutboundMessage message, CaseReference reference, OfficerId author) {
        var now = around.clock().instant();
        var origin = new Origin(
                message.id(),
                message.id(),
                Side.SENT,
                around.directory().self().code(),
                message.mode(),
                author.value(),
                null,
                now,
                now);
        return MessageEntries.of(origin, reference, message.about(), message.message(), around);
    }

    /// The parts that this officer opens to decide about it.
    public Set<Compartment> parts(OutboundMessage message, MessageEntry entry, Officer officer) {
        var open = EnumSet.noneOf(Compartment.class);
        message.parts().keySet().stream()
                .filter(part -> reach.opensToRelease(officer, entry, part))
                .forEach(open::add);
        return open;
    }

    /// Whether this officer opens its files to decide about it.
    public boolean opensFiles(MessageEntry entry, Officer officer) {
        return reach.opensToRelease(officer, entry, Compartment.ATTACHMENTS);
    }

    /// Whether anybody at a contact point may read it, by the roles that its desk names and the sender's caveats.
    public boolean hasReaders(About about, NodeId recipient, Officer asking) {
        var directory = around.directory().current();
        var roles = MessageEntries.rolesAt(recipient, directory);
        roles.removeAll(MessageEntries.closedTo(about, directory, recipient));
        var protectionOnly = about.handling().has(Caveat.VICTIM_PROTECTION_ONLY);
        return roles.stream().anyMatch(role -> reach.reads(role, about.messageType(), protectionOnly, asking));
    }

    /// @param opened the parts that are shown; what the others say is left out
    public ReleaseSheet of(
            OutboundMessage message, MessageEntry entry, Set<Compartment> opened, Officer officer, Locale reader) {
        var all = message.parts();
        var contents = new EnumMap<Compartment, byte[]>(Compartment.class);
        opened.forEach(part -> contents.put(part, all.getOrDefault(part, new byte[0])));
        var open = open(message, entry, contents, all.keySet());
        return new ReleaseSheet(
                headlines.of(entry, reader),
                headlines.type(entry.gist(), reader),
                entry.urgency(),
                labels.of("urgency", entry.urgency(), reader),
                entry.mode() == Mode.ACTUAL ? null : labels.of("mode", entry.mode(), reader),
                handling.lines(message.about(), reader),
                terms(message, reader),
                facts.asks(open.message(), reader),
                facts.summary(open, reader),
                facts.persons(open, reader),
                readers(message, entry, all.keySet(), officer, reader));
    }

    private static OpenedMessage open(
            OutboundMessage message, MessageEntry entry, Map<Compartment, byte[]> contents, Set<Compartment> parts) {
        try {
            return new OpenedMessage(
                    entry,
                    message.about(),
                    Compartments.join(entry.gist().type(), contents),
                    contents,
                    parts,
                    contents.keySet(),
                    Map.of(),
                    null);
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Message " + entry.id() + " was not written by this node", e);
        }
    }

    private List<Fact> terms(OutboundMessage message, Locale reader) {
        var about = message.about();
        var sheet = new FactSheet(labels, reader);
        sheet.code("casefile.term.corrects", "correction-reason", about.correctionReason())
                .written("casefile.term.subject", about.subject(), about.language())
                .countries(
                        "casefile.term.recipients",
                        message.recipients().stream().map(NodeId::value).toList())
                .code("casefile.term.urgency", "urgency", about.urgency())
                .code("casefile.term.addressed", "role", about.addressedRole())
                .said("casefile.term.handling", texts(about, reader));
        var condition = handling.condition(about, reader);
        if (condition != null) {
            sheet.named(condition.label(), String.join(" ", condition.values()), condition.language());
        }
        var deadline = about.deadline();
        sheet.said("casefile.term.deadline", deadline == null ? List.of() : List.of(FactSheet.minutes(deadline)));
        var retention = about.retention();
        if (retention == null) {
            sheet.said("casefile.term.retention", List.of(labels.text(reader, "casefile.term.retention.usual")));
        } else {
            var day = retention.until();
            sheet.said(
                    "casefile.term.retention",
                    List.of(Labels.joined(
                            sheet.label("retention", retention.category()), day == null ? "" : sheet.day(day))));
        }
        sheet.day(
                "casefile.term.expiry",
                message.notAfter().atOffset(ZoneOffset.UTC).toLocalDate());
        return sheet.facts();
    }

    private List<String> texts(About about, Locale reader) {
        return handling.lines(about, reader).stream().map(Chip::text).toList();
    }

    private List<ReleaseSheet.Desk> readers(
            OutboundMessage message, MessageEntry entry, Set<Compartment> parts, Officer officer, Locale reader) {
        var directory = around.directory().current();
        var desks = new ArrayList<ReleaseSheet.Desk>();
        for (var recipient : message.recipients()) {
            var closed = MessageEntries.closedTo(message.about(), directory, recipient);
            desks.add(desk(recipient, false, entry.elsewhere(Side.RECEIVED, closed), parts, officer, reader));
        }
        desks.add(desk(entry.partner(), true, entry, parts, officer, reader));
        return desks;
    }

    private ReleaseSheet.Desk desk(
            NodeId code, boolean self, MessageEntry there, Set<Compartment> parts, Officer officer, Locale reader) {
        var unit = around.directory().unit(code);
        return new ReleaseSheet.Desk(
                code,
                self,
                unit,
                parts.stream()
                        .map(part -> new CaseScreen.Readers(
                                labels.of("compartment", part, reader), roles(officer, there, part, reader)))
                        .toList());
    }

    private String roles(Officer officer, MessageEntry there, Compartment part, Locale reader) {
        var roles = reach.roles(officer, there, part, null);
        return roles.isEmpty()
                ? labels.text(reader, "casefile.readers.nobody")
                : roles.entrySet().stream()
                        .map(role -> said(role.getKey(), role.getValue(), reader))
                        .collect(Collectors.joining(", "));
    }

    private String said(Role role, Reach.Verdict verdict, Locale reader) {
        var name = labels.of("role", role, reader);
        return verdict == Reach.Verdict.OPEN ? name : labels.text(reader, "casefile.readers.later", "role", name);
    }
}
