package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlace.lifecycle.Deadlines.Pause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {
    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final WorkingCalendar PERU = new WorkingCalendar(
            LIMA, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.parse("2026-12-08")));
    /// A Friday, 10:00 in Lima.
    private static final Instant FRIDAY = Instant.parse("2026-11-20T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "IMMEDIATE, VICTIM_CARE, 2026-11-20T15:15:00Z, 2026-11-20T15:30:00Z, 2026-11-20T23:00:00Z",
        "IMMEDIATE, INFORMATION, 2026-11-20T15:15:00Z, 2026-11-20T15:30:00Z, 2026-11-20T23:00:00Z",
        "URGENT, VICTIM_CARE, 2026-11-20T19:00:00Z, 2026-11-20T19:00:00Z, 2026-11-21T15:00:00Z",
        "URGENT, INFORMATION, 2026-11-20T19:00:00Z, 2026-11-20T19:00:00Z, 2026-11-23T15:00:00Z",
        "NORMAL, INFORMATION, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, 2026-11-27T15:00:00Z",
        "URGENT, PERMISSION, 2026-11-20T19:00:00Z, 2026-11-20T19:00:00Z, 2026-11-23T15:00:00Z",
        "NORMAL, PERMISSION, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z",
        "IMMEDIATE, IDENTITY, 2026-11-20T15:15:00Z, 2026-11-20T15:30:00Z, 2026-11-20T23:00:00Z",
        "URGENT, IDENTITY, 2026-11-20T19:00:00Z, 2026-11-20T19:00:00Z, 2026-11-21T15:00:00Z",
        "NORMAL, IDENTITY, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z",
        "IMMEDIATE, PROPOSAL, 2026-11-20T15:15:00Z, 2026-11-20T15:30:00Z, 2026-11-20T23:00:00Z",
        "URGENT, PROPOSAL, 2026-11-20T19:00:00Z, 2026-11-20T19:00:00Z, 2026-11-27T15:00:00Z",
        "NORMAL, PROPOSAL, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, 2026-11-27T15:00:00Z",
        "NORMAL, SERVICES, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, 2026-12-04T15:00:00Z",
    })
    void everyLevelHasItsTimes(
            Urgency urgency, AnswerOwed owed, Instant escalate, Instant acknowledge, Instant answer) {
        assertThat(Deadlines.of(urgency, owed, FRIDAY, PERU)).contains(new Deadlines(escalate, acknowledge, answer));
    }

    @ParameterizedTest
    @EnumSource
    void routineOwesNothing(AnswerOwed owed) {
        assertThat(Deadlines.of(Urgency.ROUTINE, owed, FRIDAY, PERU)).isEmpty();
    }

    @Test
    void aHolidayIsNoWorkingDay() {
        Instant monday = Instant.parse("2026-12-07T15:00:00Z");

        assertThat(PERU.oneWorkingDayAfter(monday)).isEqualTo("2026-12-09T15:00:00Z");
    }

    @Test
    void whatArrivesOnADayOffIsDueAtTheEndOfTheNextWorkingDay() {
        Instant saturday = Instant.parse("2026-11-21T15:00:00Z");

        assertThat(PERU.oneWorkingDayAfter(saturday)).isEqualTo("2026-11-24T05:00:00Z");
    }

    @Test
    void theDayIsTheReceiversDayNotTheDayInGreenwich() {
        Instant fridayNightInLima = Instant.parse("2026-11-21T03:00:00Z");

        assertThat(PERU.oneWorkingDayAfter(fridayNightInLima)).isEqualTo("2026-11-24T03:00:00Z");
    }

    @Test
    void theClockChangeNeitherGivesNorTakesAnHourOfTheDay() {
        WorkingCalendar newYork = WorkingCalendar.weekdays(ZoneId.of("America/New_York"));
        Instant fridayNoonInSummerTime = Instant.parse("2026-10-30T16:00:00Z");

        assertThat(newYork.oneWorkingDayAfter(fridayNoonInSummerTime)).isEqualTo("2026-11-02T17:00:00Z");
    }

    @Test
    void aWeekWithoutAWorkingDayIsRefused() {
        assertThatThrownBy(() -> new WorkingCalendar(LIMA, EnumSet.allOf(DayOfWeek.class), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ROUTINE, true, URGENT",
        "NORMAL, true, URGENT",
        "URGENT, true, URGENT",
        "IMMEDIATE, true, IMMEDIATE",
        "ROUTINE, false, ROUTINE",
        "NORMAL, false, NORMAL",
    })
    void aChildRaisesTheLevelToUrgentAndNeverLowersIt(Urgency asked, boolean child, Urgency holds) {
        assertThat(Deadlines.raisedForChild(asked, child)).isEqualTo(holds);
    }

    @Test
    void aPauseMovesTheAnswerAndNeverTheAcknowledgement() {
        Deadlines due = Deadlines.of(Urgency.URGENT, AnswerOwed.INFORMATION, FRIDAY, PERU)
                .orElseThrow();
        Pause judge = new Pause("JUDICIAL_AUTHORISATION", FRIDAY, FRIDAY.plus(Duration.ofHours(5)));
        Pause stillOn = new Pause("NEEDS_INFO", FRIDAY.plus(Duration.ofHours(6)), null);

        Deadlines moved = due.after(List.of(judge, stillOn), FRIDAY.plus(Duration.ofHours(8)));

        assertThat(moved.acknowledge()).isEqualTo(due.acknowledge());
        assertThat(moved.answer()).isEqualTo(due.answer().plus(Duration.ofHours(7)));
    }

    @Test
    void theMoreUrgentTheShorterTheWaitForAReceipt() {
        assertThat(Patience.untilStored(Urgency.IMMEDIATE))
                .isEqualTo(new Patience(Duration.ofMinutes(2), Duration.ofMinutes(15)));
        assertThat(Patience.untilStored(Urgency.URGENT))
                .isEqualTo(new Patience(Duration.ofMinutes(15), Duration.ofHours(1)));
        assertThat(Patience.untilStored(Urgency.NORMAL))
                .isEqualTo(new Patience(Duration.ofHours(1), Duration.ofHours(12)));
    }
}
