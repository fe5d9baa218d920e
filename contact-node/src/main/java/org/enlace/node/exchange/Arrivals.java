package org.enlace.node.exchange;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.Message;

/// What a family does with a message from a partner. A bean of this type is called once for each message of its
/// kind, in the order in which the partner sent them and inside the transaction that takes the message in; if it
/// throws, nothing of that message is kept and its record waits in quarantine.
public interface Arrivals<M extends Message> {

    Class<M> kind();

    /// @param receivedAt when this node had it, by its own clock: the moment that stands in the receipt for it, so that
    ///     both sides count from the same
    void arrived(Verified<M> message, Instant receivedAt);
}
