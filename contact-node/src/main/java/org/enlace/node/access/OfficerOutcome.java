package org.enlace.node.access;

import java.util.List;

/// What became of keeping an officer.
public sealed interface OfficerOutcome {
    /// @param officer pseudonym
    record Kept(String officer) implements OfficerOutcome {}

    /// It waits for a second person.
    ///
    /// @param officer pseudonym
    /// @param code shown this once; empty where none was made
    record Asked(String officer, String code) implements OfficerOutcome {
        /// Prints no code.
        @Override
        public String toString() {
            return officer;
        }
    }

    /// @param points everything that stands against it
    record Refused(List<OfficerPoint> points) implements OfficerOutcome {
        public Refused {
            points = List.copyOf(points);
        }

        static Refused of(OfficerPoint... points) {
            return new Refused(List.of(points));
        }
    }

    /// There is no such officer, or no such change.
    record Unseen() implements OfficerOutcome {}
}
