package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// What happened in a case, line by line: ours by name, theirs by the pseudonym they gave.
@Component
class CaseTimelines {
    private final Labels labels;
    private final OfficerNames names;
    private final CurrentDirectory directory;

    CaseTimelines(Labels labels, OfficerNames names, CurrentDirectory directory) {
        this.labels = labels;
        this.names = names;
        this.directory = directory;
    }

    List<Moment> of(List<CaseEvent> events, Locale reader) {
        var ours = names.of(events.stream()
                .filter(event -> event.partner() == null)
                .map(CaseEvent::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return events.stream().map(event -> moment(event, ours, reader)).toList();
    }

    private Moment moment(CaseEvent event, Map<String, String> ours, Locale reader) {
        var partner = event.partner();
        var actor = event.actor() == null ? "" : event.actor();
        var name = partner == null ? ours.getOrDefault(actor, "") : actor;
        var country = labels.country((partner == null ? directory.self().code() : partner).value(), reader);
        var by = name.isEmpty() ? country : labels.text(reader, "casefile.event.by", "name", name, "country", country);
        return new Moment(what(event, reader), by, event.happenedAt(), words(event, reader), partner == null);
    }

    private String what(CaseEvent event, Locale reader) {
        return switch (event.kind()) {
            case SENT -> labels.text(reader, "casefile.event.sent");
            case RECEIVED -> labels.text(reader, "casefile.event.received");
            default -> labels.of("status-kind", event.kind(), reader);
        };
    }

    /// What was written about it, a note included.
    private List<String> words(CaseEvent event, Locale reader) {
        var lines = new ArrayList<>(grounds(event, reader));
        var note = event.words().note();
        if (note != null) {
            lines.add(ReturnAssessment.inWords(note, labels, reader));
        }
        return lines;
    }

    /// Why, who has it now, and whom to ask instead.
    List<String> grounds(CaseEvent event, Locale reader) {
        var lines = new ArrayList<String>();
        var words = event.words();
        var ground = event.ground();
        if (ground != null) {
            var list = event.kind() == CaseEventKind.ON_HOLD ? "pause-reason" : "refusal-ground";
            lines.add(labels.text(reader, "casefile.event.ground", "ground", labels.of(list, ground, reader)));
        }
        if (words.unit() != null) {
            lines.add(labels.text(reader, "casefile.event.unit", "unit", words.unit()));
        }
        if (words.alternative() != null) {
            lines.add(labels.text(reader, "casefile.event.alternative", "unit", words.alternative()));
        }
        return lines;
    }
}
