package org.enlace.node.search;

import java.time.Instant;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Standing;
import org.enlace.node.search.SearchWords.Read;
import org.enlace.node.search.SearchWords.Word;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The search for a national case system: what is searched stands in the body, never in the address.
@RestController
@RequestMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchApi {
    private final SearchWords words;
    private final Searching searching;
    private final Reader.All readers;

    SearchApi(SearchWords words, Searching searching, Reader.All readers) {
        this.words = words;
        this.searching = searching;
        this.readers = readers;
    }

    /// @param words in the language of the call
    /// @param before `older` of the page before; without it, the first page
    record Asked(String words, @Nullable String before) {}

    /// @param matched codes that the message was found by, `country.MX`
    record Hit(
            String message,
            String caseReference,
            String type,
            String urgency,
            String partner,
            String state,
            String mode,
            Instant storedAt,
            List<String> matched) {}

    /// @param notKnown places of the words that mean nothing here, from 0; then nothing is found
    /// @param older `before` of the next page; null on the last one
    /// @param lookedBackTo how far back was looked, if neither to the end nor to a full page; `older` goes on
    record Found(
            List<Hit> hits,
            List<Integer> notKnown,
            @Nullable String older,
            @Nullable Instant lookedBackTo) {}

    @PostMapping
    @Access(Action.READ_CASES)
    Found search(@RequestBody Asked asked, Officer officer, PageContext page) {
        return switch (words.read(asked.words(), readers.of(officer), page.locale())) {
            case Read.Codes(var wanted) -> found(new Sought(wanted), asked.before(), officer);
            case Read.NotKnown(var unknown) -> {
                searching.searched(officer);
                yield new Found(List.of(), unknown.stream().map(Word::place).toList(), null, null);
            }
            case Read.Wrong(var point) ->
                throw new ProblemFound(
                        ProblemKind.REFUSED,
                        List.of(Problem.Wrong.at("/words", point.name(), SearchScreens.text(point, page))));
        };
    }

    private Found found(Sought sought, @Nullable String before, Officer officer) {
        var found = searching.find(sought, Place.of(before, SearchPages.MESSAGE), officer);
        return new Found(
                found.hits().stream().map(SearchApi::hit).toList(), List.of(), found.older(), found.lookedBackTo());
    }

    private static Hit hit(Searching.Hit hit) {
        var message = hit.message();
        return new Hit(
                message.id().toString(),
                message.reference().value(),
                message.gist().type().name(),
                message.urgency().name(),
                message.partner().value(),
                Standing.stateOf(message, hit.standing()),
                message.mode().name(),
                message.storedAt(),
                hit.codes());
    }
}
