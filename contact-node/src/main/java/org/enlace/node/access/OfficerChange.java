package org.enlace.node.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an operator has asked for and nobody has decided yet.
///
/// @param officer whom it is about
/// @param roles that the officer would have
/// @param askedBy pseudonym of who asked for it
/// @param terms of a system, null for an officer
/// @param fingerprint of the certificate that would open, null where none would
public record OfficerChange(
        UUID id,
        Kind kind,
        Officer officer,
        Set<Role> roles,
        String askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable SystemTerms terms,
        @Nullable String fingerprint) {
    public OfficerChange {
        roles = Set.copyOf(roles);
    }

    /// What opens a way in for somebody, and so needs the word of two.
    public enum Kind {
        ADD,
        /// A set-up code: whoever has it chooses a new password.
        CODE,
        ROLES,
        /// Takes the second factor off, phone and passkeys, so that the officer can set up another.
        FACTOR,
        /// Of a system: roles, addresses and its last day.
        TERMS,
        /// Of a system: one more certificate.
        CERTIFICATE
    }
}
