package org.enlace.node.search;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an officer does with a filter: keep it, and take the list out as a file.
@Controller
class FilterPages {
    private final SavedFilters filters;
    private final ListExport export;
    private final ListScreens screens;

    FilterPages(SavedFilters filters, ListExport export, ListScreens screens) {
        this.filters = filters;
        this.export = export;
        this.screens = screens;
    }

    /// @param query of the list that is shown
    @PostMapping("/cases/filters")
    @Access(Action.READ_CASES)
    Object save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            PageContext page) {
        var filter = filter(query);
        return after(filters.save(name, filter, officer(page)), name, filter, page);
    }

    @PostMapping("/cases/filters/{id}/rename")
    @Access(Action.READ_CASES)
    Object rename(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            PageContext page) {
        var filter = filter(query);
        return after(filters.rename(id(id), name, officer(page)), name, filter, page);
    }

    @PostMapping("/cases/filters/{id}/remove")
    @Access(Action.READ_CASES)
    ResponseEntity<Void> remove(
            @PathVariable String id, @RequestParam(defaultValue = "") String query, PageContext page) {
        filters.remove(id(id), officer(page));
        return Redirect.to(address(filter(query)));
    }

    @PostMapping("/cases/filters/{id}/begin")
    @Access(Action.READ_CASES)
    ResponseEntity<Void> begin(
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean begins,
            @RequestParam(defaultValue = "") String query,
            PageContext page) {
        filters.begin(id(id), begins, officer(page));
        return Redirect.to(address(filter(query)));
    }

    @PostMapping("/cases/export")
    @Access(Action.EXPORT_CASE)
    @FreshProof
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String query, PageContext page) {
        var file = export.of(filter(query), page);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    private Object after(Optional<SavedFilters.Point> point, String name, CaseFilter filter, PageContext page) {
        return point.isEmpty()
                ? Redirect.to(address(filter))
                : Page.of("search/cases")
                        .with("screen", screens.of(filter, Place.TOP, name, point.get(), page))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static CaseFilter filter(String query) {
        var given = new HashMap<String, String>();
        for (var part : query.split("&", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                given.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return CaseFilter.of(Map.copyOf(given));
    }

    private static String address(CaseFilter filter) {
        var query = filter.query();
        return "/cases?" + (query.isEmpty() ? "all" : query);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unseen();
        }
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
