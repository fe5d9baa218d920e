package org.enlace.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Ladder.Clock;
import org.enlace.lifecycle.Ladder.Due;
import org.enlace.lifecycle.Ladder.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final Instant STORED = Instant.parse("2026-11-22T02:00:00Z");
    private static final Set<Rung> NONE = EnumSet.noneOf(Rung.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT0S    | ON_DUTY
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT14M59S| ON_DUTY
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT15M   | ON_DUTY STAND_IN
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT22M30S| ON_DUTY STAND_IN SUPERVISOR
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT29M59S| ON_DUTY STAND_IN SUPERVISOR
                    IMMEDIATE | ACKNOWLEDGE | PT30M | PT30M   | ON_DUTY STAND_IN SUPERVISOR UNIT SENDER
                    URGENT    | ACKNOWLEDGE | PT4H  | PT4M    | -
                    URGENT    | ACKNOWLEDGE | PT4H  | PT5M    | ON_DUTY
                    URGENT    | ACKNOWLEDGE | PT4H  | PT2H    | ON_DUTY STAND_IN
                    URGENT    | ACKNOWLEDGE | PT4H  | PT3H    | ON_DUTY STAND_IN SUPERVISOR
                    URGENT    | ACKNOWLEDGE | PT4H  | PT4H    | ON_DUTY STAND_IN SUPERVISOR UNIT SENDER
                    NORMAL    | ACKNOWLEDGE | P1D   | PT11H   | -
                    NORMAL    | ACKNOWLEDGE | P1D   | PT12H   | ON_DUTY
                    NORMAL    | ACKNOWLEDGE | P1D   | PT18H   | ON_DUTY STAND_IN
                    NORMAL    | ACKNOWLEDGE | P1D   | P1D     | ON_DUTY STAND_IN SUPERVISOR SENDER
                    ROUTINE   | ACKNOWLEDGE | P1D   | P9D     | -
                    IMMEDIATE | ANSWER      | PT8H  | PT3H59M | -
                    IMMEDIATE | ANSWER      | PT8H  | PT4H    | HOLDER
                    NORMAL    | ANSWER      | P7D   | P7D     | HOLDER SUPERVISOR
                    ROUTINE   | ANSWER      | P7D   | P9D     | -
                    """)
    void atEachShareOfTheTimeTheNextIsTold(Urgency urgency, Clock clock, Duration given, Duration passed, String told) {
        Span span = new Span(STORED, STORED.plus(given), Duration.ZERO);

        List<Due> due = Ladder.due(urgency, clock, span, NONE, NONE, STORED.plus(passed));

        assertThat(due.stream().map(step -> step.rung().name()).collect(Collectors.joining(" ")))
                .isEqualTo(told == null ? "" : told);
    }

    @Test
    void whatWasDoneIsNotDoneAgainWhateverTheClockSays() {
        Span span = immediate();
        Set<Rung> done = EnumSet.of(Rung.ON_DUTY, Rung.STAND_IN);

        for (Duration clock : Arrays.asList(Duration.ofHours(-5), Duration.ZERO, Duration.ofMinutes(20))) {
            assertThat(Ladder.due(Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, span, done, NONE, STORED.plus(clock)))
                    .isEmpty();
        }
        assertThat(Ladder.due(
                        Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, span, done, NONE, STORED.plus(Duration.ofMinutes(23))))
                .extracting(Due::rung)
                .containsExactly(Rung.SUPERVISOR);
    }

    @Test
    void aStepWhoseTimePassedUnseenIsDueAtOnceAndSaysThatItIsLate() {
        List<Due> due = Ladder.due(
                Urgency.IMMEDIATE,
                Clock.ACKNOWLEDGE,
                immediate(),
                EnumSet.of(Rung.ON_DUTY),
                NONE,
                STORED.plus(Duration.ofMinutes(23)));

        assertThat(due)
                .containsExactly(
                        new Due(Rung.STAND_IN, STORED.plus(Duration.ofMinutes(15)), true),
                        new Due(
                                Rung.SUPERVISOR,
                                STORED.plus(Duration.ofMinutes(22).plusSeconds(30)),
                                false));
    }

    @Test
    void aRungThatHasNobodyCostsNoTime() {
        Instant now = STORED.plusSeconds(5);

        List<Due> due = Ladder.due(
                Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, immediate(), NONE, EnumSet.of(Rung.ON_DUTY, Rung.STAND_IN), now);

        assertThat(due)
                .containsExactly(
                        new Due(Rung.ON_DUTY, STORED, false),
                        new Due(Rung.STAND_IN, now, false),
                        new Due(Rung.SUPERVISOR, now, false));
    }

    @Test
    void theSenderIsNotToldBeforeTheTimeIsOverEvenIfNobodyIsThere() {
        Set<Rung> all = EnumSet.of(Rung.ON_DUTY, Rung.STAND_IN, Rung.SUPERVISOR, Rung.UNIT);

        List<Due> due = Ladder.due(
                Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, immediate(), NONE, all, STORED.plus(Duration.ofMinutes(29)));

        assertThat(due).extracting(Due::rung).containsExactlyElementsOf(all);
    }

    @Test
    void timeDuringWhichTheClockStoodCountsForNoStep() {
        // A day of work, and nine days of waiting for a judge in between.
        Span span = new Span(STORED, STORED.plus(Duration.ofDays(10)), Duration.ofDays(9));

        assertThat(Ladder.due(
                        Urgency.URGENT,
                        Clock.ANSWER,
                        span,
                        NONE,
                        NONE,
                        STORED.plus(Duration.ofDays(9).plusHours(11))))
                .isEmpty();
        assertThat(Ladder.due(
                        Urgency.URGENT,
                        Clock.ANSWER,
                        span,
                        NONE,
                        NONE,
                        STORED.plus(Duration.ofDays(9).plusHours(12))))
                .extracting(Due::rung)
                .containsExactly(Rung.HOLDER);
    }

    @Test
    void theNextLookIsAtTheNextStepAndThereIsNoneAfterTheLast() {
        Span span = immediate();

        assertThat(Ladder.next(Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, span, STORED))
                .contains(STORED.plus(Duration.ofMinutes(15)));
        assertThat(Ladder.next(Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, span, STORED.plus(Duration.ofMinutes(30))))
                .isEmpty();
        assertThat(Ladder.next(Urgency.ROUTINE, Clock.ACKNOWLEDGE, span, STORED))
                .isEmpty();
    }

    @Test
    void theSecondPersonIsCalledWhenTheDeadlinesSayThatItEscalates() {
        WorkingCalendar calendar = WorkingCalendar.weekdays(ZoneOffset.UTC);
        Deadlines deadlines = Deadlines.of(Urgency.IMMEDIATE, AnswerOwed.INFORMATION, STORED, calendar)
                .orElseThrow();

        assertThat(Ladder.next(Urgency.IMMEDIATE, Clock.ACKNOWLEDGE, immediate(), STORED))
                .contains(deadlines.escalate());
    }

    private static Span immediate() {
        return new Span(STORED, STORED.plus(Duration.ofMinutes(30)), Duration.ZERO);
    }
}
