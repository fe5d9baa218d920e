package org.enlace.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that was taken back.
public record Recalled(Instant at, String reason, @Nullable Instant sealedAt) {}
