package org.enlace.node.drafts;

import java.time.Instant;
import java.util.List;

/// A draft that waits for a second person, as its writer sees it.
///
/// @param action where the button leads
public record Waiting(
        String action, String title, String reference, Instant since, List<ReleasePast> history, FormView.Side side) {}
