package org.enlace.node.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has to look at again.
///
/// @param newer address of the page before; null on the first
/// @param older of the page after; null on the last
public record FollowUpScreen(
        List<Line> due,
        List<Line> soon,
        @Nullable String newer,
        @Nullable String older) {

    /// @param path where it is looked at, or the case for who may only read that
    public record Line(
            String path, String headline, String reference, String country, String type, String day, boolean overdue) {}
}
