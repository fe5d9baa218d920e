package org.enlace.node.casefile;

/// A new version of a message took the place of the one before. Published inside the transaction that filed it.
///
/// @param message as it is now
/// @param sooner whether it is more urgent than it was
public record MessageCorrected(MessageEntry message, boolean sooner) {}
