package org.enlace.node.search;

import java.util.List;
import java.util.Optional;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The filters that the officer of the call keeps.
@RestController
@RequestMapping(path = "/api/v1/case-filters", produces = MediaType.APPLICATION_JSON_VALUE)
class FilterApi {
    private final SavedFilters filters;

    FilterApi(SavedFilters filters) {
        this.filters = filters;
    }

    /// @param query parameters of the list of cases, `kind=CASE_ALERT&country=MX`
    record Saving(String name, String query) {}

    record Naming(String name) {}

    /// @param begins whether the list of cases begins with it in the console
    record Filter(String id, String name, String query, boolean begins) {}

    @GetMapping
    @Access(Action.READ_CASES)
    List<Filter> list(Officer officer) {
        return filters.of(officer).stream()
                .map(filter -> new Filter(filter.id().toString(), filter.name(), filter.query(), filter.begins()))
                .toList();
    }

    @PostMapping
    @Access(Action.READ_CASES)
    List<Filter> save(@RequestBody Saving asked, Officer officer, PageContext page) {
        done(filters.save(asked.name(), FilterPages.filter(asked.query()), officer), page);
        return list(officer);
    }

    @PostMapping("/{id}/rename")
    @Access(Action.READ_CASES)
    List<Filter> rename(@PathVariable String id, @RequestBody Naming asked, Officer officer, PageContext page) {
        done(filters.rename(FilterPages.id(id), asked.name(), officer), page);
        return list(officer);
    }

    @PostMapping("/{id}/begin")
    @Access(Action.READ_CASES)
    List<Filter> begin(@PathVariable String id, Officer officer) {
        filters.begin(FilterPages.id(id), true, officer);
        return list(officer);
    }

    @DeleteMapping("/{id}")
    @Access(Action.READ_CASES)
    List<Filter> remove(@PathVariable String id, Officer officer) {
        filters.remove(FilterPages.id(id), officer);
        return list(officer);
    }

    private static void done(Optional<SavedFilters.Point> against, PageContext page) {
        against.ifPresent(point -> {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    List.of(Problem.Wrong.at(
                            "/" + point.field(), point.name(), page.text("search.point." + point.code()))));
        });
    }
}
