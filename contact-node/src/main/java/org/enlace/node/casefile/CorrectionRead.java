package org.enlace.node.casefile;

import org.enlace.node.access.Officer;

/// An officer confirmed that they read the correction of a message. Published inside the transaction that recorded it.
///
/// @param event under which the case has it
public record CorrectionRead(MessageEntry message, Officer by, long event) {}
