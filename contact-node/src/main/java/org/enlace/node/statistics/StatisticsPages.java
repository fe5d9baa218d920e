package org.enlace.node.statistics;

import java.util.Objects;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Page;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was published about a year, and the same as a file.
@Controller
class StatisticsPages {
    private final Years years;
    private final StatisticsScreens screens;
    private final StatisticsFiles files;
    private final ReturnStandings returns;
    private final ReturnScreens returnScreens;

    StatisticsPages(
            Years years,
            StatisticsScreens screens,
            StatisticsFiles files,
            ReturnStandings returns,
            ReturnScreens returnScreens) {
        this.years = years;
        this.screens = screens;
        this.files = files;
        this.returns = returns;
        this.returnScreens = returnScreens;
    }

    @GetMapping("/statistics")
    @Access(Action.READ_STATISTICS)
    Page show(@RequestParam(required = false) @Nullable String year, PageContext page) {
        var asked = year == null || year.isEmpty() ? years.newest() : number(year);
        var figures = years.of(asked, Years.SHOW, officer(page)).orElseThrow(Unseen::new);
        var standing = returns.of(asked).orElseThrow(Unseen::new);
        return Page.of("statistics/statistics")
                .with("screen", screens.of(figures, years.all(), page))
                .with("card", returnScreens.card(standing, officer(page), page));
    }

    /// @param language of the file
    @PostMapping("/statistics/{year}/export")
    @Access(Action.READ_STATISTICS)
    @FreshProof
    ResponseEntity<byte[]> export(
            @PathVariable String year,
            @RequestParam(defaultValue = "PDF") String form,
            @RequestParam(defaultValue = "") String language,
            PageContext page) {
        var download = Download.of(form, language, page);
        var figures = years.of(number(year), Years.EXPORT, officer(page)).orElseThrow(Unseen::new);
        return download.of("statistics-" + figures.year(), figures, files::csv, files::pdf);
    }

    static int number(String year) {
        if (!year.matches("[0-9]{4}")) {
            throw new Unseen();
        }
        return Integer.parseInt(year);
    }

    private static Officer officer(PageContext page) {
        return Objects.requireNonNull(page.officer());
    }
}
