package org.enlace.node.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One leg with the reports that stand behind it.
///
/// @param drawing null if it lies on no picture
/// @param back address of the map with the same filter
/// @param behind names of states whose reports are left out for now
/// @param older address of the next page of reports, null on the last
public record LegScreen(
        LegView leg,
        @Nullable RouteDrawing drawing,
        List<Line> reports,
        String back,
        String behind,
        @Nullable String older) {

    /// @param path of the report
    /// @param cases on which it rests
    public record Line(
            String path,
            String reference,
            String headline,
            String from,
            String cases,
            String months,
            boolean confirmed,
            boolean active) {}
}
