package org.enlace.node.casefile;

import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// A message that has not left yet, in the words of whoever decides about it.
///
/// @param mode label of an exercise or a test, null when it is meant
/// @param terms urgency, recipients, how it may be used, until when it is kept
/// @param asks what it asks for
/// @param facts what it says without a person
/// @param persons what it says about persons, as far as it was opened
/// @param readers who will be able to open which part, contact point by contact point, ours last
public record ReleaseSheet(
        String headline,
        String type,
        Urgency urgency,
        String urgencyLabel,
        @Nullable String mode,
        List<Chip> handling,
        List<Fact> terms,
        List<String> asks,
        List<Fact> facts,
        List<Fact> persons,
        List<Desk> readers) {

    /// @param unit of the desk there
    public record Desk(NodeId code, boolean self, String unit, List<CaseScreen.Readers> parts) {}
}
