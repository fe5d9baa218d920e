package org.enlace.node.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.node.casefile.Labels;
import org.enlace.node.statistics.NetworkFigures.Sum;
import org.enlace.node.statistics.NetworkFigures.Summed;
import org.enlace.node.statistics.StatisticsScreen.Chart;
import org.enlace.node.statistics.StatisticsScreen.Line;
import org.enlace.node.statistics.StatisticsScreen.Section;
import org.enlace.node.statistics.YearReturns.OfMember;
import org.enlace.node.web.Choice;
import org.enlace.node.web.PageContext;
import org.springframework.stereotype.Component;

/// Puts what was returned into the words of a reader at the Secretariat.
@Component
class ReturnsScreens {
    private static final int NOTES = 6;
    private static final int FULL = 100;

    private final StatisticsScreens statistics;
    private final StatisticsWords words;
    private final ReturnScreens titles;
    private final Labels labels;
    private final CodeLists lists;

    ReturnsScreens(
            StatisticsScreens statistics, StatisticsWords words, ReturnScreens titles, Labels labels, CodeLists lists) {
        this.statistics = statistics;
        this.words = words;
        this.titles = titles;
        this.labels = labels;
        this.lists = lists;
    }

    ReturnsScreen of(YearReturns returns, List<Integer> years, PageContext page) {
        return new ReturnsScreen(
                returns.year(),
                years.stream()
                        .map(year -> Choice.of(String.valueOf(year), String.valueOf(year), year == returns.year()))
                        .toList(),
                page.text(
                        "statistics.returns.count",
                        "n",
                        returns.here(),
                        "all",
                        returns.members().size()),
                returns.members().stream()
                        .map(member -> line(returns.year(), member, page))
                        .sorted(Comparator.comparing(ReturnsScreen.Line::country))
                        .toList(),
                returns.beside().stream()
                        .map(each -> page.text(
                                "statistics.returns.beside.one",
                                "country",
                                page.country(each.sender()),
                                "mode",
                                labels.of("mode", each.mode(), page.locale()),
                                "day",
                                page.day(each.receivedAt())))
                        .toList(),
                network(returns, page),
                method(page),
                StatisticsScreens.forms(page),
                page.languages().stream()
                        .map(language -> Choice.of(
                                language.getLanguage(), page.ownName(language), language.equals(page.locale())))
                        .toList());
    }

    private ReturnsScreen.Line line(int year, OfMember member, PageContext page) {
        var country = page.country(member.member());
        var newest = member.newest();
        if (newest == null) {
            var own = member.isHere();
            return new ReturnsScreen.Line(
                    country,
                    page.text(own ? "statistics.returns.own" : "statistics.returns.missing"),
                    own,
                    "",
                    "",
                    own ? "/statistics?year=" + year : null);
        }
        return new ReturnsScreen.Line(
                country,
                page.text(newest.openedAt() == null ? "statistics.returns.unopened" : "statistics.returns.opened"),
                true,
                page.day(newest.receivedAt()),
                newest.number() == 1 ? "" : version(newest, page),
                "/statistics/returns/" + year + "/" + member.member());
    }

    private String version(ReceivedReturn version, PageContext page) {
        var reason = version.reason();
        return reason == null
                ? page.text("statistics.return.version", "n", version.number())
                : page.text(
                        "statistics.returns.corrected",
                        "n",
                        version.number(),
                        "reason",
                        labels.of("correction-reason", reason, page.locale()));
    }

    ReturnsScreen.One of(int year, OfMember member, PageContext page) {
        var versions = new ArrayList<String>();
        member.versions()
                .forEach(version -> versions.add(page.text(
                        "statistics.returns.version",
                        "version",
                        version(version, page),
                        "time",
                        page.time(version.receivedAt()),
                        "officer",
                        version.pseudonym())));
        var newest = member.versions().getLast();
        return new ReturnsScreen.One(
                year,
                page.country(member.member()),
                page.text("statistics.released", "day", page.day(newest.releasedAt())),
                versions.reversed(),
                newest.withdrawn().isEmpty()
                        ? null
                        : page.text("statistics.returns.withdrawn", "tables", titles.titles(newest.withdrawn(), page)),
                statistics.sections(member.tables(), page),
                statistics.times(member.paces(), newest.withdrawn(), page));
    }

    List<Section> network(YearReturns returns, PageContext page) {
        var sums = NetworkFigures.of(returns.tables(), lists);
        return Stream.of(Table.Part.values())
                .map(part -> new Section(
                        "part-" + part,
                        page.text("statistics.part." + part),
                        Stream.of(Table.values())
                                .filter(table -> table.part() == part)
                                .map(table -> chart(table, sums, page))
                                .toList()))
                .toList();
    }

    private Chart chart(Table table, Map<Table, Summed> sums, PageContext page) {
        var summed = sums.getOrDefault(table, Summed.NONE);
        var lines = summed.lines();
        var most = lines.values().stream()
                .filter(Sum::isShown)
                .mapToInt(Sum::figure)
                .max()
                .orElse(0);
        var total = summed.total();
        return new Chart(
                words.title(table, page),
                order(table, summed).stream()
                        .map(code -> line(table, code, lines.getOrDefault(code, Sum.NONE), most, page))
                        .toList(),
                total == null || !total.isShown() ? null : figure(total, page),
                !table.addsUp(),
                table.isOpen(),
                summed.withheld());
    }

    /// As the list has it, or the most first.
    List<String> order(Table table, Summed summed) {
        return table.isOpen()
                ? summed.lines().keySet().stream()
                        .sorted(Comparator.comparingInt((String code) -> -summed.lines()
                                        .getOrDefault(code, Sum.NONE)
                                        .figure())
                                .thenComparing(Comparator.naturalOrder()))
                        .toList()
                : table.lines(lists);
    }

    private Line line(Table table, String code, Sum sum, int most, PageContext page) {
        return new Line(
                words.line(table, code, page),
                sum.isShown() ? figure(sum, page) : null,
                !sum.isShown() || most == 0 ? 0 : (int) ((long) sum.figure() * FULL / most));
    }

    static String figure(Sum sum, PageContext page) {
        return sum.isLeast()
                ? page.text("statistics.returns.least", "n", sum.figure(), "hidden", sum.hidden())
                : StatisticsWords.figure(sum.figure(), page);
    }

    /// How the sums come about, and what they are not.
    static List<String> method(PageContext page) {
        return IntStream.rangeClosed(1, NOTES)
                .mapToObj(note -> page.text("statistics.returns.method." + note))
                .toList();
    }
}
