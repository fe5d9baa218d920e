package org.enlace.node.copy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Asking;
import org.enlace.node.casefile.CaseEvent;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.copy.PersonCopy.Holder;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who has a message, and what they did with it. Officers are not named: authorities are.
@Component
class Holders {
    /// What the person learns of: who took it on or not, and to whom it was handed on.
    private static final Map<CaseEventKind, String> TOLD = Map.of(
            CaseEventKind.ACCEPTED, "copy.holder.accepted",
            CaseEventKind.DECLINED, "copy.holder.declined",
            CaseEventKind.FORWARDED, "copy.holder.forwarded",
            CaseEventKind.COMPLETED, "copy.holder.completed",
            CaseEventKind.WITHDRAWN, "copy.holder.withdrawn");

    private static final Set<CaseEventKind> ANSWERS =
            EnumSet.of(CaseEventKind.FINAL_ANSWER, CaseEventKind.INTERMEDIATE_ANSWER, CaseEventKind.FURTHER_ANSWER);

    private final CaseReading reading;
    private final Labels labels;
    private final Deliveries deliveries;
    private final CurrentDirectory directory;

    Holders(CaseReading reading, Labels labels, Deliveries deliveries, CurrentDirectory directory) {
        this.reading = reading;
        this.labels = labels;
        this.deliveries = deliveries;
        this.directory = directory;
    }

    /// Of what we sent, its recipients; of what we received, this contact point alone: nobody tells us of others.
    List<Holder> of(MessageEntry message, PageContext paper) {
        var moves = reading.moves(message);
        if (message.side() == Side.RECEIVED) {
            var here = new ArrayList<>(
                    List.of(paper.text("copy.holder.received", "time", CopyLines.moment(message.storedAt(), paper))));
            here.addAll(did(message, moves, null, paper));
            return List.of(new Holder(name(directory.self().code(), paper), here));
        }
        var recalled = message.recalled();
        return deliveries.of(message.id()).stream()
                .map(way -> {
                    var there = new ArrayList<>(List.of(arrival(way, paper)));
                    if (recalled != null) {
                        there.add(paper.text("copy.holder.recalled", "time", CopyLines.moment(recalled.at(), paper)));
                    }
                    there.addAll(did(message, moves, way.recipient(), paper));
                    return new Holder(name(way.recipient(), paper), there);
                })
                .toList();
    }

    private String name(NodeId member, PageContext paper) {
        return Labels.joined(paper.country(member), directory.unit(member));
    }

    private static String arrival(Delivery way, PageContext paper) {
        var stored = way.storedAt();
        if (stored != null) {
            return paper.text("copy.holder.received", "time", CopyLines.moment(stored, paper));
        }
        return paper.text(way.refusedAt() == null ? "copy.holder.on-its-way" : "copy.holder.not-received");
    }

    /// @param by a recipient, null for this contact point
    private List<String> did(MessageEntry message, List<CaseEvent> moves, @Nullable NodeId by, PageContext paper) {
        return moves.stream()
                .filter(move -> Objects.equals(move.partner(), by))
                .flatMap(move -> words(message, move, paper).stream())
                .toList();
    }

    private Optional<String> words(MessageEntry message, CaseEvent move, PageContext paper) {
        var time = CopyLines.moment(move.happenedAt(), paper);
        if (ANSWERS.contains(move.kind())) {
            var code = move.ground();
            return Asking.of(message.gist().type())
                    .filter(_ -> code != null)
                    .map(asking -> labels.of(asking.list(), Objects.requireNonNull(code), paper.locale()))
                    .map(answer -> paper.text("copy.holder.answered", "time", time, "answer", answer));
        }
        var unit = move.words().unit();
        return Optional.ofNullable(TOLD.get(move.kind()))
                .map(key -> paper.text(key, "time", time, "unit", unit == null ? "" : unit)
                        .strip());
    }

    /// The purposes of a message in words for the person.
    static List<String> why(List<String> purposes, PageContext paper) {
        return purposes.stream()
                .map(code -> "copy.why." + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(key -> paper.hasText(key) ? paper.text(key) : paper.text("copy.why.other"))
                .distinct()
                .toList();
    }
}
