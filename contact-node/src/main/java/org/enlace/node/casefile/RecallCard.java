package org.enlace.node.casefile;

import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What a page says about taking a message back.
///
/// @param text who took it back, why and when; null while nobody did
/// @param ways what became of it at each recipient of ours
/// @param mayRecall whether the reader may take it back now
/// @param mayAttest whether the reader may say what was done with it here
public record RecallCard(String message, @Nullable String text, List<Way> ways, boolean mayRecall, boolean mayAttest) {

    /// @param tone `ok`, `warn` or `stop`
    public record Way(NodeId recipient, String tone, List<String> steps) {}
}
