package org.enlace.node.casefile;

import org.enlace.message.MessageId;

/// The content of a message was destroyed, and what rests elsewhere with it has to go. Published inside the transaction
/// that did it.
public record MessageDestroyed(MessageId message) {}
