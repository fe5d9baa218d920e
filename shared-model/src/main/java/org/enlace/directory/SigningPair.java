package org.enlace.directory;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two certificates (DER) that sign together: ECDSA P-256 and ML-DSA-65. Neither counts alone.
///
/// @param revokedAt from then on nothing signed by this pair is accepted
/// @param compromisedSince messages received later than this are disputed
public record SigningPair(
        Der certEc,
        Der certPq,
        Instant notBefore,
        Instant notAfter,
        @JsonSetter(nulls = Nulls.SET) @Nullable Instant revokedAt,
        @JsonSetter(nulls = Nulls.SET) @Nullable Instant compromisedSince) {

    public boolean validAt(Instant at) {
        return !at.isBefore(notBefore) && at.isBefore(notAfter) && (revokedAt == null || at.isBefore(revokedAt));
    }
}
