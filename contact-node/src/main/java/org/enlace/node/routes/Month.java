package org.enlace.node.routes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.enlace.person.PartialDate;
import org.jspecify.annotations.Nullable;

/// Months are counted from the year 0, so that a database compares them. No map of routes knows a finer time.
final class Month {
    /// Later than every month that somebody writes.
    static final int OPEN = of(YearMonth.of(9999, 12));

    private static final int IN_YEAR = 12;
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final int YEAR_ONLY = 4;

    private Month() {}

    static int of(YearMonth month) {
        return month.getYear() * IN_YEAR + month.getMonthValue() - 1;
    }

    static int of(Instant at, ZoneId zone) {
        return of(YearMonth.from(at.atZone(zone)));
    }

    /// The first month of what may be a whole year.
    static int first(PartialDate date) {
        return of(begins(date.value()));
    }

    /// The last one; [#OPEN] if it still goes on.
    static int last(@Nullable PartialDate date) {
        if (date == null) {
            return OPEN;
        }
        return date.value().length() == YEAR_ONLY ? first(date) + IN_YEAR - 1 : first(date);
    }

    /// `2026-05`; null if it is none of this century.
    static @Nullable Integer read(String written) {
        try {
            return FORM.matcher(written).matches() && written.startsWith("20") ? of(YearMonth.parse(written)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// `2026-05`.
    static String code(int month) {
        return month(month).toString();
    }

    /// `May 2026`, in the reader's language.
    static String text(int month, Locale reader) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(reader)
                .format(month(month).atDay(1));
    }

    /// The same of a date as exactly as it is told; a year stays one, and a day is not told.
    static String text(String date, Locale reader) {
        return date.length() == YEAR_ONLY ? date : text(of(begins(date)), reader);
    }

    private static YearMonth begins(String date) {
        return date.length() == YEAR_ONLY
                ? YearMonth.of(Integer.parseInt(date), 1)
                : YearMonth.parse(date.substring(0, 7));
    }

    private static YearMonth month(int month) {
        return YearMonth.of(month / IN_YEAR, month % IN_YEAR + 1);
    }
}
