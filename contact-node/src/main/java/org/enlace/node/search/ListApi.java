package org.enlace.node.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of cases for a national case system.
@RestController
class ListApi {
    private final CaseLists lists;

    ListApi(CaseLists lists) {
        this.lists = lists;
    }

    /// @param message the first of the case that the officer sees and that is what was asked for
    record CaseLine(
            String caseReference,
            String message,
            String type,
            String urgency,
            String partner,
            String state,
            Instant changedAt) {}

    /// @param older `before` of the next page; null on the last one
    /// @param lookedBackTo how far back was looked, if neither to the end nor to a full page; `older` goes on
    record CasesAnswer(
            List<CaseLine> cases,
            @Nullable String older,
            @Nullable Instant lookedBackTo) {}

    /// @param owner `me`, `nobody` or a pseudonym
    /// @param from first day of the period in which something happened last, `2026-11-22`
    /// @param until last day of it
    @GetMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.READ_CASES)
    CasesAnswer list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String urgency,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String before,
            PageContext page) {
        var filter = CaseFilter.of(Map.of(
                "state", state, "country", country, "kind", kind, "urgency", urgency, "owner", owner, "from", from,
                "until", until));
        var against = filter.against();
        if (!against.isEmpty()) {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    against.stream()
                            .map(point ->
                                    new Problem.Wrong(null, point.field(), point.name(), ListScreens.text(point, page)))
                            .toList());
        }
        var list = lists.of(filter, Place.of(before, CaseLists.REFERENCE), page);
        return new CasesAnswer(
                list.rows().stream()
                        .map(row -> new CaseLine(
                                row.reference(),
                                row.message(),
                                row.typeCode(),
                                row.urgency().name(),
                                row.partner().value(),
                                row.stateCode(),
                                row.changedAt()))
                        .toList(),
                list.older(),
                list.lookedBackTo());
    }
}
