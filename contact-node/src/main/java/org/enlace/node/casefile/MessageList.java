package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One page of the messages of some kinds that were sent or received here.
///
/// @param older where the next page begins, null on the last one
/// @param first whether this is the beginning of the list
public record MessageList(List<Row> rows, @Nullable String older, boolean first) {

    /// @param message its id, since a case may have several
    /// @param partner whose message it is
    /// @param state what people have done with it
    /// @param reached how far it has come to each recipient, said by machines; empty for what was received
    public record Row(
            String reference,
            String message,
            String headline,
            String urgency,
            String urgencyLabel,
            List<Chip> chips,
            NodeId partner,
            boolean sent,
            String state,
            List<Reached> reached,
            Instant at) {}

    public record Reached(NodeId recipient, String state) {}
}
