package org.enlace.node.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.enlace.node.paper.Csv;
import org.enlace.node.paper.Paper;
import org.enlace.node.statistics.StatisticsScreen.Chart;
import org.enlace.node.statistics.StatisticsScreen.Method;
import org.enlace.node.statistics.StatisticsScreen.Quarter;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// The figures of a year as a file, with the method in every language of the console. Nothing in it tells who took it
/// out.
@Component
class StatisticsFiles {
    private final StatisticsScreens screens;
    private final Paper paper;

    StatisticsFiles(StatisticsScreens screens, Paper paper) {
        this.screens = screens;
        this.paper = paper;
    }

    byte[] pdf(YearFigures figures, PageContext page) {
        return paper.pdf(
                "statistics/paper",
                Map.of(
                        "page",
                        page,
                        "screen",
                        screens.of(figures, List.of(), page),
                        "methods",
                        methods(page, StatisticsWords::method)));
    }

    /// The reader's language first.
    ///
    /// @param notes in the language of a page
    static List<Method> methods(PageContext page, Function<PageContext, List<String>> notes) {
        var methods = new ArrayList<Method>();
        methods.add(method(page, notes));
        page.languages().stream()
                .filter(language -> !language.getLanguage().equals(page.language()))
                .forEach(language -> methods.add(method(page.in(language), notes)));
        return methods;
    }

    private static Method method(PageContext page, Function<PageContext, List<String>> notes) {
        return new Method(page.language(), page.text("statistics.method"), notes.apply(page));
    }

    byte[] csv(YearFigures figures, PageContext page) {
        var screen = screens.of(figures, List.of(), page);
        var text = new StringBuilder(Csv.MARK);
        if (page.training()) {
            text.append(Csv.line(List.of(page.text("web.training"))));
        }
        text.append(Csv.line(List.of(
                page.text("statistics.heading", "country", page.nodeName(), "year", String.valueOf(figures.year())))));
        text.append(Csv.line(List.of(screen.state())));
        text.append(Csv.line(List.of(
                page.text("statistics.column.table"),
                page.text("statistics.column.line"),
                page.text("statistics.column.figure"))));
        screen.sections().forEach(section -> section.charts().forEach(chart -> append(text, chart, page)));
        screen.times()
                .forEach(times -> times.quarters().forEach(quarter -> append(text, times.title(), quarter, page)));
        methods(page, StatisticsWords::method)
                .forEach(method -> method.notes()
                        .forEach(note -> text.append(Csv.line(List.of(method.title(), method.language(), note)))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, Chart chart, PageContext page) {
        chart.lines()
                .forEach(line -> text.append(Csv.line(List.of(
                        chart.title(),
                        line.label(),
                        Objects.requireNonNullElseGet(line.figure(), () -> page.text("statistics.hidden"))))));
        var total = chart.total();
        if (total != null) {
            text.append(Csv.line(List.of(chart.title(), page.text("statistics.total"), total)));
        } else if (chart.withheld()) {
            text.append(Csv.line(List.of(chart.title(), "", page.text("statistics.few"))));
        }
    }

    private static void append(StringBuilder text, String title, Quarter quarter, PageContext page) {
        var line = quarter.quarter() + ", " + quarter.urgency();
        var median = quarter.median();
        if (median == null) {
            text.append(Csv.line(List.of(title, line, page.text("statistics.few"))));
            return;
        }
        text.append(Csv.line(List.of(title, line + ", " + page.text("statistics.median"), median)));
        text.append(Csv.line(List.of(
                title, line + ", " + page.text("statistics.ninetieth"), Objects.requireNonNull(quarter.ninetieth()))));
        var overdue = quarter.overdue();
        if (overdue != null) {
            text.append(Csv.line(List.of(title, line + ", " + page.text("statistics.overdue"), overdue)));
        }
    }
}
