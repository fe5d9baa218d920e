package org.enlace.lifecycle;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one side did with a message, as both sides know it.
///
/// @param at by the clock of the side that did it, and later than everything that it knew of then
/// @param met what its content shows to hold, and what only the side that did it could check
/// @param reason code of list `pause-reason`, where the clock stands still for one
public record Act(
        Party by,
        BusinessEvent event,
        Instant at,
        Set<Condition> met,
        @Nullable String reason) {

    public Act {
        met = Set.copyOf(met);
    }
}
