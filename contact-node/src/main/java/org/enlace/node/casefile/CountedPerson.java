package org.enlace.node.casefile;

import java.util.Set;

/// What counts of one person in statistics: codes, and no name by which the person is known, not even in the case.
///
/// @param gender code of list `gender`, empty if not said; likewise the others
/// @param citizenship ISO 3166-1 alpha-2, `XXA`, `XXX`
/// @param destinations countries to which the person was taken or was to be taken
/// @param purposes of what was done, codes of list `palermo-purpose`, as alerts in the same case have it
public record CountedPerson(
        String gender,
        String ageBand,
        String status,
        String decidedBy,
        Set<String> citizenship,
        Set<String> destinations,
        Set<String> purposes) {
    public CountedPerson {
        citizenship = Set.copyOf(citizenship);
        destinations = Set.copyOf(destinations);
        purposes = Set.copyOf(purposes);
    }
}
