package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.List;
import org.enlace.node.NodeSettings;
import org.enlace.node.casefile.Headlines;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.routes.Flows.Shown;
import org.enlace.node.routes.Flows.Told;
import org.enlace.node.routes.RouteFilter.Point;
import org.enlace.node.routes.RouteScreen.Select;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts the map of routes and its filter into the words of its reader.
@Component
class RouteScreens {
    /// So far back reach the months that may be chosen.
    private static final int MONTHS = 60;
    private static final int USUAL = 24;

    private final RouteWords words;
    private final Drawer drawer;
    private final Headlines headlines;
    private final CurrentDirectory directory;
    private final NodeSettings settings;

    RouteScreens(
            RouteWords words, Drawer drawer, Headlines headlines, CurrentDirectory directory, NodeSettings settings) {
        this.words = words;
        this.drawer = drawer;
        this.headlines = headlines;
        this.directory = directory;
        this.settings = settings;
    }

    /// The period that is shown to who asks for none: two years.
    RouteFilter usual(PageContext page) {
        return new RouteFilter(Month.code(now(page) - USUAL + 1), "", "", "", false);
    }

    RouteScreen of(RouteFilter filter, int number, Shown shown, PageContext page) {
        var places = drawer.places(shown.flows());
        var at = "/routes?" + filter.query();
        return new RouteScreen(
                months("from", "routes.any-time", filter.from(), filter, page),
                months("until", "routes.until-now", filter.until(), filter, page),
                modes(filter, page),
                countries(filter, page),
                List.of(Choice.of("yes", page.text("routes.filter.active.only"), filter.active())),
                !filter.equals(usual(page)),
                drawer.draw(shown.flows(), places, place -> words.stop(place, page.locale()))
                        .orElse(null),
                shown.flows().stream()
                        .map(flow -> words.leg(flow, filter.query(), places, page))
                        .toList(),
                words.states(shown.behind(), page),
                number == 0 ? null : at + "&page=" + (number - 1),
                shown.more() ? at + "&page=" + (number + 1) : null);
    }

    LegScreen of(RouteFilter filter, Told told, PageContext page) {
        var flows = List.of(told.flow());
        var places = drawer.places(flows);
        var leg = words.leg(told.flow(), filter.query(), places, page);
        return new LegScreen(
                leg,
                drawer.draw(flows, places, place -> words.stop(place, page.locale()))
                        .orElse(null),
                told.reports().stream().map(line -> line(line, page)).toList(),
                "/routes?" + filter.query(),
                words.states(told.behind(), page),
                told.older() == null ? null : leg.path() + "&before=" + told.older());
    }

    private LegScreen.Line line(Flows.Line line, PageContext page) {
        var message = line.message();
        var report = line.report();
        return new LegScreen.Line(
                "/cases/" + message.reference() + "?message=" + message.id(),
                message.reference().value(),
                headlines.of(message, page.locale()),
                page.country(message.partner()),
                page.text("routes.cases", "cases", report.cases()),
                words.months(report.first(), report.last(), page),
                report.confirmed(),
                report.active());
    }

    /// @param none text of the choice that leaves this end of the period open
    private Select months(String name, String none, String chosen, RouteFilter filter, PageContext page) {
        var now = now(page);
        var choices = new ArrayList<Choice>();
        for (var month = now - MONTHS + 1; month <= now; month++) {
            var code = Month.code(month);
            choices.add(Choice.of(code, Month.text(month, page.locale()), code.equals(chosen)));
        }
        var other = Month.read(chosen);
        if (other != null && choices.stream().noneMatch(Choice::chosen)) {
            choices.add(
                    other < now ? 0 : choices.size(),
                    Choice.of(Month.code(other), Month.text(other, page.locale()), true));
        }
        var open = Choice.of("", page.text(none), choices.stream().noneMatch(Choice::chosen));
        choices.add(name.equals("from") ? 0 : choices.size(), open);
        var field = Field.of(name, page.text("routes.filter." + name))
                .error(filter.against().stream()
                        .filter(wrong -> wrong.field().equals(name))
                        .map(wrong -> text(wrong.point(), page))
                        .findFirst()
                        .orElse(null));
        return new Select(field, choices);
    }

    private Select modes(RouteFilter filter, PageContext page) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", page.text("routes.filter.any"), filter.mode().isEmpty()));
        words.modes().forEach(code -> choices.add(Choice.of(code, words.mode(code, page), code.equals(filter.mode()))));
        return new Select(Field.of("mode", page.text("routes.filter.mode")), choices);
    }

    /// The members of the network, by name, and the one that is asked for.
    private Select countries(RouteFilter filter, PageContext page) {
        var codes = new ArrayList<>(directory.current().members().stream()
                .map(member -> member.code().value())
                .toList());
        if (!filter.country().isEmpty() && !codes.contains(filter.country())) {
            codes.add(filter.country());
        }
        var choices = new ArrayList<Choice>();
        choices.add(
                Choice.of("", page.text("routes.filter.any"), filter.country().isEmpty()));
        codes.stream()
                .map(code -> Choice.of(code, words.country(code, page), code.equals(filter.country())))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .forEach(choices::add);
        return new Select(Field.of("country", page.text("routes.filter.country")), choices);
    }

    static String text(Point point, PageContext page) {
        return page.text("routes.point." + point.code());
    }

    private int now(PageContext page) {
        return Month.of(page.now(), settings.zone());
    }
}
