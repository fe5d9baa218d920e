package org.enlace.node.exchange;

import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// A recipient's node has confirmed that it stored a message of ours. Published inside the transaction that noted it.
public record DeliveryStored(MessageId id, NodeId recipient) {}
