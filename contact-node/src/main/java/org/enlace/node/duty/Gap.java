package org.enlace.node.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Nobody is on duty in a unit, from when to when.
record Gap(String unit, Instant from, Instant until) {

    /// Unit by unit, in the order of time.
    ///
    /// @param shifts of any units; only units that stand here can have gaps
    static List<Gap> among(List<Shift> shifts, Instant from, Instant until) {
        var units = new TreeMap<String, List<Shift>>(String.CASE_INSENSITIVE_ORDER);
        shifts.forEach(shift ->
                units.computeIfAbsent(shift.unit(), _ -> new ArrayList<>()).add(shift));
        var gaps = new ArrayList<Gap>();
        units.forEach((unit, theirs) -> {
            var covered = from;
            theirs.sort(Comparator.comparing(Shift::starts));
            for (var shift : theirs) {
                if (shift.starts().isAfter(covered) && covered.isBefore(until)) {
                    gaps.add(new Gap(unit, covered, earlier(shift.starts(), until)));
                }
                covered = shift.ends().isAfter(covered) ? shift.ends() : covered;
            }
            if (covered.isBefore(until)) {
                gaps.add(new Gap(unit, covered, until));
            }
        });
        return List.copyOf(gaps);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
