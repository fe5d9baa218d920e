package org.enlace.node.statistics;

import org.enlace.message.NodeId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What contact points returned, at the Secretariat. Elsewhere there is no such page.
@Controller
@RequestMapping("/statistics/returns")
class ReturnsPages {
    private final ReturnsReading returns;
    private final ReturnsScreens screens;
    private final ReturnsFiles files;

    ReturnsPages(ReturnsReading returns, ReturnsScreens screens, ReturnsFiles files) {
        this.returns = returns;
        this.screens = screens;
        this.files = files;
    }

    @GetMapping
    @Access(Action.READ_STATISTICS)
    Page show(@RequestParam(required = false) @Nullable String year, Officer officer, PageContext page) {
        var years = returns.years();
        if (years.isEmpty()) {
            throw new Unseen();
        }
        var asked = year == null || year.isEmpty() ? years.getFirst() : StatisticsPages.number(year);
        var all = returns.of(asked, ReturnsReading.SHOW, officer).orElseThrow(Unseen::new);
        return Page.of("statistics/returns").with("screen", screens.of(all, years, page));
    }

    @GetMapping("/{year}/{member}")
    @Access(Action.READ_STATISTICS)
    Page one(@PathVariable String year, @PathVariable String member, Officer officer, PageContext page) {
        var number = StatisticsPages.number(year);
        var one = returns.of(number, member(member), officer).orElseThrow(Unseen::new);
        return Page.of("statistics/returned").with("screen", screens.of(number, one, page));
    }

    /// @param language of the file
    @PostMapping("/{year}/export")
    @Access(Action.READ_STATISTICS)
    @FreshProof
    ResponseEntity<byte[]> export(
            @PathVariable String year,
            @RequestParam(defaultValue = "PDF") String form,
            @RequestParam(defaultValue = "") String language,
            Officer officer,
            PageContext page) {
        var download = Download.of(form, language, page);
        var all = returns.of(StatisticsPages.number(year), ReturnsReading.EXPORT, officer)
                .orElseThrow(Unseen::new);
        return download.of("statistics-returns-" + all.year(), all, files::csv, files::pdf);
    }

    static NodeId member(String code) {
        if (!code.matches("[A-Z]{2}")) {
            throw new Unseen();
        }
        return new NodeId(code);
    }
}
