package org.enlace.node.statistics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.enlace.code.CodeLists;
import org.enlace.message.StatisticsReturn;
import org.enlace.message.StatisticsReturn.Line;
import org.jspecify.annotations.Nullable;

/// Published tables as they travel: exactly what is shown here, and of what is not shown no more than that.
final class ReturnedTables {
    static final String TOTAL = "*";

    private ReturnedTables() {}

    /// @param withdrawn names of those that stay here
    static List<StatisticsReturn.Table> of(Map<Table, Figures> tables, Collection<String> withdrawn) {
        return Stream.of(Table.values())
                .filter(table -> tables.containsKey(table) && !withdrawn.contains(table.name()))
                .map(table -> table(table, tables.getOrDefault(table, Figures.NONE)))
                .toList();
    }

    private static StatisticsReturn.Table table(Table table, Figures figures) {
        var lines = new TreeMap<String, Line>();
        figures.shown().forEach((code, figure) -> lines.put(code, new Line(code, figure)));
        // What an open table does not show is not even named.
        if (!table.isOpen()) {
            figures.hidden().forEach(code -> lines.put(code, new Line(code, null)));
        }
        return new StatisticsReturn.Table(
                table.name(), figures.total(), lines.values().stream().toList());
    }

    /// By name and line, as the database keeps them, with how long things took.
    static SortedMap<String, SortedMap<String, @Nullable Integer>> rows(StatisticsReturn returned) {
        var rows = new TreeMap<String, SortedMap<String, @Nullable Integer>>();
        ReturnedPaces.add(returned.paces(), rows);
        for (var table : returned.tables()) {
            var lines = new TreeMap<String, @Nullable Integer>();
            table.lines().forEach(line -> lines.put(line.code(), line.figure()));
            if (table.total() != null) {
                lines.put(TOTAL, table.total());
            }
            if (!lines.isEmpty()) {
                rows.put(table.name(), lines);
            }
        }
        return rows;
    }

    /// Those that this version knows, with the lines that it knows.
    ///
    /// @param withdrawn names of those that were taken back: they are not among them
    static Map<Table, Figures> read(
            Map<String, SortedMap<String, @Nullable Integer>> rows, Collection<String> withdrawn, CodeLists lists) {
        var tables = new EnumMap<Table, Figures>(Table.class);
        for (var table : Table.values()) {
            if (withdrawn.contains(table.name())) {
                continue;
            }
            var lines = rows.getOrDefault(table.name(), new TreeMap<>());
            var shown = new TreeMap<String, Integer>();
            var hidden = new TreeSet<String>();
            lines.forEach((code, figure) -> {
                if (!code.equals(TOTAL) && table.knows(code, lists)) {
                    if (figure == null) {
                        hidden.add(code);
                    } else {
                        shown.put(code, figure);
                    }
                }
            });
            tables.put(table, new Figures(shown, hidden, lines.get(TOTAL)));
        }
        return tables;
    }
}
