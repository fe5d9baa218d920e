package org.enlace.node.search;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Chip;
import org.jspecify.annotations.Nullable;

/// One page of the list of cases.
///
/// @param older where the next page begins, null on the last one
/// @param lookedBackTo how far back was looked, if not far enough to fill the page or to reach the end
/// @param first whether this is the beginning of the list
public record CaseList(
        List<Row> rows, @Nullable String older, @Nullable Instant lookedBackTo, boolean first) {

    /// @param message the first of the case that the reader sees and that is what was asked for
    public record Row(
            String reference,
            String message,
            String headline,
            String type,
            String typeCode,
            List<Chip> chips,
            Urgency urgency,
            String urgencyLabel,
            NodeId partner,
            boolean sent,
            String state,
            String stateCode,
            @Nullable String owner,
            Instant changedAt) {}
}
