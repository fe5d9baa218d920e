package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.enlace.node.casefile.MessageList;
import org.jspecify.annotations.Nullable;

/// The entry page of a kind of messages.
///
/// @param begin what its reader may begin
/// @param unsent the reader's own drafts
public record Home(String path, String title, List<Begin> begin, List<Unsent> unsent, MessageList messages) {
    public record Begin(String type, String label) {}

    /// @param reference null if the draft is closed to its owner, like what was typed
    /// @param subject as its owner typed it
    /// @param state of its release, or that it is closed; null if neither
    public record Unsent(
            String path,
            String kind,
            @Nullable String reference,
            @Nullable String subject,
            Instant savedAt,
            @Nullable String state) {}
}
