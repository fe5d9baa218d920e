package org.enlace.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is told, and when, while a message waits for people. Each share is of the time that the clock gives, without the
/// time during which it stood still. Whoever calls asks only while the clock runs: what is paused or done tells nobody.
///
/// @param percent of the time that has passed
public record Ladder(Rung rung, int percent) {
    /// From here on a step says that it comes late.
    private static final Duration LATE = Duration.ofMinutes(1);

    /// The clock by which a message must be taken, and the one by which it must be answered.
    public enum Clock {
        ACKNOWLEDGE,
        ANSWER
    }

    /// From when to when a clock runs.
    ///
    /// @param stood how long it stood still, which is part of the time until it is due
    public record Span(Instant from, Instant due, Duration stood) {
        private Instant at(int percent) {
            Duration given = Duration.between(from, due).minus(stood);
            return given.isNegative()
                    ? due
                    : due.minus(given.multipliedBy(100L - percent).dividedBy(100));
        }
    }

    /// One step whose time has come.
    ///
    /// @param at when it was due; now, where a rung before it has nobody
    /// @param late whether it comes noticeably after that
    public record Due(Rung rung, Instant at, boolean late) {}

    /// The steps in their order; none for `ROUTINE`, which owes nothing.
    public static List<Ladder> of(Urgency urgency, Clock clock) {
        return switch (clock) {
            case ACKNOWLEDGE ->
                switch (urgency) {
                    case IMMEDIATE -> acknowledge(0, 50, 75, 100);
                    // Five minutes of four hours.
                    case URGENT -> acknowledge(2, 50, 75, 100);
                    case NORMAL ->
                        List.of(
                                new Ladder(Rung.ON_DUTY, 50),
                                new Ladder(Rung.STAND_IN, 75),
                                new Ladder(Rung.SUPERVISOR, 100),
                                new Ladder(Rung.SENDER, 100));
                    case ROUTINE -> List.of();
                };
            case ANSWER ->
                urgency == Urgency.ROUTINE
                        ? List.of()
                        : List.of(new Ladder(Rung.HOLDER, 50), new Ladder(Rung.SUPERVISOR, 100));
        };
    }

    /// What is due now and was not done yet. A rung that has nobody holds nothing up: the next of ours is told at
    /// once.
    ///
    /// @param done what was told before, whenever that was
    /// @param empty rungs at which there is nobody now
    public static List<Due> due(Urgency urgency, Clock clock, Span span, Set<Rung> done, Set<Rung> empty, Instant now) {
        List<Due> due = new ArrayList<>();
        boolean passedOn = false;
        for (Ladder step : of(urgency, clock)) {
            Instant at = span.at(step.percent);
            boolean came = !at.isAfter(now);
            boolean reached = came || (passedOn && step.rung.isOurs());
            if (reached && !done.contains(step.rung)) {
                due.add(new Due(
                        step.rung, came ? at : now, came && at.plus(LATE).isBefore(now)));
            }
            passedOn = reached && empty.contains(step.rung);
        }
        return List.copyOf(due);
    }

    /// When the first is told that a message waits to be taken.
    public static Optional<Instant> first(Urgency urgency, Span span) {
        return of(urgency, Clock.ACKNOWLEDGE).stream().findFirst().map(step -> span.at(step.percent));
    }

    /// When there is something to do again, if nobody takes it until then.
    public static Optional<Instant> next(Urgency urgency, Clock clock, Span span, Instant now) {
        return of(urgency, clock).stream()
                .map(step -> span.at(step.percent))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private static List<Ladder> acknowledge(int onDuty, int standIn, int supervisor, int unit) {
        return List.of(
                new Ladder(Rung.ON_DUTY, onDuty),
                new Ladder(Rung.STAND_IN, standIn),
                new Ladder(Rung.SUPERVISOR, supervisor),
                new Ladder(Rung.UNIT, unit),
                new Ladder(Rung.SENDER, 100));
    }
}
