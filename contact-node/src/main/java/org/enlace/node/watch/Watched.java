package org.enlace.node.watch;

import java.time.Instant;
import java.util.UUID;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// Something that somebody else has to look at.
///
/// @param caseRef of a broken glass, else null
/// @param reason code of [Reason], null where none was asked
/// @param words of the officer, empty if none
/// @param until when it ends: the open case, or the wider budget
/// @param agreedBy who agreed that names open too
/// @param due until when it is to be reviewed
record Watched(
        UUID id,
        Kind kind,
        OfficerId officer,
        @Nullable String caseRef,
        @Nullable Reason reason,
        String words,
        Instant begun,
        Instant until,
        @Nullable OfficerId agreedBy,
        Instant due,
        @Nullable Review review) {

    enum Kind {
        /// An officer opened a case that was closed to them.
        GLASS,
        /// An officer wanted to open more cases than the budget holds.
        SPENT,
        /// An officer gave a reason for opening more.
        MORE,
        /// A passkey of the officer looked copied.
        PASSKEY,
        /// An officer asked other contact points about many identifiers, or about more than they answer.
        QUERIES
    }

    /// Why the glass was broken.
    enum Reason {
        LIFE,
        CHILD,
        NOBODY_THERE,
        OTHER
    }

    /// @param right whether it was right
    /// @param finding in words, empty if none
    record Review(OfficerId by, Instant at, boolean right, String finding) {}

    /// Prints no words.
    @Override
    public String toString() {
        return id.toString();
    }
}
