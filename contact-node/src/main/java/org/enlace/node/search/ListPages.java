package org.enlace.node.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.search.CaseFilter.Column;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of cases. What it is narrowed to stands in its address: codes and days, nothing else.
@Controller
class ListPages {
    private final ListScreens screens;
    private final SavedFilters filters;

    ListPages(ListScreens screens, SavedFilters filters) {
        this.filters = filters;
        this.screens = screens;
    }

    /// @param show columns, with `columns=chosen`; all of them without it
    @GetMapping("/cases")
    @Access(Action.READ_CASES)
    Object list(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable List<String> show,
            @RequestParam(required = false) @Nullable String before,
            PageContext page) {
        if (given.isEmpty()) {
            var begins = filters.begins(Objects.requireNonNull(page.officer()));
            if (begins.isPresent()) {
                return Redirect.to("/cases?" + begins.get());
            }
        }
        var filter = filter(given, show);
        var screen = screens.of(filter, Place.of(before, CaseLists.REFERENCE), page);
        var shown = Page.of("search/cases").with("screen", screen);
        return filter.against().isEmpty() ? shown : shown.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// A form names the columns that are shown; an address those that are not.
    static CaseFilter filter(Map<String, String> given, @Nullable List<String> show) {
        var named = new HashMap<>(given);
        if ("chosen".equals(given.get("columns"))) {
            var shown = show == null ? List.<String>of() : show;
            named.put(
                    "without",
                    Arrays.stream(Column.values())
                            .map(Column::name)
                            .filter(column -> !shown.contains(column))
                            .collect(Collectors.joining("~")));
        }
        return CaseFilter.of(named);
    }
}
