package org.enlace.node.casefile;

import java.time.Instant;
import org.enlace.lifecycle.BusinessState;
import org.jspecify.annotations.Nullable;

/// What waits for a message is another thing now, whatever it was. Published inside the transaction that made it so.
///
/// @param due until when somebody has to act, null if nobody has to any more
/// @param urgent whether the desk rings
public record Settled(
        MessageEntry message, BusinessState state, @Nullable Instant due, boolean urgent) {}
