package org.enlace.node.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its officer sees it.
///
/// @param name that the officer gave it
/// @param host name of the console under which it works
/// @param synced whether it may leave the device it was made on
/// @param usedAt null if it never opened anything
/// @param stopped whether it opens nothing any more, because it looked like a copy
public record Passkey(
        UUID id,
        String name,
        String host,
        boolean synced,
        Instant addedAt,
        @Nullable Instant usedAt,
        boolean stopped) {}
