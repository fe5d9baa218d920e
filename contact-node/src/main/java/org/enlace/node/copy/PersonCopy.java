package org.enlace.node.copy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person gets, whole and in one language.
///
/// @param exercise null unless it is one
/// @param contact how the person reaches the contact point that made it: its name, its telephone, its hours
/// @param messages oldest first
/// @param omissions the reasons that occur, each once
public record PersonCopy(
        String reference,
        String language,
        Instant madeAt,
        @Nullable String exercise,
        List<String> contact,
        List<CopiedMessage> messages,
        List<Omission> omissions) {

    /// One message about the person, from here or from another contact point.
    ///
    /// @param kind in words that tell nobody what happened to the person
    /// @param at when it was sent from here, or when it came
    /// @param from the country that wrote it
    /// @param why for which purposes
    public record CopiedMessage(
            String kind, Instant at, String from, List<String> why, List<CopyLine> what, List<Holder> holders) {}

    /// Who has it.
    ///
    /// @param what became of it there, in order
    public record Holder(String name, List<String> what) {}

    /// Prints nothing: all of it is a person's.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
