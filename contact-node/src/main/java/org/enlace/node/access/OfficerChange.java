package org.enlace.node.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// What an operator has asked for and nobody has decided yet.
///
/// @param officer whom it is about
/// @param roles that the officer would have
/// @param askedBy pseudonym of who asked for it
public record OfficerChange(
        UUID id, Kind kind, Officer officer, Set<Role> roles, String askedBy, String askedByName, Instant askedAt) {
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
        FACTOR
    }
}
