package org.enlace.node.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One line of the timeline of a case.
///
/// @param partner who did it; null for this node
/// @param actor id of our officer, or the pseudonym that the other side gave
/// @param ground code of list `refusal-ground` or `pause-reason`
/// @param happenedAt by the clock of the side where it happened
/// @param words what was written, sealed at rest
public record CaseEvent(
        CaseReference reference,
        @Nullable MessageId message,
        CaseEventKind kind,
        @Nullable NodeId partner,
        @Nullable String actor,
        @Nullable String ground,
        Instant happenedAt,
        Instant recordedAt,
        Words words) {

    public CaseEvent {
        // The database keeps microseconds, and the seal of the words holds the time.
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    CaseEvent with(Words other) {
        return new CaseEvent(reference, message, kind, partner, actor, ground, happenedAt, recordedAt, other);
    }

    /// What people wrote about it. It never leaves the sealed part.
    ///
    /// @param unit that holds the message now
    /// @param alternative whom to ask instead
    public record Words(
            @Nullable String unit,
            @Nullable String alternative,
            @Nullable String note) {
        public static final Words NONE = new Words(null, null, null);

        boolean isEmpty() {
            return equals(NONE);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
