package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.springframework.stereotype.Component;

/// Puts messages and what happened to them into words for paper.
@Component
public class CaseSheets {
    private final Headlines headlines;
    private final Facts facts;
    private final HandlingWords handling;
    private final CaseTimelines timelines;
    private final Labels labels;

    CaseSheets(Headlines headlines, Facts facts, HandlingWords handling, CaseTimelines timelines, Labels labels) {
        this.headlines = headlines;
        this.facts = facts;
        this.handling = handling;
        this.timelines = timelines;
        this.labels = labels;
    }

    /// What its sender allows, strictest first.
    public List<String> handling(OpenedMessage open, Locale reader) {
        return handling.lines(open.about(), reader).stream().map(Chip::text).toList();
    }

    /// @param persons whether what is said about persons was opened
    public CaseSheet of(OpenedMessage open, boolean persons, Locale reader) {
        var entry = open.entry();
        var said = new ArrayList<Fact>();
        Optional.ofNullable(handling.condition(open.about(), reader)).ifPresent(said::add);
        var asks = facts.asks(open.message(), reader);
        if (!asks.isEmpty()) {
            said.add(new Fact(
                    labels.text(reader, entry.side() == Side.SENT ? "casefile.asked" : "casefile.asks"), asks, null));
        }
        said.addAll(facts.summary(open, reader));
        var language = open.about().language();
        return new CaseSheet(
                headlines.type(entry.gist(), reader),
                headlines.of(entry, reader),
                entry.side() == Side.SENT,
                entry.partner(),
                entry.sentAt(),
                entry.storedAt(),
                handling(open, reader),
                said,
                persons ? facts.persons(open, reader) : List.of(),
                shut(open, reader),
                language == null ? null : labels.of("language", language, reader),
                entry.digest());
    }

    /// What people did, oldest first.
    public List<Moment> timeline(List<MessageEntry> messages, List<CaseEvent> events, Locale reader) {
        return timelines.people(messages, events, reader);
    }

    private List<String> shut(OpenedMessage open, Locale reader) {
        return open.shut().entrySet().stream()
                .map(part -> labels.text(
                        reader,
                        part.getValue() == Reach.Verdict.NOT_YET ? "casefile.shut.not-yet" : "casefile.shut.closed",
                        "part",
                        labels.of("compartment", part.getKey(), reader)))
                .toList();
    }
}
