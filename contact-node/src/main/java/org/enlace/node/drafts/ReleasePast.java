package org.enlace.node.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of what happened on the way of a message to its release.
///
/// @param what in the reader's language, with the name of the officer
/// @param words as they were typed
public record ReleasePast(String what, Instant at, @Nullable String words) {
    @Override
    public String toString() {
        return what;
    }
}
