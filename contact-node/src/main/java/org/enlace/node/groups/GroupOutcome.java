package org.enlace.node.groups;

import java.util.List;
import org.enlace.node.web.FieldPoint;

/// What became of a change of a group.
sealed interface GroupOutcome {
    record Kept(Group group) implements GroupOutcome {}

    /// @param points everything that stands against it
    record Refused(List<Objection> points) implements GroupOutcome {
        public Refused {
            points = List.copyOf(points);
        }
    }

    /// Somebody was faster.
    ///
    /// @param since what was done since the revision that the officer saw
    record Changed(Group group, List<GroupAct> since) implements GroupOutcome {
        public Changed {
            since = List.copyOf(since);
        }
    }

    record Unseen() implements GroupOutcome {}

    /// @param member whom it is about; empty if it is about none
    record Objection(Point point, String member) {
        static Objection of(Point point) {
            return new Objection(point, "");
        }
    }

    /// Why it is refused.
    enum Point implements FieldPoint {
        NAME_MISSING("name"),
        NAME_LONG("name"),
        PURPOSE_UNKNOWN("purpose"),
        OWN_REFERENCE_LONG("ownReference"),
        /// Invisible characters, or such that turn the reading order.
        CHARACTERS_HIDDEN("name"),
        FIRST_DAY_MISSING("starts"),
        FIRST_DAY_PAST("starts"),
        FIRST_DAY_FAR("starts"),
        LAST_DAY_MISSING("ends"),
        LAST_DAY_BEFORE_FIRST("ends"),
        LAST_DAY_FAR("ends"),
        /// Prolonging makes it later.
        LAST_DAY_NOT_LATER("ends"),
        MEMBERS_MISSING("members"),
        MEMBERS_TOO_MANY("members"),
        MEMBER_UNKNOWN("members"),
        MEMBER_IS_SELF("members"),
        MEMBER_NO_PARTNER("members"),
        MEMBER_IS_IN("members"),
        MEMBER_NOT_IN("members"),
        JOINING_GROUND_MISSING("ground"),
        LEAVING_GROUND_MISSING("ground"),
        CHANGE_REASON_MISSING("reason"),
        CHANGE_REASON_LONG("reason"),
        CHANGE_NOTE_LONG("note"),
        /// Found a new one.
        GROUP_OVER("revision"),
        /// By the name of the change that was not seen.
        CHANGED_SINCE("revision");

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
