package org.enlace.node.statistics;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The published figures for whoever puts those of several contact points together.
@RestController
class StatisticsApi {
    private final Years years;

    StatisticsApi(Years years) {
        this.years = years;
    }

    @GetMapping(path = "/api/v1/statistics/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Action.READ_STATISTICS)
    StatisticsAnswer year(@PathVariable String year, Officer officer) {
        var figures =
                years.of(StatisticsPages.number(year), Years.SHOW, officer).orElseThrow(Unseen::new);
        return new StatisticsAnswer(
                figures.year(),
                figures.releasedAt(),
                figures.closes(),
                Protection.SHOWN_FROM,
                Protection.STEP,
                Arrays.stream(Table.values())
                        .flatMap(table ->
                                Stream.ofNullable(figures.tables().get(table)).map(each -> table(table, each)))
                        .toList(),
                paces(figures.paces()));
    }

    static List<PaceAnswer> paces(SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> quarters) {
        return quarters.entrySet().stream()
                .flatMap(quarter -> quarter.getValue().entrySet().stream()
                        .flatMap(kind -> kind.getValue().entrySet().stream()
                                .map(pace -> pace(quarter.getKey(), kind.getKey(), pace.getKey(), pace.getValue()))))
                .toList();
    }

    static TableAnswer table(Table table, Figures figures) {
        return new TableAnswer(
                table.name(),
                table.list(),
                table.addsUp(),
                figures.total(),
                Stream.concat(
                                figures.shown().entrySet().stream()
                                        .map(line -> new LineAnswer(line.getKey(), line.getValue())),
                                figures.hidden().stream().map(line -> new LineAnswer(line, null)))
                        .sorted(Comparator.comparing(LineAnswer::code))
                        .toList());
    }

    private static PaceAnswer pace(String quarter, PaceKind kind, Urgency urgency, Pace pace) {
        return new PaceAnswer(quarter, kind.name(), urgency.name(), pace.median(), pace.ninetieth(), pace.overdue());
    }

    /// @param releasedAt when the tables were published; null while they are not, and then there are none
    /// @param closesAt when they are published, or were due
    /// @param shownFrom what is fewer is not shown
    /// @param roundedTo a multiple of which each figure is
    record StatisticsAnswer(
            int year,
            @Nullable Instant releasedAt,
            Instant closesAt,
            int shownFrom,
            int roundedTo,
            List<TableAnswer> tables,
            List<PaceAnswer> paces) {}

    /// @param list id of the code list of its lines, `country`, `route`, or empty
    /// @param addsUp false if something may stand in several lines
    /// @param total null if it is not shown, or the lines do not add up to one
    record TableAnswer(
            String name,
            String list,
            boolean addsUp,
            @Nullable Integer total,
            List<LineAnswer> lines) {}

    /// @param figure null if it is not shown
    record LineAnswer(String code, @Nullable Integer figure) {}

    /// @param medianMinutes likewise `ninetiethMinutes`, rounded
    /// @param overduePercent null if there was no clock, or too few had one
    record PaceAnswer(
            String quarter,
            String name,
            String urgency,
            int medianMinutes,
            int ninetiethMinutes,
            @Nullable Integer overduePercent) {}
}
