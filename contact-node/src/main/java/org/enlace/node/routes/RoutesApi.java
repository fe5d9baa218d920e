package org.enlace.node.routes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.enlace.message.NodeId;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The routes for a national case system: the same legs, as coarse, by the same decisions.
@RestController
class RoutesApi {
    private static final int PAGE_MAX = 9_999;

    private final Flows flows;

    RoutesApi(Flows flows) {
        this.flows = flows;
    }

    /// @param country ISO 3166-1 alpha-2; `XXX` if none was told
    /// @param subdivision ISO 3166-2
    /// @param locode UN/LOCODE; never of a leg that rests on a single case
    record RoutePlace(
            String country,
            @Nullable String subdivision,
            @Nullable String locode) {}

    /// @param finding code of list `sighting`
    /// @param from of the period in which it was met with, or looked for, as is `until`
    record RouteFinding(
            String by,
            String finding,
            String from,
            @Nullable String until) {}

    /// @param coarse whether what is finer rests on a single case and is left out
    /// @param states whose reports it is made of
    /// @param cases of each state those of the report that rests on most, together
    /// @param modes codes of list `transport-mode`
    /// @param firstMonth `2026-05`
    /// @param lastMonth null if it goes on
    record RouteLeg(
            String id,
            RoutePlace from,
            RoutePlace to,
            boolean coarse,
            boolean confirmed,
            boolean active,
            List<String> states,
            int cases,
            List<String> modes,
            String firstMonth,
            @Nullable String lastMonth,
            List<RouteFinding> findings) {}

    /// @param more whether there is another page
    /// @param leftOut states whose reports wait until this node has read what they sent meanwhile
    record RoutesAnswer(List<RouteLeg> legs, boolean more, List<String> leftOut) {}

    /// @param from first month of the period, `2026-05`
    /// @param until last month of it
    /// @param active `yes` for what goes on
    /// @param page from 0
    @GetMapping(path = "/api/v1/routes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.READ_ROUTES)
    RoutesAnswer list(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String active,
            @RequestParam(defaultValue = "0") int page,
            Officer officer,
            PageContext context) {
        var filter = RouteFilter.of(
                Map.of("from", from, "until", until, "mode", mode, "country", country, "active", active));
        if (page < 0 || page > PAGE_MAX) {
            throw new Unseen();
        }
        var against = filter.against();
        if (!against.isEmpty()) {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    against.stream()
                            .map(wrong -> new Problem.Wrong(
                                    null,
                                    wrong.field(),
                                    wrong.point().name(),
                                    RouteScreens.text(wrong.point(), context)))
                            .toList());
        }
        var shown = flows.show(filter, page, officer);
        return new RoutesAnswer(
                shown.flows().stream().map(RoutesApi::leg).toList(), shown.more(), names(shown.behind()));
    }

    private static RouteLeg leg(Flow flow) {
        return new RouteLeg(
                flow.id(),
                place(flow.ends().from()),
                place(flow.ends().to()),
                flow.coarse(),
                flow.confirmed(),
                flow.active(),
                names(flow.states()),
                flow.cases(),
                List.copyOf(flow.modes()),
                Month.code(flow.first()),
                flow.last() == Month.OPEN ? null : Month.code(flow.last()),
                flow.found().stream()
                        .map(found -> new RouteFinding(
                                found.by().value(), found.finding(), month(found.from()), monthOrNone(found.until())))
                        .toList());
    }

    private static List<String> names(Collection<NodeId> states) {
        return states.stream().map(NodeId::value).toList();
    }

    private static RoutePlace place(End end) {
        return new RoutePlace(end.country(), end.subdivision(), end.locode());
    }

    /// Never a day.
    private static String month(String date) {
        return date.substring(0, Math.min(date.length(), "2026-05".length()));
    }

    private static @Nullable String monthOrNone(@Nullable String date) {
        return date == null ? null : month(date);
    }
}
