package org.enlace.node.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.enlace.code.CodeLists;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.paper.Csv;
import org.enlace.node.paper.Paper;
import org.enlace.node.statistics.NetworkFigures.Sum;
import org.enlace.node.statistics.NetworkFigures.Summed;
import org.enlace.node.statistics.YearReturns.OfMember;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What contact points returned of a year as a file: the sums, on paper or as a table that has beside them what each
/// published. Nothing in it tells who took it out.
@Component
class ReturnsFiles {
    private final ReturnsScreens screens;
    private final StatisticsWords words;
    private final CodeLists lists;
    private final Paper paper;

    ReturnsFiles(ReturnsScreens screens, StatisticsWords words, CodeLists lists, Paper paper) {
        this.screens = screens;
        this.words = words;
        this.lists = lists;
        this.paper = paper;
    }

    /// With the method in every language of the console.
    byte[] pdf(YearReturns returns, PageContext page) {
        return paper.pdf(
                "statistics/returns-paper",
                Map.of(
                        "page",
                        page,
                        "screen",
                        screens.of(returns, List.of(), page),
                        "methods",
                        StatisticsFiles.methods(page, ReturnsScreens::method)));
    }

    byte[] csv(YearReturns returns, PageContext page) {
        var here = returns.members().stream().filter(OfMember::isHere).toList();
        var text = new StringBuilder(Csv.MARK);
        if (page.training()) {
            text.append(Csv.line(List.of(page.text("web.training"))));
        }
        text.append(Csv.line(List.of(page.text("statistics.returns.heading", "year", String.valueOf(returns.year())))));
        text.append(Csv.line(List.of(page.text(
                "statistics.returns.count",
                "n",
                returns.here(),
                "all",
                returns.members().size()))));
        text.append(head(here, page));
        var sums = NetworkFigures.of(returns.tables(), lists);
        for (var table : Table.values()) {
            append(text, table, sums.getOrDefault(table, Summed.NONE), here, page);
        }
        for (var kind : PaceKind.values()) {
            append(text, kind, returns.year(), here, page);
        }
        ReturnsScreens.method(page)
                .forEach(note -> text.append(Csv.line(List.of(page.text("statistics.method"), note))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String head(List<OfMember> here, PageContext page) {
        var cells = new ArrayList<>(List.of(
                page.text("statistics.column.table"),
                page.text("statistics.column.line"),
                page.text("statistics.returns.column.together"),
                page.text("statistics.returns.column.shown"),
                page.text("statistics.returns.column.hidden")));
        here.forEach(member -> cells.add(page.country(member.member())));
        return Csv.line(cells);
    }

    private void append(StringBuilder text, Table table, Summed summed, List<OfMember> here, PageContext page) {
        var title = words.title(table, page);
        for (var code : screens.order(table, summed)) {
            var sum = summed.lines().getOrDefault(code, Sum.NONE);
            var published = here.stream()
                    .map(member -> figures(member, table).figure(code))
                    .map(figure -> published(figure, page))
                    .toList();
            text.append(line(title, words.line(table, code, page), sum, published, page));
        }
        var total = summed.total();
        if (total != null) {
            var published = here.stream()
                    .map(member -> published(figures(member, table).total(), page))
                    .toList();
            text.append(line(title, page.text("statistics.total"), total, published, page));
        }
    }

    /// Beside each other and never together: times of several do not add up.
    private void append(StringBuilder text, PaceKind kind, int year, List<OfMember> here, PageContext page) {
        for (var quarter : Period.quarters(year)) {
            for (var urgency : Urgency.values()) {
                var told = here.stream()
                        .map(member -> Optional.ofNullable(member.paces()
                                .getOrDefault(quarter.code(), Map.<PaceKind, Map<Urgency, Pace>>of())
                                .getOrDefault(kind, Map.<Urgency, Pace>of())
                                .get(urgency)))
                        .toList();
                if (told.stream().anyMatch(Optional::isPresent)) {
                    var line =
                            StatisticsWords.quarter(quarter.code(), page) + ", " + words.urgency(urgency, page) + ", ";
                    append(text, kind, line + page.text("statistics.median"), told, page, Pace::median);
                    append(text, kind, line + page.text("statistics.ninetieth"), told, page, Pace::ninetieth);
                }
            }
        }
    }

    private static void append(
            StringBuilder text,
            PaceKind kind,
            String line,
            List<Optional<Pace>> told,
            PageContext page,
            ToIntFunction<Pace> minutes) {
        var shown = told.stream().filter(Optional::isPresent).count();
        var cells = new ArrayList<>(List.of(
                StatisticsWords.title(kind, page),
                line,
                "",
                String.valueOf(shown),
                String.valueOf(told.size() - shown)));
        told.forEach(pace -> cells.add(pace.map(each -> StatisticsWords.span(minutes.applyAsInt(each), page))
                .orElseGet(() -> page.text("statistics.hidden"))));
        text.append(Csv.line(cells));
    }

    private static Figures figures(OfMember member, Table table) {
        return member.tables().getOrDefault(table, Figures.NONE);
    }

    private static String line(String title, String line, Sum sum, List<String> published, PageContext page) {
        var cells = new ArrayList<>(List.of(
                title,
                line,
                sum.isShown() ? ReturnsScreens.figure(sum, page) : page.text("statistics.hidden"),
                String.valueOf(sum.shown()),
                String.valueOf(sum.hidden())));
        cells.addAll(published);
        return Csv.line(cells);
    }

    private static String published(@Nullable Integer figure, PageContext page) {
        return figure == null ? page.text("statistics.hidden") : StatisticsWords.figure(figure, page);
    }
}
