package org.enlace.node.casefile;

import org.enlace.message.MessageId;

/// The owner of a message took it back, whether its content is destroyed or stays readable: nothing is made of it any
/// more. Published inside the transaction that recorded it.
public record MessageTakenBack(MessageId message) {}
