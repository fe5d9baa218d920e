package org.enlace.node.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The owner of a message took it back, or the person it is about no longer agrees to any of it.
///
/// @param reason code of list `recall-reason`, [#CONSENT] if it was the person
/// @param at when its owner did so, by its clock
/// @param sealedAt since when nobody at this contact point opens it; null while somebody may
public record Recalled(String reason, Instant at, @Nullable Instant sealedAt) {
    public static final String CONSENT = "CONSENT";

    public Recalled {
        at = at.truncatedTo(ChronoUnit.MICROS);
        sealedAt = sealedAt == null ? null : sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    boolean byPerson() {
        return reason.equals(CONSENT);
    }
}
