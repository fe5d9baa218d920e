package org.enlace.lifecycle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// Which days a desk works, by its own clock.
public record WorkingCalendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    public WorkingCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A week needs a working day");
        }
    }

    /// Saturdays and Sundays off, no holidays.
    public static WorkingCalendar weekdays(ZoneId zone) {
        return new WorkingCalendar(zone, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());
    }

    public boolean works(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /// The first working day after that day.
    public LocalDate nextAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// One working day later: the same time of day on the next working day; from a day off, the end of the next
    /// working day.
    public Instant oneWorkingDayAfter(Instant from) {
        ZonedDateTime local = from.atZone(zone);
        LocalDate next = nextAfter(local.toLocalDate());
        return works(local.toLocalDate())
                ? next.atTime(local.toLocalTime()).atZone(zone).toInstant()
                : next.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
