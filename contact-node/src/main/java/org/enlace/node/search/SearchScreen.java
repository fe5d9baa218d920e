package org.enlace.node.search;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Chip;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// What a search found, in the words of its reader.
///
/// @param asked what is searched, word for word; empty where nothing is searched yet
/// @param searched whether there was anything to search
/// @param older address of the next page, null on the last one
/// @param lookedBackTo how far back was looked, if not far enough to fill the page or to reach the end
/// @param newest address of the first page, null on it
public record SearchScreen(
        Field words,
        List<String> asked,
        boolean searched,
        List<Row> rows,
        @Nullable String older,
        @Nullable Instant lookedBackTo,
        @Nullable String newest) {

    /// @param why what of it was searched
    public record Row(
            String reference,
            String message,
            String headline,
            String type,
            List<Chip> chips,
            Urgency urgency,
            String urgencyLabel,
            NodeId partner,
            boolean sent,
            String state,
            Instant at,
            String why) {}
}
