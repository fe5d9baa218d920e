package org.enlace.node.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.StatisticsReturn;
import org.jspecify.annotations.Nullable;

/// How long things took, as it travels: exactly what was published of the quarters of a year, and of how many no word.
final class ReturnedPaces {
    private ReturnedPaces() {}

    /// @param paces by quarter
    /// @param withdrawn names of those that stay here
    static List<StatisticsReturn.Pace> of(
            SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces, Collection<String> withdrawn) {
        var all = new ArrayList<StatisticsReturn.Pace>();
        paces.forEach((quarter, kinds) -> {
            for (var kind : PaceKind.values()) {
                if (!withdrawn.contains(kind.name())) {
                    new TreeMap<>(kinds.getOrDefault(kind, Map.<Urgency, Pace>of()))
                            .forEach((urgency, pace) -> all.add(new StatisticsReturn.Pace(
                                    kind.name(),
                                    Period.quarter(quarter),
                                    urgency,
                                    pace.median(),
                                    pace.ninetieth(),
                                    pace.overdue())));
                }
            }
        });
        return all;
    }

    /// Names of those of which there is something.
    static SortedSet<String> names(SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces) {
        var names = new TreeSet<String>();
        paces.values()
                .forEach(kinds -> kinds.forEach((kind, told) -> {
                    if (!told.isEmpty()) {
                        names.add(kind.name());
                    }
                }));
        return names;
    }

    /// Adds them to what the database keeps.
    ///
    /// @param rows by name and line
    static void add(
            Collection<StatisticsReturn.Pace> paces, SortedMap<String, SortedMap<String, @Nullable Integer>> rows) {
        for (var pace : paces) {
            var lines = rows.computeIfAbsent(pace.name(), _ -> new TreeMap<>());
            var line = line(pace.quarter(), pace.urgency());
            lines.put(line + StatisticsRows.MEDIAN, pace.medianMinutes());
            lines.put(line + StatisticsRows.NINETIETH, pace.ninetiethMinutes());
            lines.put(line + StatisticsRows.OVERDUE, pace.overduePercent());
        }
    }

    /// What this version knows of them; of a return without any, no quarter.
    ///
    /// @param withdrawn names of those that were taken back: they are not among them
    static SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> read(
            int year, Map<String, SortedMap<String, @Nullable Integer>> rows, Collection<String> withdrawn) {
        var paces = new TreeMap<String, Map<PaceKind, Map<Urgency, Pace>>>();
        for (var kind : PaceKind.values()) {
            var lines = rows.getOrDefault(kind.name(), new TreeMap<>());
            if (lines.isEmpty() || withdrawn.contains(kind.name())) {
                continue;
            }
            for (var quarter : Period.quarters(year)) {
                var told = paces.computeIfAbsent(quarter.code(), _ -> new EnumMap<>(PaceKind.class))
                        .computeIfAbsent(kind, _ -> new EnumMap<>(Urgency.class));
                for (var urgency : Urgency.values()) {
                    pace(line(quarter.quarter(), urgency), lines).ifPresent(pace -> told.put(urgency, pace));
                }
            }
        }
        return paces;
    }

    private static Optional<Pace> pace(String line, SortedMap<String, @Nullable Integer> lines) {
        var median = lines.get(line + StatisticsRows.MEDIAN);
        var ninetieth = lines.get(line + StatisticsRows.NINETIETH);
        return median == null || ninetieth == null
                ? Optional.empty()
                : Optional.of(new Pace(median, ninetieth, lines.get(line + StatisticsRows.OVERDUE)));
    }

    private static String line(int quarter, Urgency urgency) {
        return "Q" + quarter + "." + urgency;
    }
}
