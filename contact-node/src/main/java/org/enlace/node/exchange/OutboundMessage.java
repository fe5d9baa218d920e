package org.enlace.node.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.enlace.message.About;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;

/// A message that may go: every rule about it has been asked already.
///
/// @param notAfter it must not be delivered later
public record OutboundMessage(
        MessageId id, Message message, About about, SortedSet<NodeId> recipients, Instant notAfter, Mode mode) {

    public OutboundMessage {
        recipients = Collections.unmodifiableSortedSet(new TreeSet<>(recipients));
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("A message needs a recipient");
        }
    }
}
