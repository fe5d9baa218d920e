package org.enlace.node.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a message that is being written, as its form shows them.
///
/// @param path of the draft
/// @param room how many may still be added
/// @param countMax of one message
/// @param lengthMax of one file, in bytes
/// @param stay how many files the message has that this one corrects; they stay, and none is added
public record FileView(String path, List<Line> lines, int room, int countMax, long lengthMax, int stay) {

    /// @param facts kind and size
    /// @param state what was found, or what is still to be done
    /// @param tone `ok`, `wait` or `stop`
    /// @param coming whether it has not come whole
    /// @param open where a second person opens it; null where nobody does
    public record Line(
            String id,
            int number,
            String name,
            String facts,
            String state,
            String tone,
            boolean coming,
            long received,
            long length,
            @Nullable String open) {}
}
