package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Working days of a desk that rests on other days than its neighbours.
class WorkingCalendarTest {
    private static final long SEED = 20_261_123;
    private static final int CASES = 20_000;
    /// With and without clocks that are put forward and back, by an hour or half of one, at midnight or later.
    private static final List<ZoneId> ZONES = Stream.of(
                    "America/Santiago",
                    "America/New_York",
                    "America/Havana",
                    "America/Lima",
                    "Asia/Riyadh",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    /// Rests on Friday and Saturday, and on the first day after.
    private static final WorkingCalendar RIYADH = new WorkingCalendar(
            ZoneId.of("Asia/Riyadh"),
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
            Set.of(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-23")));

    @ParameterizedTest
    @CsvSource({
        // A Thursday at 10:00 there: the next working day is the Monday behind the holiday.
        "2026-11-19T07:00:00Z, 2026-11-23T07:00:00Z",
        // A minute before midnight it is still Thursday, at midnight it is not.
        "2026-11-19T20:59:00Z, 2026-11-23T20:59:00Z",
        "2026-11-19T21:00:00Z, 2026-11-23T21:00:00Z",
        // In the middle of the days off: the end of the first working day.
        "2026-11-22T10:00:00Z, 2026-11-23T21:00:00Z",
        // Holidays in a row before the days of rest.
        "2026-12-22T07:00:00Z, 2026-12-27T07:00:00Z",
        "2026-12-23T07:00:00Z, 2026-12-27T21:00:00Z",
    })
    void restDaysAndHolidaysAreNoWorkingDays(Instant from, Instant due) {
        assertThat(RIYADH.oneWorkingDayAfter(from)).isEqualTo(due);
    }

    @Test
    void aDeskThatWorksEveryDayIsDueTheNextDay() {
        var always = new WorkingCalendar(ZoneId.of("UTC"), Set.of(), Set.of());

        assertThat(always.oneWorkingDayAfter(Instant.parse("2026-12-24T23:59:59Z")))
                .isEqualTo("2026-12-25T23:59:59Z");
    }

    /// Whatever the calendar: exactly one working day passes, and the clock on the wall stands where it stood, or at
    /// the end of that day.
    @Test
    void exactlyOneWorkingDayPasses() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            WorkingCalendar calendar = calendar(random);
            Instant from = Instant.ofEpochSecond(
                    1_230_000_000L + random.nextLong(800_000_000L), random.nextInt(1_000) * 1_000_000L);
            Instant due = calendar.oneWorkingDayAfter(from);
            ZonedDateTime began = from.atZone(calendar.zone());
            ZonedDateTime ends = due.atZone(calendar.zone());
            String told = calendar + " from " + began + " to " + ends;

            assertThat(due).as(told).isAfter(from);
            if (calendar.works(began.toLocalDate())) {
                LocalDate last = expected(calendar, began.toLocalDate());
                assertThat(ends.toLocalDateTime())
                        .as(told)
                        // A time that the clock skips comes as much later.
                        .isBetween(
                                last.atTime(began.toLocalTime()),
                                last.atTime(began.toLocalTime()).plusDays(1));
                assertThat(Duration.between(last.atTime(began.toLocalTime()), ends.toLocalDateTime()))
                        .as(told)
                        .isLessThanOrEqualTo(Duration.ofHours(1));
            } else {
                LocalDate last = expected(calendar, began.toLocalDate());
                assertThat(due)
                        .as(told)
                        .isEqualTo(
                                last.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
                assertThat(due.minusNanos(1).atZone(calendar.zone()).toLocalDate())
                        .as(told)
                        .isBetween(last, last.plusDays(1));
            }
        }
    }

    /// Who is stored later is never due before, apart from the hour that comes twice when clocks are put back.
    @Test
    void whatComesLaterIsNotDueEarlier() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < CASES; i++) {
            WorkingCalendar calendar = calendar(random);
            Instant from = Instant.ofEpochSecond(1_230_000_000L + random.nextLong(800_000_000L));
            Instant later = from.plusSeconds(3_600 + random.nextInt(20 * 86_400));

            assertThat(calendar.oneWorkingDayAfter(later))
                    .as(calendar + " " + from + " " + later)
                    .isAfterOrEqualTo(calendar.oneWorkingDayAfter(from));
        }
    }

    /// Counted day by day on paper.
    private static LocalDate expected(WorkingCalendar calendar, LocalDate from) {
        return Stream.iterate(from.plusDays(1), day -> day.plusDays(1))
                .limit(100)
                .filter(day -> !calendar.weekend().contains(day.getDayOfWeek())
                        && !calendar.holidays().contains(day))
                .findFirst()
                .orElseThrow();
    }

    private static WorkingCalendar calendar(Random random) {
        EnumSet<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).filter(_ -> random.nextInt(3) == 0).forEach(rest::add);
        rest.remove(DayOfWeek.of(1 + random.nextInt(7)));
        Set<LocalDate> holidays = new HashSet<>();
        while (holidays.size() < random.nextInt(60)) {
            LocalDate first = LocalDate.ofEpochDay(14_200L + random.nextInt(9_300));
            // Often several in a row.
            for (int i = 0; i <= random.nextInt(5); i++) {
                holidays.add(first.plusDays(i));
            }
        }
        return new WorkingCalendar(ZONES.get(random.nextInt(ZONES.size())), rest, holidays);
    }
}
