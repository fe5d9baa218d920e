package org.enlace.node.duty;

import java.util.List;
import org.enlace.node.web.FieldPoint;
import org.jspecify.annotations.Nullable;

/// What became of a change of the roster.
sealed interface DutyOutcome {
    record Kept(Shift shift) implements DutyOutcome {}

    /// @param objections everything that stands against it
    record Refused(List<Objection> objections) implements DutyOutcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    /// There is no such shift, or it is over.
    record Unseen() implements DutyOutcome {}

    /// @param with the shift that stands in the way, if it is one
    record Objection(Point point, @Nullable Shift with) {
        static Objection of(Point point) {
            return new Objection(point, null);
        }
    }

    /// Why it is refused.
    enum Point implements FieldPoint {
        UNIT_MISSING("unit"),
        UNIT_LONG("unit"),
        OFFICER_UNKNOWN("officer"),
        /// Nobody is on duty who may not take what comes.
        OFFICER_TAKES_NOTHING("officer"),
        STAND_IN_UNKNOWN("standIn"),
        STAND_IN_TAKES_NOTHING("standIn"),
        STAND_IN_SAME("standIn"),
        START_MISSING("starts"),
        /// The clocks are put forward over it.
        START_NEVER("starts"),
        START_LONG_PAST("starts"),
        END_MISSING("ends"),
        END_NEVER("ends"),
        END_BEFORE_START("ends"),
        END_PAST("ends"),
        SHIFT_LONG("ends"),
        /// Somebody else is on duty in the unit then.
        OVERLAP("starts"),
        /// The officer is on duty in another unit then.
        OFFICER_ELSEWHERE("officer");

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
