package org.enlace.node.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message is in its case, received or sent. Published inside the transaction that put it there.
///
/// @param deadline by which the sender asks for an answer, if the message names one
public record MessageRecorded(
        MessageEntry message, @Nullable Instant deadline) {}
