package org.enlace.node.exchange;

import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// The state of a message on its way to one recipient changes with this transaction. Listen to it after the commit.
public record DeliveryChanged(MessageId id, NodeId recipient) {}
