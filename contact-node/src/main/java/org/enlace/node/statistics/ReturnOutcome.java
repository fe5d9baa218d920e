package org.enlace.node.statistics;

import java.util.List;
import org.enlace.node.web.FieldPoint;

/// What became of the wish to return the figures of a year.
sealed interface ReturnOutcome {
    record Sent(SentReturn sent) implements ReturnOutcome {}

    /// @param points what stands against it, all at once
    record Refused(List<Point> points) implements ReturnOutcome {
        public Refused {
            points = List.copyOf(points);
        }
    }

    /// There is nothing of such a year.
    record Unseen() implements ReturnOutcome {}

    /// Why it is refused.
    enum Point implements FieldPoint {
        YEAR_NOT_PUBLISHED("year"),
        /// The directory names none.
        SECRETARIAT_NONE("year"),
        SECRETARIAT_IS_SELF("year"),
        /// No partner of this contact point, or nothing may be sent there now.
        SECRETARIAT_UNREACHABLE("year"),
        /// One question has one answer: from here on there are corrections alone.
        RETURNED_BEFORE("year"),
        NOT_RETURNED("reason"),
        REASON_MISSING("reason"),
        TABLES_MISSING("tables"),
        /// None of those that were returned and still stand.
        TABLES_UNKNOWN("tables");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }

        /// Whether it is about the year and nothing that was filled in.
        boolean ofYear() {
            return field.equals("year");
        }
    }

    /// What is taken back, and why; nothing of both when the year is returned for the first time.
    ///
    /// @param reason code of list `correction-reason`
    /// @param tables names
    record Correcting(String reason, List<String> tables) {
        static final Correcting NOTHING = new Correcting("", List.of());

        public Correcting {
            tables = List.copyOf(tables);
        }

        boolean isNothing() {
            return reason.isBlank() && tables.isEmpty();
        }
    }
}
