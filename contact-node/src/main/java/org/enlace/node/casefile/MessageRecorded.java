package org.enlace.node.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message is in its case, received or sent. Published inside the transaction that put it there.
///
/// @param directoryVersion the version of the directory that it went by, if a partner sent it; null for what we sent
/// @param deadline by which the sender asks for an answer, if the message names one
public record MessageRecorded(
        MessageEntry message,
        @Nullable Integer directoryVersion,
        @Nullable Instant deadline) {}
