package org.enlace.node.access;

import java.util.Collection;
import java.util.List;

/// What became of keeping a system.
public sealed interface SystemOutcome {
    /// @param system pseudonym
    record Kept(String system) implements SystemOutcome {}

    /// It waits for a second person.
    ///
    /// @param system pseudonym
    record Asked(String system) implements SystemOutcome {}

    /// @param points everything that stands against it
    record Refused(List<SystemPoint> points) implements SystemOutcome {
        public Refused {
            points = List.copyOf(points);
        }

        static Refused of(SystemPoint... points) {
            return new Refused(List.of(points));
        }

        static Refused of(Collection<SystemPoint> points) {
            return new Refused(List.copyOf(points));
        }
    }

    /// There is no such system, or no such certificate.
    record Unseen() implements SystemOutcome {}
}
