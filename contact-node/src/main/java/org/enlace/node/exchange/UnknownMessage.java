package org.enlace.node.exchange;

import org.enlace.message.MessageId;

/// A partner speaks of a message that is not here. A family throws it from [Arrivals#arrived]: nothing is kept of what
/// it was given, its record waits in quarantine, and no receipt says that it is stored.
public final class UnknownMessage extends RuntimeException {
    public UnknownMessage(MessageId about) {
        super("There is no message " + about + " that the sender could speak of");
    }
}
