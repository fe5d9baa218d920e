package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What waits for a second person.
///
/// @param waiting to be released
/// @param owed messages that left at once and that nobody has looked at yet, first what is due first
/// @param files that came, that nobody has scanned, and that somebody asked to be let through
public record ReleaseList(List<Line> waiting, List<Line> owed, List<Line> files) {
    /// Whether nothing waits at all.
    public boolean isEmpty() {
        return waiting.isEmpty() && owed.isEmpty() && files.isEmpty();
    }

    /// @param writer who wrote it, or asked for it
    /// @param own whether that is the reader, so that somebody else must decide
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
