package org.enlace.node.casefile;

/// An officer confirmed that they read the correction of a message. Published inside the transaction that recorded it.
public record CorrectionRead(MessageEntry message) {}
