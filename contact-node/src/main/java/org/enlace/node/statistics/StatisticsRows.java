package org.enlace.node.statistics;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was published, in the database. It is written once and never changed.
@Repository
class StatisticsRows {
    private static final String TOTAL = "*";
    static final String MEDIAN = ".MEDIAN";
    static final String NINETIETH = ".NINETIETH";
    static final String OVERDUE = ".OVERDUE";

    private final JdbcClient database;

    StatisticsRows(JdbcClient database) {
        this.database = database;
    }

    /// When the first message came here; empty if none has.
    Optional<Instant> first() {
        return database.sql("select min(stored_at) from case_message")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    SortedMap<String, Instant> released() {
        var released = new TreeMap<String, Instant>();
        database.sql("select period, released_at from statistics_release").query(row -> {
            released.put(row.getString("period"), StoredTime.at(row, "released_at"));
        });
        return released;
    }

    /// @throws org.springframework.dao.DuplicateKeyException if it was published before
    void release(Period period, Instant at) {
        database.sql("insert into statistics_release (period, released_at) values (?, ?)")
                .params(period.code(), StoredTime.utc(at))
                .update();
    }

    void add(Period year, Table table, Figures figures) {
        figures.shown().forEach((line, figure) -> add(year, table.name(), line, figure));
        // What an open table does not show is not even named.
        if (!table.isOpen()) {
            figures.hidden().forEach(line -> add(year, table.name(), line, null));
        }
        if (figures.total() != null) {
            add(year, table.name(), TOTAL, figures.total());
        }
    }

    void add(Period quarter, PaceKind kind, Urgency urgency, Pace pace) {
        add(quarter, kind.name(), urgency + MEDIAN, pace.median());
        add(quarter, kind.name(), urgency + NINETIETH, pace.ninetieth());
        add(quarter, kind.name(), urgency + OVERDUE, pace.overdue());
    }

    private void add(Period period, String name, String line, @Nullable Integer figure) {
        database.sql("""
                        insert into statistics_figure (period, name, line, figure)
                        values (:period, :name, :line, :figure)""")
                .param("period", period.code())
                .param("name", name)
                .param("line", line)
                .param("figure", figure, Types.INTEGER)
                .update();
    }

    Map<Table, Figures> tables(Period year) {
        var found = figures(year);
        var tables = new EnumMap<Table, Figures>(Table.class);
        for (var table : Table.values()) {
            var figures = found.getOrDefault(table.name(), Figures.NONE);
            var shown = new TreeMap<>(figures.shown());
            var total = shown.remove(TOTAL);
            tables.put(table, new Figures(shown, figures.hidden(), total));
        }
        return tables;
    }

    /// By quarter, for those that were published.
    SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces(int year) {
        var released = released();
        var paces = new TreeMap<String, Map<PaceKind, Map<Urgency, Pace>>>();
        for (var quarter : Period.quarters(year)) {
            if (released.containsKey(quarter.code())) {
                var found = figures(quarter);
                var kinds = new EnumMap<PaceKind, Map<Urgency, Pace>>(PaceKind.class);
                for (var kind : PaceKind.values()) {
                    kinds.put(kind, paces(found.getOrDefault(kind.name(), Figures.NONE)));
                }
                paces.put(quarter.code(), kinds);
            }
        }
        return paces;
    }

    private static Map<Urgency, Pace> paces(Figures figures) {
        var paces = new EnumMap<Urgency, Pace>(Urgency.class);
        for (var urgency : Urgency.values()) {
            var median = figures.figure(urgency + MEDIAN);
            var ninetieth = figures.figure(urgency + NINETIETH);
            if (median != null && ninetieth != null) {
                paces.put(urgency, new Pace(median, ninetieth, figures.figure(urgency + OVERDUE)));
            }
        }
        return paces;
    }

    private Map<String, Figures> figures(Period period) {
        var shown = new TreeMap<String, SortedMap<String, Integer>>();
        var hidden = new TreeMap<String, SortedSet<String>>();
        database.sql("select name, line, figure from statistics_figure where period = ?")
                .param(period.code())
                .query(row -> {
                    var name = row.getString("name");
                    var figure = row.getInt("figure");
                    if (row.wasNull()) {
                        hidden.computeIfAbsent(name, _ -> new TreeSet<>()).add(row.getString("line"));
                    } else {
                        shown.computeIfAbsent(name, _ -> new TreeMap<>()).put(row.getString("line"), figure);
                    }
                });
        var names = new TreeSet<>(shown.keySet());
        names.addAll(hidden.keySet());
        return names.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> new Figures(
                                shown.getOrDefault(name, new TreeMap<>()),
                                hidden.getOrDefault(name, new TreeSet<>()),
                                null)));
    }
}
