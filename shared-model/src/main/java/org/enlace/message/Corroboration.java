package org.enlace.message;

import org.jspecify.annotations.Nullable;

/// Who holds a report or an alert says whether what it tells of was met with. `inReplyTo` of the header names
/// the version that it speaks of, by the id that its owner gave it; how far to believe it is the evaluation of
/// its handling. The owner and others who hold that message get it, and nobody else.
public record Corroboration(SightingPart sighting) implements Message {

    @Override
    public MessageType type() {
        return MessageType.CORROBORATION;
    }

    /// All words are without names.
    ///
    /// @param owner whose message it is about
    /// @param finding code of list `sighting`
    /// @param period in which it was met with, or looked for
    /// @param note in words, at most 2,000 characters
    public record SightingPart(
            NodeId owner,
            String finding,
            RouteReport.Period period,
            @Nullable String note) {}
}
