package org.enlace.node.exchange;

import org.enlace.message.NodeId;

/// A partner answers what it was never asked, or speaks of the use of what was never sent to it. A family throws it
/// from [Arrivals#arrived]: nothing is kept of what it was given, its record waits in quarantine, and no receipt says
/// that it is stored.
public final class NotAsked extends RuntimeException {
    public NotAsked(NodeId partner) {
        super("Nothing went to " + partner + " that it could speak of so");
    }
}
