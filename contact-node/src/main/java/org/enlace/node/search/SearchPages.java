package org.enlace.node.search;

import java.util.List;
import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.search.SearchWords.Read;
import org.enlace.node.web.AsksOnly;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search. What is typed goes in a form, since it may be anybody's name; only the codes that it means go on into
/// the address of what was found.
@Controller
class SearchPages {
    static final String MESSAGE = "[0-9a-f-]{36}";

    private final SearchWords words;
    private final Searching searching;
    private final SearchScreens screens;
    private final Reader.All readers;

    SearchPages(SearchWords words, Searching searching, SearchScreens screens, Reader.All readers) {
        this.words = words;
        this.searching = searching;
        this.screens = screens;
        this.readers = readers;
    }

    /// @param find codes, one parameter for each word
    @GetMapping("/search")
    @Access(Action.READ_CASES)
    Page found(
            @RequestParam(required = false) @Nullable List<String> find,
            @RequestParam(required = false) @Nullable String before,
            PageContext page) {
        if (find == null || find.isEmpty()) {
            return page(screens.empty(page));
        }
        var sought = Sought.of(find);
        var place = Place.of(before, MESSAGE);
        var found = page(screens.of(sought, searching.find(sought, place, officer(page)), place, page));
        return found.at("/search?" + sought.query() + (place.equals(Place.TOP) ? "" : "&before=" + place.code()));
    }

    @PostMapping("/search")
    @Access(Action.READ_CASES)
    @AsksOnly
    Object search(@RequestParam(defaultValue = "") String words, PageContext page) {
        var officer = officer(page);
        return switch (this.words.read(words, readers.of(officer), page.locale())) {
            case Read.Codes(var wanted) -> Redirect.to("/search?" + new Sought(wanted).query());
            case Read.NotKnown(var unknown) -> {
                searching.searched(officer);
                yield page(screens.nothing(words, unknown, page));
            }
            case Read.Wrong(var point) ->
                page(screens.wrong(words, point, page)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Page page(SearchScreen screen) {
        return Page.of("search/search").with("screen", screen);
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
