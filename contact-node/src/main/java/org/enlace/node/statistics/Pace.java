package org.enlace.node.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long something took in a quarter, of so many that no single one is seen.
///
/// @param median minutes; half of them took no longer
/// @param ninetieth minutes; nine of ten took no longer
/// @param overdue of a hundred that were due, rounded to five; null if there was no clock, or too few
record Pace(int median, int ninetieth, @Nullable Integer overdue) {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int HUNDRED = 100;
    private static final int MINUTES_STEP = 5;

    /// One message and its clock.
    ///
    /// @param took null if it has not happened
    /// @param wasDue whether there was a clock that has run out, or that was stopped
    record Taken(@Nullable Duration took, boolean wasDue, boolean late) {}

    /// @return empty for too few
    static Optional<Pace> of(List<Taken> all) {
        var took = all.stream()
                .map(Taken::took)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        if (took.size() < Protection.SHOWN_FROM) {
            return Optional.empty();
        }
        var due = all.stream().filter(Taken::wasDue).toList();
        var late = due.stream().filter(Taken::late).count();
        var share = due.size() < Protection.SHOWN_FROM
                ? null
                : Integer.valueOf(
                        (int) Math.round((double) HUNDRED * late / due.size() / Protection.STEP) * Protection.STEP);
        return Optional.of(new Pace(rounded(took, 5), rounded(took, 9), share));
    }

    /// Of ten; to five minutes, from two hours to an hour, from two days to a day.
    private static int rounded(List<Duration> sorted, int tenths) {
        var place = Math.ceilDiv(sorted.size() * tenths, 10) - 1;
        var minutes = Math.max(0, (int) sorted.get(place).toMinutes());
        var step = minutes < 2 * HOUR ? MINUTES_STEP : minutes < 2 * DAY ? HOUR : DAY;
        return Math.max(MINUTES_STEP, Math.round((float) minutes / step) * step);
    }
}
