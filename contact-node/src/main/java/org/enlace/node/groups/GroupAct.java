package org.enlace.node.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.enlace.message.NodeId;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;

/// One line of what was done to a group.
///
/// @param revision that it made
/// @param member who joined or left
/// @param ground code of list `group-joining` or `group-leaving`
/// @param ends the last day from then on
/// @param words why, as the officer wrote it
record GroupAct(
        int revision,
        Kind kind,
        OfficerId officer,
        Instant at,
        @Nullable NodeId member,
        @Nullable String ground,
        @Nullable LocalDate ends,
        @Nullable String words) {
    enum Kind {
        FOUNDED,
        JOINED,
        LEFT,
        PROLONGED,
        ENDED,
        /// Its name, purpose or own reference is another.
        DESCRIBED;

        /// Its form in the keys of texts.
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Prints no words.
    @Override
    public String toString() {
        return revision + " " + kind;
    }
}
