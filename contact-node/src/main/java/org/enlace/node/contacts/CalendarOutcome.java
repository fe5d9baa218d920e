package org.enlace.node.contacts;

import java.util.List;
import org.enlace.directory.CalendarProposal;

/// What came of a calendar that somebody typed.
sealed interface CalendarOutcome {

    /// @param proposal the file for the officers of the directory
    record Proposed(CalendarProposal proposal) implements CalendarOutcome {}

    record Refused(List<Objection> against) implements CalendarOutcome {
        public Refused {
            against = List.copyOf(against);
        }
    }

    /// What is wrong with one field.
    ///
    /// @param number of the line that is meant, 0 where it is not one of them
    record Objection(Point point, int number) {}

    enum Point {
        NO_DAY("restDays"),
        NO_WORKING_DAY("restDays"),
        NOTHING_NEW("restDays"),
        NO_DATE("holidays"),
        TWICE("holidays"),
        PASSED("holidays"),
        TOO_FAR("holidays"),
        TOO_MANY("holidays");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
