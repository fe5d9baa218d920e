package org.enlace.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/// On which days a desk does not work, as its member publishes it. A day is one of the desk's own clock, whose zone
/// stands beside it in [ContactPoint].
///
/// Both ends of a message count working days by it, so each calendar has one form: days of the week from Monday on,
/// dates as they follow each other, each once.
///
/// @param restDays days of the week on which it does not work: at most six, none if it works every day
/// @param holidays other days on which it does not work: at most [#HOLIDAYS_MAX], within [#YEARS_MAX] years
/// @see <a href="../../../../../../docs/protocol.md#101-working-days">protocol §10.1</a>
public record PublishedCalendar(List<DayOfWeek> restDays, List<LocalDate> holidays) {
    public static final int HOLIDAYS_MAX = 60;
    public static final int YEARS_MAX = 3;

    public PublishedCalendar {
        restDays = List.copyOf(restDays);
        holidays = List.copyOf(holidays);
        require(restDays.equals(List.copyOf(new TreeSet<>(restDays))), "Rest days stand from Monday on, each once");
        require(restDays.size() < DayOfWeek.values().length, "A week needs a working day");
        require(holidays.equals(List.copyOf(new TreeSet<>(holidays))), "Holidays stand in their order, each once");
        require(holidays.size() <= HOLIDAYS_MAX, "At most " + HOLIDAYS_MAX + " holidays");
        require(
                holidays.isEmpty()
                        || !holidays.getLast().isAfter(holidays.getFirst().plusYears(YEARS_MAX)),
                "Holidays lie within " + YEARS_MAX + " years");
    }

    /// The same, in whatever order they are given.
    ///
    /// @throws IllegalArgumentException if they are more than a calendar holds, or leave no working day
    public static PublishedCalendar of(Iterable<DayOfWeek> restDays, Iterable<LocalDate> holidays) {
        TreeSet<DayOfWeek> rest = new TreeSet<>();
        restDays.forEach(rest::add);
        TreeSet<LocalDate> days = new TreeSet<>();
        holidays.forEach(days::add);
        return new PublishedCalendar(List.copyOf(rest), List.copyOf(days));
    }

    /// Whether a holiday lies further ahead than a calendar may look.
    boolean reachesBeyond(Instant issuedAt) {
        LocalDate latest = issuedAt.atZone(ZoneOffset.UTC).toLocalDate().plusYears(YEARS_MAX);
        return !holidays.isEmpty() && holidays.getLast().isAfter(latest);
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }
}
