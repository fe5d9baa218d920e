package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.RemarkScreen.Line;
import org.springframework.stereotype.Component;

/// What holders say about a message, in the reader's language. It is made of what rests in clear: no part is opened for
/// it.
@Component
public class RemarkWords {
    private static final int SHOWN_MAX = 50;

    private final Remarks remarks;
    private final Offers offers;
    private final Labels labels;

    RemarkWords(Remarks remarks, Offers offers, Labels labels) {
        this.remarks = remarks;
        this.offers = offers;
        this.labels = labels;
    }

    /// What a message proposes, one by one; empty if it proposes nothing.
    public List<String> items(MessageEntry message, Locale reader) {
        return remarks.proposed(message)
                .map(proposal -> RemarkFacts.items(proposal, new FactSheet(labels, reader)))
                .orElse(List.of());
    }

    RemarkScreen of(OpenedMessage open, Officer officer, Locale reader) {
        var message = open.entry();
        var said = remarks.of(message).stream()
                .filter(remark -> remark.entry().recalled() == null)
                .toList();
        var sightings = counted(message, of(said, MessageType.CORROBORATION));
        return new RemarkScreen(
                counts(sightings, reader),
                sightings.stream()
                        .limit(SHOWN_MAX)
                        .map(sighting -> line(sighting, reader))
                        .toList(),
                offers.mayCorroborate(open, officer),
                of(said, MessageType.PROPOSAL).reversed().stream()
                        .limit(SHOWN_MAX)
                        .map(proposal -> proposed(message, proposal, reader))
                        .toList(),
                offers.mayPropose(open, officer),
                remarks.about(message)
                        .filter(_ -> message.gist().type() == MessageType.PROPOSAL)
                        .filter(_ -> remarks.decision(message).isEmpty())
                        .filter(about -> offers.mayAccept(open, about, officer))
                        .map(about -> new RemarkScreen.Accept(
                                about.gist().type().name(),
                                about.id().toString(),
                                message.id().toString()))
                        .orElse(null));
    }

    private static List<Remark> of(List<Remark> said, MessageType type) {
        return said.stream()
                .filter(remark -> remark.entry().gist().type() == type)
                .toList();
    }

    /// A sighting, and whether it counts: the newest of its sender, of what the message says now.
    ///
    /// @param newest of its sender
    /// @param current about the version that stands
    record Sighting(MessageEntry entry, boolean newest, boolean current) {
        boolean counts() {
            return newest && current;
        }
    }

    /// The newest first. Both sides know the moment at which each was sent, and so count the same.
    List<Sighting> counted(MessageEntry message, List<Remark> sightings) {
        var standing = remarks.standing(message);
        var heard = new HashSet<NodeId>();
        return sightings.stream()
                .sorted(Comparator.comparing((Remark remark) -> remark.entry().sentAt())
                        .thenComparing(remark -> remark.entry().givenId().toString())
                        .reversed())
                .map(remark -> new Sighting(
                        remark.entry(),
                        heard.add(remark.entry().partner()),
                        remark.version().equals(standing)))
                .toList();
    }

    private List<String> counts(List<Sighting> sightings, Locale reader) {
        var counts = new TreeMap<String, Integer>();
        sightings.stream()
                .filter(Sighting::counts)
                .flatMap(sighting -> sighting.entry().gist().first("finding").stream())
                .forEach(finding -> counts.merge(finding, 1, Integer::sum));
        var lines = new ArrayList<String>();
        counts.forEach((finding, number) -> lines.add(
                labels.text(reader, "web.pair", "name", labels.of("sighting", finding, reader), "value", number)));
        return lines;
    }

    private Line line(Sighting sighting, Locale reader) {
        var gist = sighting.entry().gist();
        var notes = new ArrayList<String>();
        gist.first("from")
                .ifPresent(from ->
                        notes.add(ReportFacts.period(from, gist.first("to").orElse(null))));
        gist.first("grade")
                .ifPresent(grade -> notes.add(labels.text(reader, "casefile.sighting.grade", "code", grade)));
        if (!sighting.newest()) {
            notes.add(labels.text(reader, "casefile.sighting.earlier"));
        } else if (!sighting.current()) {
            notes.add(labels.text(reader, "casefile.remark.earlier-version"));
        }
        var finding = labels.of("sighting", gist.first("finding").orElse(""), reader);
        return line(sighting.entry(), finding, notes);
    }

    private Line proposed(MessageEntry message, Remark proposal, Locale reader) {
        var notes = new ArrayList<String>();
        notes.add(remarks.decision(proposal.entry())
                .map(decision -> decided(decision, reader))
                .orElseGet(() -> labels.text(reader, "casefile.permission.open")));
        if (!proposal.version().equals(remarks.standing(message))) {
            notes.add(labels.text(reader, "casefile.remark.earlier-version"));
        }
        var reason = proposal.entry().gist().first("reason").orElse("");
        return line(proposal.entry(), labels.of("correction-reason", reason, reader), notes);
    }

    /// `Rejected: It cannot be confirmed`.
    private String decided(MessageEntry decision, Locale reader) {
        var gist = decision.gist();
        var outcome = labels.of("proposal-outcome", gist.first("answer").orElse(""), reader);
        return gist.first("ground")
                .map(ground -> labels.text(
                        reader, "web.pair", "name", outcome, "value", labels.of("rejection-ground", ground, reader)))
                .orElse(outcome);
    }

    private static Line line(MessageEntry entry, String what, List<String> notes) {
        return new Line(what, entry.partner(), entry.authorName(), entry.sentAt(), "?message=" + entry.id(), notes);
    }
}
