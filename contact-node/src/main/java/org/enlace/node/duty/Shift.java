package org.enlace.node.duty;

import java.time.Instant;
import java.util.UUID;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// Somebody is on duty in a unit, from when to just before when.
public record Shift(
        UUID id, String unit, OfficerId officer, @Nullable OfficerId standIn, Instant starts, Instant ends) {

    public boolean at(Instant now) {
        return !now.isBefore(starts) && now.isBefore(ends);
    }

    boolean overlaps(Instant from, Instant until) {
        return starts.isBefore(until) && from.isBefore(ends);
    }

    boolean of(String other) {
        return unit.equalsIgnoreCase(other);
    }
}
