package org.enlace.node.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.statistics.StatisticsScreen.Chart;
import org.enlace.node.statistics.StatisticsScreen.Line;
import org.enlace.node.statistics.StatisticsScreen.Quarter;
import org.enlace.node.statistics.StatisticsScreen.Section;
import org.enlace.node.statistics.StatisticsScreen.Times;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts the figures of a year into the words of a reader.
@Component
class StatisticsScreens {
    static final List<String> FORMS = List.of("CSV", "PDF");
    private static final int FULL = 100;

    private final StatisticsWords words;
    private final CodeLists lists;

    StatisticsScreens(StatisticsWords words, CodeLists lists) {
        this.words = words;
        this.lists = lists;
    }

    StatisticsScreen of(YearFigures figures, List<Integer> years, PageContext page) {
        var released = figures.releasedAt();
        return new StatisticsScreen(
                figures.year(),
                years.stream()
                        .map(year -> Choice.of(String.valueOf(year), String.valueOf(year), year == figures.year()))
                        .toList(),
                released != null,
                released == null
                        ? page.text("statistics.closes", "day", page.day(figures.closes()))
                        : page.text("statistics.released", "day", page.day(released)),
                released == null ? List.of() : sections(figures.tables(), page),
                times(figures.paces(), List.of(), page),
                forms(page),
                page.languages().stream()
                        .map(language -> Choice.of(
                                language.getLanguage(), page.ownName(language), language.equals(page.locale())))
                        .toList(),
                StatisticsWords.method(page));
    }

    /// As what figures may be taken out.
    static List<Choice> forms(PageContext page) {
        return FORMS.stream()
                .map(form -> Choice.of(form, page.text("statistics.form." + form), form.equals("PDF")))
                .toList();
    }

    /// What is among these; a table that is not is left out.
    List<Section> sections(Map<Table, Figures> tables, PageContext page) {
        return Stream.of(Table.Part.values())
                .map(part -> section(part, tables, page))
                .filter(section -> !section.charts().isEmpty())
                .toList();
    }

    private Section section(Table.Part part, Map<Table, Figures> tables, PageContext page) {
        return new Section(
                "part-" + part,
                page.text("statistics.part." + part),
                Arrays.stream(Table.values())
                        .filter(table -> table.part() == part && tables.containsKey(table))
                        .map(table -> chart(table, tables.getOrDefault(table, Figures.NONE), page))
                        .toList());
    }

    private Chart chart(Table table, Figures figures, PageContext page) {
        var most = figures.shown().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        var total = figures.total();
        return new Chart(
                words.title(table, page),
                order(table, figures).stream()
                        .map(code -> line(table, code, figures, most, page))
                        .toList(),
                total == null ? null : StatisticsWords.figure(total, page),
                !table.addsUp(),
                table.isOpen(),
                figures.withheld());
    }

    /// As the list has it, or the most first.
    private List<String> order(Table table, Figures figures) {
        return table.isOpen()
                ? figures.shown().keySet().stream()
                        .sorted(Comparator.comparingInt(
                                        (String code) -> -figures.shown().getOrDefault(code, 0))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList()
                : table.lines(lists);
    }

    private Line line(Table table, String code, Figures figures, int most, PageContext page) {
        var figure = figures.figure(code);
        return new Line(
                words.line(table, code, page),
                figure == null ? null : StatisticsWords.figure(figure, page),
                figure == null || most == 0 ? 0 : figure * FULL / most);
    }

    /// How long things took; nothing if no quarter was published.
    ///
    /// @param without names of what is left out
    List<Times> times(
            SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces, Collection<String> without, PageContext page) {
        return paces.isEmpty()
                ? List.of()
                : Stream.of(PaceKind.values())
                        .filter(kind -> !without.contains(kind.name()))
                        .map(kind -> times(kind, paces, page))
                        .toList();
    }

    private Times times(
            PaceKind kind, SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> published, PageContext page) {
        var quarters = new ArrayList<Quarter>();
        published.forEach((period, kinds) -> {
            var paces = kinds.getOrDefault(kind, Map.<Urgency, Pace>of());
            for (var urgency : Urgency.values()) {
                quarters.add(quarter(kind, period, urgency, paces, page));
            }
        });
        return new Times(StatisticsWords.title(kind, page), quarters);
    }

    private Quarter quarter(PaceKind kind, String period, Urgency urgency, Map<Urgency, Pace> paces, PageContext page) {
        var pace = paces.get(urgency);
        var name = StatisticsWords.quarter(period, page);
        if (pace == null) {
            return new Quarter(name, words.urgency(urgency, page), null, null, null);
        }
        var overdue = kind.hasClock() ? pace.overdue() : null;
        return new Quarter(
                name,
                words.urgency(urgency, page),
                StatisticsWords.span(pace.median(), page),
                StatisticsWords.span(pace.ninetieth(), page),
                overdue == null ? null : StatisticsWords.percent(overdue, page));
    }
}
