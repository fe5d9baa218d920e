package org.enlace.node.casefile;

import java.util.Optional;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// Tells what was taken back before it was here. Those who keep recalls answer; a case asks before it keeps a message.
public interface EarlyRecalls {
    /// @param given the id by which the sender knows the message
    Optional<Recalled> before(NodeId sender, MessageId given);
}
