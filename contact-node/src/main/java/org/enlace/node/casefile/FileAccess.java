package org.enlace.node.casefile;

import org.enlace.handling.Handling;

/// Whether one officer opens the files of a message.
///
/// @param handling how the sender allows them to be used
public record FileAccess(MessageEntry message, Handling handling, Reach.Verdict verdict) {}
