package org.enlace.node.recall;

import java.time.LocalDate;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What a person took back, and how they said so.
///
/// @param purposes codes of list `consent-purpose`
/// @param on null only if a newer version left it out
/// @param language ISO 639-3; likewise
/// @param toldBy the member where the person said so, or that passed it on; null if it was recorded here
record Withdrawn(
        List<String> purposes,
        @Nullable LocalDate on,
        @Nullable String language,
        boolean interpreter,
        @Nullable NodeId toldBy) {
    Withdrawn {
        purposes = List.copyOf(purposes);
    }

    Withdrawn only(List<String> some) {
        return new Withdrawn(some, on, language, interpreter, toldBy);
    }
}
