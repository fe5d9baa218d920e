package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What waits for a second person.
///
/// @param waiting to be released
/// @param owed messages that left at once and that nobody has looked at yet, first what is due first
public record ReleaseList(List<Line> waiting, List<Line> owed) {

    /// @param own whether the reader wrote it, so that somebody else must decide
    /// @param due of the review; null where none is owed
    public record Line(
            String path,
            String headline,
            String type,
            Urgency urgency,
            String urgencyLabel,
            String reference,
            String writer,
            Instant since,
            boolean own,
            @Nullable Instant due,
            boolean overdue) {}
}
