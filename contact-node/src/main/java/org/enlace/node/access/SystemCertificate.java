package org.enlace.node.access;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A certificate with which a system calls.
///
/// @param fingerprint SHA-256 of the whole certificate, lower-case hex
/// @param agreed whether a second person has agreed to it
/// @param lastCall when it opened last, to the minute; null if it never did
/// @param refusedAt when it was turned away last, null if it never was
/// @param refusedFor why
public record SystemCertificate(
        String fingerprint,
        Instant notBefore,
        Instant notAfter,
        boolean agreed,
        @Nullable Instant lastCall,
        @Nullable Instant refusedAt,
        @Nullable Refusal refusedFor) {

    /// Why a certificate that this node knows opens nothing.
    public enum Refusal {
        NOT_YET,
        EXPIRED,
        /// Nobody has agreed to the system or to this certificate.
        NOT_AGREED,
        LOCKED,
        /// The last day of the system is over.
        ENDED,
        /// It called from another address than it may.
        ELSEWHERE
    }

    /// In groups of four, to compare by eye.
    public String readable() {
        return fingerprint.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /// Its form in texts: `active`.
    public String state(Instant now) {
        if (!agreed) {
            return "asked";
        }
        var validity = validity(now);
        return validity == null ? "active" : validity.name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Refusal validity(Instant now) {
        if (now.isBefore(notBefore)) {
            return Refusal.NOT_YET;
        }
        return now.isAfter(notAfter) ? Refusal.EXPIRED : null;
    }
}
