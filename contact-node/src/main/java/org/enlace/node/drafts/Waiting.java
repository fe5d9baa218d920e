package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft that waits for a second person, as its writer sees it.
///
/// @param action where the button leads
/// @param group the sharing group that it is addressed to as a whole; null if it is to none
public record Waiting(
        String action,
        String title,
        String reference,
        Instant since,
        List<ReleasePast> history,
        FormView.@Nullable Grouped group,
        FormView.Side side) {}
