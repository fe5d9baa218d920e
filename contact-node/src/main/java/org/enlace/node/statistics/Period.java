package org.enlace.node.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A span of which figures are published once, when it is over and a month has passed. Years hold what counts messages
/// and persons, quarters how long things took; no figure stands in both, so no two of them overlap.
///
/// @param quarter from 1, or 0 for the whole year
record Period(int year, int quarter) {
    private static final int MONTHS_OF_QUARTER = 3;
    static final int QUARTERS = 4;

    Period {
        if (quarter < 0 || quarter > QUARTERS) {
            throw new IllegalArgumentException("A year has four quarters");
        }
    }

    static Period year(int year) {
        return new Period(year, 0);
    }

    static List<Period> quarters(int year) {
        return List.of(new Period(year, 1), new Period(year, 2), new Period(year, 3), new Period(year, 4));
    }

    /// Which of its year.
    ///
    /// @param code of a quarter, `2026-Q3`
    static int quarter(String code) {
        return Integer.parseInt(code.substring(code.length() - 1));
    }

    /// All that are closed by now, oldest first.
    ///
    /// @param first when the first message came
    static List<Period> closed(Instant first, Instant now, ZoneId zone) {
        var closed = new ArrayList<Period>();
        for (var year = first.atZone(zone).getYear(); year <= now.atZone(zone).getYear(); year++) {
            var all = new ArrayList<>(quarters(year));
            all.add(year(year));
            all.removeIf(period -> !period.until(zone).isAfter(first));
            all.removeIf(period -> period.closes(zone).isAfter(now));
            closed.addAll(all);
        }
        return closed;
    }

    boolean isYear() {
        return quarter == 0;
    }

    Instant from(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    /// The first moment after it.
    Instant until(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /// A month later, for what was late: from then on its figures stay as they are.
    Instant closes(ZoneId zone) {
        return end().plusMonths(1).atStartOfDay(zone).toInstant();
    }

    private LocalDate first() {
        return LocalDate.of(year, isYear() ? 1 : 1 + (quarter - 1) * MONTHS_OF_QUARTER, 1);
    }

    private LocalDate end() {
        return isYear() ? first().plusYears(1) : first().plusMonths(MONTHS_OF_QUARTER);
    }

    /// `2026` or `2026-Q3`.
    String code() {
        return isYear() ? String.valueOf(year) : year + "-Q" + quarter;
    }
}
