package org.enlace.node.drafts;

import java.time.Instant;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did on the way of a message to its release.
///
/// @param words as they were typed
record ReleaseStep(
        Kind kind, OfficerId officer, Instant at, @Nullable String words) {

    enum Kind {
        ASKED,
        RETURNED,
        TAKEN_BACK,
        SENT_AT_ONCE
    }

    /// Prints no words: they may be about a person.
    @Override
    public String toString() {
        return kind + " " + at;
    }
}
