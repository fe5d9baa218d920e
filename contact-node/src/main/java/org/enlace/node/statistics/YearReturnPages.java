package org.enlace.node.statistics;

import java.util.Collection;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.statistics.ReturnOutcome.Correcting;
import org.enlace.node.statistics.ReturnOutcome.Point;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Redirect;
import org.enlace.node.web.Unseen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a supervisor sees what goes to the Secretariat, sends it, and takes tables back.
@Controller
@RequestMapping("/statistics/{year}/return")
class YearReturnPages {
    private final Returning returning;
    private final ReturnStandings standings;
    private final ReturnScreens screens;

    YearReturnPages(Returning returning, ReturnStandings standings, ReturnScreens screens) {
        this.returning = returning;
        this.standings = standings;
        this.screens = screens;
    }

    @GetMapping
    @Access(Action.RETURN_STATISTICS)
    Page show(@PathVariable String year, PageContext page) {
        return show(StatisticsPages.number(year), Correcting.NOTHING, List.of(), page);
    }

    /// @param correcting whether the form was that of a correction
    @PostMapping
    @Access(Action.RETURN_STATISTICS)
    Object send(
            @PathVariable String year,
            @RequestParam(defaultValue = "") String correcting,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") List<String> tables,
            Officer officer,
            PageContext page) {
        var number = StatisticsPages.number(year);
        var asked = correcting.isEmpty() ? Correcting.NOTHING : new Correcting(reason, tables);
        if (!correcting.isEmpty() && asked.isNothing()) {
            // An empty form of a correction is no first return.
            return show(number, asked, List.of(Point.REASON_MISSING, Point.TABLES_MISSING), page)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (returning.send(number, asked, officer)) {
            case ReturnOutcome.Sent(var sent) -> Redirect.to("/statistics/" + sent.year() + "/return");
            case ReturnOutcome.Refused(var points) ->
                show(number, asked, points, page).status(HttpStatus.UNPROCESSABLE_CONTENT);
            case ReturnOutcome.Unseen() -> throw new Unseen();
        };
    }

    private Page show(int year, Correcting typed, Collection<Point> against, PageContext page) {
        var standing = standings.of(year).orElseThrow(Unseen::new);
        return Page.of("statistics/return").with("screen", screens.of(standing, typed, against, page));
    }
}
