package org.enlace.node.recall;

import java.util.List;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.web.FieldPoint;

/// What became of the wish to take a message back, or to attest that it is gone.
sealed interface RecallOutcome {
    record Done(MessageEntry message) implements RecallOutcome {}

    /// It was done before.
    record Before(MessageEntry message) implements RecallOutcome {}

    /// @param points what stands against it, all at once
    record Refused(List<Point> points) implements RecallOutcome {
        public Refused {
            points = List.copyOf(points);
        }
    }

    /// There is no such message, or not for this officer.
    record Unseen() implements RecallOutcome {}

    /// Why it is refused.
    enum Point implements FieldPoint {
        /// Neither the officer who signed it off nor a supervisor.
        NOT_YOURS("reason"),
        REASON_UNKNOWN("reason"),
        /// Neither a case worker nor a consular officer.
        NOT_FOR_YOU("purposes"),
        PURPOSES_MISSING("purposes"),
        /// None, or one that is to come.
        DAY_MISSING("on"),
        LANGUAGE_MISSING("language"),
        INTERPRETER_MISSING("interpreter"),
        OUTCOME_MISSING("outcome"),
        /// The number of the court order is missing.
        ORDER_MISSING("order"),
        ORDER_LONG("order"),
        EXPORTED_MISSING("exported"),
        /// This node knows that it was taken out on paper or as data.
        EXPORTED_KNOWN("exported"),
        PASSED_ON_MISSING("passedOn"),
        /// This node knows that it was handed to another unit.
        PASSED_ON_KNOWN("passedOn"),
        /// Where the copies are, or how care goes on.
        NOTE_MISSING("note"),
        NOTE_LONG("note");

        private final String field;

        Point(String field) {
            this.field = field;
        }

        @Override
        public String field() {
            return field;
        }
    }
}
