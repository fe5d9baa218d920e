package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.CountedFindings.Found;
import org.enlace.node.casefile.Labels;
import org.enlace.node.web.Divisions;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts legs into the words of their reader.
@Component
class RouteWords {
    private final Labels labels;

    RouteWords(Labels labels) {
        this.labels = labels;
    }

    LegView leg(Flow flow, String query, Map<String, Drawer.Place> places, PageContext page) {
        var from = Drawer.number(places, flow.ends().from());
        var to = Drawer.number(places, flow.ends().to());
        return new LegView(
                "/routes/" + flow.id() + "?" + query,
                place(flow.ends().from(), page.locale()),
                place(flow.ends().to(), page.locale()),
                from,
                to,
                page.text("routes.basis", "states", flow.states().size(), "cases", flow.cases()),
                states(flow.states(), page),
                flow.modes().stream()
                        .map(mode -> labels.of("transport-mode", mode, page.locale()))
                        .collect(Collectors.joining(", ")),
                months(flow.first(), flow.last(), page),
                flow.confirmed(),
                flow.active(),
                flow.coarse(),
                from != null && to != null,
                flow.found().stream().map(found -> found(found, page)).toList());
    }

    /// `Chile, CL-TA (CLCCH)`: as a report shows it, never a point on the map.
    String place(End end, Locale reader) {
        var subdivision = end.subdivision();
        var locode = end.locode();
        return labels.country(end.country(), reader)
                + (subdivision == null ? "" : ", " + Divisions.name(subdivision))
                + (locode == null ? "" : " (" + locode + ")");
    }

    /// Beside its dot: the town where one is drawn, else the country in whose middle it is.
    String stop(Drawer.Place place, Locale reader) {
        var end = place.end();
        var finest = end.locode() == null ? end.subdivision() : end.locode();
        return end.point() == null || finest == null ? labels.country(end.country(), reader) : Divisions.name(finest);
    }

    String months(int first, int last, PageContext page) {
        var from = Month.text(first, page.locale());
        if (last == Month.OPEN) {
            return page.text("routes.months.since", "from", from);
        }
        return first == last
                ? from
                : page.text("routes.months.between", "from", from, "until", Month.text(last, page.locale()));
    }

    String states(Iterable<NodeId> states, PageContext page) {
        var names = new ArrayList<String>();
        states.forEach(state -> names.add(page.country(state)));
        return String.join(", ", names);
    }

    private String found(Found found, PageContext page) {
        var finding = labels.of("sighting", found.finding(), page.locale());
        var from = Month.text(found.from(), page.locale());
        var until = found.until();
        return until == null
                ? page.text("routes.found.since", "finding", finding, "from", from, "state", page.country(found.by()))
                : page.text(
                        "routes.found.between",
                        "finding",
                        finding,
                        "from",
                        from,
                        "until",
                        Month.text(until, page.locale()),
                        "state",
                        page.country(found.by()));
    }

    List<String> modes() {
        return labels.codes("transport-mode");
    }

    String mode(String code, PageContext page) {
        return labels.of("transport-mode", code, page.locale());
    }

    String country(String code, PageContext page) {
        return labels.country(code, page.locale());
    }
}
