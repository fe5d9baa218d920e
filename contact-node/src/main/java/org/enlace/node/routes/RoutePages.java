package org.enlace.node.routes;

import java.util.List;
import java.util.Map;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.routes.Flows.Shown;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The map of routes. What it is narrowed to stands in its address: codes and months, nothing else.
@Controller
class RoutePages {
    private static final String NUMBER = "[0-9]{1,4}";
    private static final String PLACE = "[0-9]{1,18}";
    private static final String MARK = "[0-9a-f]{32}";

    private final Flows flows;
    private final RouteScreens screens;

    RoutePages(Flows flows, RouteScreens screens) {
        this.flows = flows;
        this.screens = screens;
    }

    /// @param given the filter and `page`, from 0; without `from`, the usual period
    @GetMapping("/routes")
    @Access(Action.READ_ROUTES)
    Page map(@RequestParam Map<String, String> given, Officer officer, PageContext page) {
        var filter = filter(given, page);
        var number = Integer.parseInt(of(given, "page", NUMBER, "0"));
        if (filter.against().isEmpty()) {
            return shown(filter, number, flows.show(filter, number, officer), page);
        }
        return shown(filter, 0, new Shown(List.of(), false, List.of()), page).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page shown(RouteFilter filter, int number, Shown shown, PageContext page) {
        return Page.of("routes/map").with("screen", screens.of(filter, number, shown, page));
    }

    @GetMapping("/routes/{id}")
    @Access(Action.READ_ROUTES)
    Page leg(@PathVariable String id, @RequestParam Map<String, String> given, Officer officer, PageContext page) {
        var filter = filter(given, page);
        var before = Long.parseLong(of(given, "before", PLACE, String.valueOf(Long.MAX_VALUE)));
        if (!id.matches(MARK) || !filter.against().isEmpty()) {
            throw new Unseen();
        }
        var told = flows.tell(id, filter, before, officer).orElseThrow(Unseen::new);
        return Page.of("routes/leg").with("screen", screens.of(filter, told, page));
    }

    private RouteFilter filter(Map<String, String> given, PageContext page) {
        if (given.containsKey("from")) {
            return RouteFilter.of(given);
        }
        var filter = RouteFilter.of(given);
        return new RouteFilter(
                screens.usual(page).from(), filter.until(), filter.mode(), filter.country(), filter.active());
    }

    private static String of(Map<String, String> given, String name, String form, String none) {
        var value = given.getOrDefault(name, none);
        if (!value.equals(none) && !value.matches(form)) {
            throw new Unseen();
        }
        return value;
    }
}
