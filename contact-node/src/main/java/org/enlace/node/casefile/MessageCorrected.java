package org.enlace.node.casefile;

import org.jspecify.annotations.Nullable;

/// A new version of a message took the place of the one before. Published inside the transaction that filed it.
///
/// @param message as it is now
/// @param directoryVersion the version of the directory that the correction went by, if a partner sent it
/// @param sooner whether it is more urgent than it was
public record MessageCorrected(
        MessageEntry message, @Nullable Integer directoryVersion, boolean sooner) {}
