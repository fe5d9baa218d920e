package org.enlace.node.casefile;

import java.time.Instant;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What the page of a message shows of what its holders say about it.
///
/// @param counts how many holders found what, `Seen: 2`; each counts once, and what speaks of an earlier version not
/// @param sightings the one that counts of each holder, and the earlier ones after it
/// @param corroborate whether the reader may say what was found
/// @param proposals what it should say, the newest first
/// @param propose whether the reader may propose something
/// @param accept how the reader accepts the proposal that is shown; null if it is none, or not for this reader
public record RemarkScreen(
        List<String> counts,
        List<Line> sightings,
        boolean corroborate,
        List<Line> proposals,
        boolean propose,
        @Nullable Accept accept) {

    /// @param what it says
    /// @param by pseudonym of the officer who says it
    /// @param query of the address of it, in this case
    /// @param notes what else there is to know
    public record Line(String what, NodeId country, String by, Instant at, String query, List<String> notes) {}

    /// @param type of the message that is corrected
    public record Accept(String type, String corrects, String takesUp) {}
}
