package org.enlace.node.search;

import java.util.List;
import java.util.stream.Collectors;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Standing;
import org.enlace.node.casefile.StateWords;
import org.enlace.node.search.SearchWords.Point;
import org.enlace.node.search.SearchWords.Word;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts a search into the words of its reader.
@Component
class SearchScreens {
    private final Vocabulary vocabulary;
    private final Headlines headlines;
    private final Labels labels;
    private final StateWords states;

    SearchScreens(Vocabulary vocabulary, Headlines headlines, Labels labels, StateWords states) {
        this.vocabulary = vocabulary;
        this.headlines = headlines;
        this.labels = labels;
        this.states = states;
    }

    SearchScreen empty(PageContext page) {
        return new SearchScreen(words(page), List.of(), false, List.of(), null, null, null);
    }

    SearchScreen wrong(String typed, Point point, PageContext page) {
        var words = words(page).value(Hidden.without(typed)).error(text(point, page));
        return new SearchScreen(words, List.of(), false, List.of(), null, null, null);
    }

    /// What was typed means nothing here, or nothing that this officer sees.
    SearchScreen nothing(String typed, List<Word> unknown, PageContext page) {
        var asked = unknown.stream().map(word -> Hidden.without(word.typed())).toList();
        return new SearchScreen(words(page).value(Hidden.without(typed)), asked, true, List.of(), null, null, null);
    }

    SearchScreen of(Sought sought, Searching.Found found, Place before, PageContext page) {
        var older = found.older();
        return new SearchScreen(
                words(page),
                sought.wanted().stream()
                        .map(word -> word.codes().stream()
                                .map(code -> vocabulary.label(code, page.locale()))
                                .distinct()
                                .collect(Collectors.joining(" / ")))
                        .toList(),
                true,
                found.hits().stream().map(hit -> row(hit, page)).toList(),
                older == null ? null : "/search?" + sought.query() + "&before=" + older,
                found.lookedBackTo(),
                before.equals(Place.TOP) ? null : "/search?" + sought.query());
    }

    private SearchScreen.Row row(Searching.Hit hit, PageContext page) {
        var message = hit.message();
        var reader = page.locale();
        return new SearchScreen.Row(
                message.reference().value(),
                message.id().toString(),
                headlines.of(message, reader),
                headlines.type(message.gist(), reader),
                headlines.chips(message, reader),
                message.urgency(),
                labels.of("urgency", message.urgency(), reader),
                message.partner(),
                message.side() == Side.SENT,
                states.of(
                        Standing.stateOf(message, hit.standing()),
                        message.gist().type(),
                        Standing.answersOf(hit.standing()),
                        reader),
                message.storedAt(),
                hit.codes().stream()
                        .map(code -> vocabulary.label(code, reader))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    static String text(Point point, PageContext page) {
        return page.text("search.point." + point.code());
    }

    private static Field words(PageContext page) {
        return Field.of("words", page.text("search.words")).hint(page.text("search.words.hint"));
    }
}
