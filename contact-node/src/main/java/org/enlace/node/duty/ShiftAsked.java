package org.enlace.node.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.enlace.node.duty.DutyOutcome.Point;
import org.enlace.node.web.LocalMoment;
import org.jspecify.annotations.Nullable;

/// A shift as it is asked for.
///
/// @param officer pseudonym; standIn likewise, empty for none
/// @param wrong what is wrong with the times as they were typed
record ShiftAsked(
        String unit,
        String officer,
        String standIn,
        @Nullable Instant starts,
        @Nullable Instant ends,
        List<Point> wrong) {

    ShiftAsked {
        unit = unit.strip();
        wrong = List.copyOf(wrong);
    }

    /// Times by the clock on the wall: `2026-11-28T22:00`.
    static ShiftAsked typed(String unit, String officer, String standIn, String starts, String ends, ZoneId zone) {
        var wrong = new ArrayList<Point>();
        return new ShiftAsked(
                unit,
                officer,
                standIn,
                at(starts, Point.START_MISSING, Point.START_NEVER, wrong, zone),
                at(ends, Point.END_MISSING, Point.END_NEVER, wrong, zone),
                wrong);
    }

    static ShiftAsked of(
            String unit, String officer, @Nullable String standIn, @Nullable Instant starts, @Nullable Instant ends) {
        var wrong = new ArrayList<Point>();
        if (starts == null) {
            wrong.add(Point.START_MISSING);
        }
        if (ends == null) {
            wrong.add(Point.END_MISSING);
        }
        return new ShiftAsked(unit, officer, standIn == null ? "" : standIn, starts, ends, wrong);
    }

    private static @Nullable Instant at(String text, Point missing, Point never, List<Point> wrong, ZoneId zone) {
        var typed = LocalMoment.of(text, zone);
        var at = typed.flatMap(LocalMoment::instant).orElse(null);
        if (at == null) {
            wrong.add(typed.isEmpty() ? missing : never);
        }
        return at;
    }
}
