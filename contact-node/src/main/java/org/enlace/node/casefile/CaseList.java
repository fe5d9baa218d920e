package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// One page of the list of cases.
///
/// @param older where the next page begins, null on the last one
/// @param first whether this is the beginning of the list
public record CaseList(List<Row> rows, @Nullable String older, boolean first) {
    public record Row(
            String reference,
            String headline,
            String type,
            List<Chip> chips,
            Urgency urgency,
            String urgencyLabel,
            NodeId partner,
            boolean sent,
            String state,
            @Nullable String owner,
            Instant changedAt) {}
}
