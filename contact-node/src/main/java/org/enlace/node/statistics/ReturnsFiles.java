package org.enlace.node.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.enlace.code.CodeLists;
import org.enlace.node.paper.Csv;
import org.enlace.node.statistics.NetworkFigures.Sum;
import org.enlace.node.statistics.NetworkFigures.Summed;
import org.enlace.node.statistics.YearReturns.OfMember;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What contact points returned of a year as a file: the sums, and beside them what each published.
@Component
class ReturnsFiles {
    private final ReturnsScreens screens;
    private final StatisticsWords words;
    private final CodeLists lists;

    ReturnsFiles(ReturnsScreens screens, StatisticsWords words, CodeLists lists) {
        this.screens = screens;
        this.words = words;
        this.lists = lists;
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
