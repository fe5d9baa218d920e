package org.enlace.node.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The owner of a message took it back.
///
/// @param reason code of list `recall-reason`
/// @param at when its owner did so, by its clock
/// @param sealedAt since when nobody at this contact point opens it; null while somebody may
public record Recalled(String reason, Instant at, @Nullable Instant sealedAt) {
    public Recalled {
        at = at.truncatedTo(ChronoUnit.MICROS);
        sealedAt = sealedAt == null ? null : sealedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
