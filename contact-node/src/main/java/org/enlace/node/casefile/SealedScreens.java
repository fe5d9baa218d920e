package org.enlace.node.casefile;

import java.util.TreeMap;
import org.enlace.message.Mode;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts a message that nobody opens into the words of its reader.
@Component
class SealedScreens {
    private final Headlines headlines;
    private final Labels labels;
    private final CaseScreens screens;
    private final CaseTimelines timelines;
    private final RecallCards recalls;

    SealedScreens(
            Headlines headlines, Labels labels, CaseScreens screens, CaseTimelines timelines, RecallCards recalls) {
        this.headlines = headlines;
        this.labels = labels;
        this.screens = screens;
        this.timelines = timelines;
        this.recalls = recalls;
    }

    SealedScreen of(SealedCase contents, PageContext page) {
        var reader = page.locale();
        var entry = contents.sealed();
        var cards = recalls.of(entry, page);
        var progress = new CaseProgress(
                entry,
                contents.standings().get(entry.id()),
                contents.lives().getOrDefault(entry.id(), new TreeMap<>()),
                contents.recipients(),
                contents.events());
        return new SealedScreen(
                entry.reference().value(),
                entry.id().toString(),
                headlines.of(entry, reader),
                entry.partner(),
                entry.mode() == Mode.ACTUAL ? null : labels.of("mode", entry.mode(), reader),
                cards.stream().flatMap(card -> card.said(entry.partner())).toList(),
                cards.stream().anyMatch(RecallCard::mayAttest),
                contents.messages().stream()
                        .map(message -> screens.line(message, entry, reader))
                        .toList(),
                timelines.of(entry, contents.messages(), contents.events(), contents::ignored, reader),
                screens.progress(progress, contents.events().size(), page));
    }
}
