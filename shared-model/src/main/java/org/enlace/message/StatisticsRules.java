package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.handling.Tlp;
import org.jspecify.annotations.Nullable;

/// What a return of statistics must say. Sender and reader ask the same: a number that no release rule lets through
/// is neither sent nor read.
final class StatisticsRules {
    private static final int TABLES_MAX = 64;
    private static final int LINES_MAX = 2_000;
    private static final int LOWEST = 15;
    private static final int STEP = 5;
    private static final int FIGURE_MAX = 1_000_000_000;
    private static final int PACES_MAX = 512;
    private static final int QUARTERS = 4;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int SPAN_MAX = 10_000 * DAY;
    private static final int HUNDRED = 100;
    private static final int YEAR_FIRST = 2000;
    private static final int YEAR_LAST = 9998;
    /// Where a day begins first.
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_+>-]{0,63}");

    private StatisticsRules() {}

    static void check(Breaches breaches, StatisticsReturn returned, About about, Instant at) {
        year(breaches, returned, at);
        if (about.handling().tlp() != Tlp.GREEN) {
            breaches.add("about.handling.tlp", BreachCode.NOT_IN_LIST, "tlp");
        }
        List<StatisticsReturn.Table> tables = returned.tables();
        Set<String> names = new HashSet<>();
        breaches.atMost("return.tables", tables, TABLES_MAX);
        for (int i = 0; i < Math.min(tables.size(), TABLES_MAX); i++) {
            name(breaches, "return.tables[" + i + "].name", tables.get(i).name(), names);
            table(breaches, "return.tables[" + i + "]", tables.get(i));
        }
        List<String> withdrawn = returned.withdrawn();
        breaches.atMost("return.withdrawn", withdrawn, TABLES_MAX);
        for (int i = 0; i < Math.min(withdrawn.size(), TABLES_MAX); i++) {
            name(breaches, "return.withdrawn[" + i + "]", withdrawn.get(i), names);
        }
        paces(breaches, returned.paces(), names);
        if (!withdrawn.isEmpty() && about.supersedes() == null) {
            breaches.add("return.withdrawn", BreachCode.NOT_IN_LIST, "correction");
        }
    }

    /// A year is published a month after its end, and nobody counts one that still runs.
    private static void year(Breaches breaches, StatisticsReturn returned, Instant at) {
        int year = returned.year();
        if (year < YEAR_FIRST || year > YEAR_LAST) {
            breaches.add("return.year", BreachCode.NOT_IN_LIST, "year");
            return;
        }
        Instant closed = LocalDate.of(year + 1, 2, 1).atStartOfDay(EARLIEST).toInstant();
        if (at.isBefore(closed) || returned.releasedAt().isBefore(closed)) {
            breaches.add("return.year", BreachCode.NOT_IN_LIST, "year");
        }
    }

    private static void name(Breaches breaches, String field, String name, Set<String> names) {
        if (!NAME.matcher(name).matches() || !names.add(name)) {
            breaches.add(field, BreachCode.NOT_IN_LIST, "table");
        }
    }

    private static void table(Breaches breaches, String field, StatisticsReturn.Table table) {
        figure(breaches, field + ".total", table.total());
        List<StatisticsReturn.Line> lines = table.lines();
        Set<String> codes = new HashSet<>();
        breaches.atMost(field + ".lines", lines, LINES_MAX);
        for (int i = 0; i < Math.min(lines.size(), LINES_MAX); i++) {
            StatisticsReturn.Line line = lines.get(i);
            if (!LINE.matcher(line.code()).matches() || !codes.add(line.code())) {
                breaches.add(field + ".lines[" + i + "].code", BreachCode.NOT_IN_LIST, "line");
            }
            figure(breaches, field + ".lines[" + i + "].figure", line.figure());
        }
        // One alone is what the others leave of the total.
        if (lines.stream().filter(line -> line.figure() == null).count() == 1) {
            breaches.add(field + ".lines", BreachCode.NOT_IN_LIST, "hidden");
        }
    }

    /// @param names of tables, and of what is taken back
    private static void paces(Breaches breaches, List<StatisticsReturn.Pace> paces, Set<String> names) {
        Set<List<Object>> told = new HashSet<>();
        breaches.atMost("return.paces", paces, PACES_MAX);
        for (int i = 0; i < Math.min(paces.size(), PACES_MAX); i++) {
            StatisticsReturn.Pace pace = paces.get(i);
            String field = "return.paces[" + i + "]";
            if (!NAME.matcher(pace.name()).matches() || names.contains(pace.name())) {
                breaches.add(field + ".name", BreachCode.NOT_IN_LIST, "pace");
            }
            if (pace.quarter() < 1
                    || pace.quarter() > QUARTERS
                    || !told.add(List.of(pace.name(), pace.quarter(), pace.urgency()))) {
                breaches.add(field + ".quarter", BreachCode.NOT_IN_LIST, "quarter");
            }
            if (!isSpan(pace.medianMinutes())) {
                breaches.add(field + ".medianMinutes", BreachCode.NOT_IN_LIST, "minutes");
            }
            if (!isSpan(pace.ninetiethMinutes()) || pace.ninetiethMinutes() < pace.medianMinutes()) {
                breaches.add(field + ".ninetiethMinutes", BreachCode.NOT_IN_LIST, "minutes");
            }
            Integer overdue = pace.overduePercent();
            if (overdue != null && (overdue < 0 || overdue > HUNDRED || overdue % STEP != 0)) {
                breaches.add(field + ".overduePercent", BreachCode.NOT_IN_LIST, "percent");
            }
        }
    }

    /// Five minutes or more, so coarse that no single message is seen in it.
    private static boolean isSpan(int minutes) {
        int step = minutes <= 2 * HOUR ? STEP : minutes <= 2 * DAY ? HOUR : DAY;
        return minutes >= STEP && minutes <= SPAN_MAX && minutes % step == 0;
    }

    private static void figure(Breaches breaches, String field, @Nullable Integer figure) {
        boolean shown =
                figure == null || figure == 0 || (figure >= LOWEST && figure <= FIGURE_MAX && figure % STEP == 0);
        if (!shown) {
            breaches.add(field, BreachCode.NOT_IN_LIST, "figure");
        }
    }
}
