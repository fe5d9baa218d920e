package org.enlace.node.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is watched over, in words.
///
/// @param open what nobody has looked at yet
/// @param reviewed the latest of the others
public record WatchScreen(List<Line> open, List<Line> reviewed) {
    public WatchScreen {
        open = List.copyOf(open);
        reviewed = List.copyOf(reviewed);
    }

    /// @param what happened
    /// @param words of the officer, empty if none
    /// @param read what was opened
    /// @param agree whether the reader may agree that names open too
    /// @param review whether the reader may review it
    /// @param finding what somebody thought of it, null if nobody did yet
    public record Line(
            UUID id,
            String officer,
            String what,
            String words,
            Instant begun,
            Instant due,
            boolean overdue,
            List<String> read,
            boolean agree,
            boolean agreed,
            boolean review,
            @Nullable String finding,
            String findingWords) {
        public Line {
            read = List.copyOf(read);
        }
    }
}
