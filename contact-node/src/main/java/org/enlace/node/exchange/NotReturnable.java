package org.enlace.node.exchange;

import org.enlace.message.NodeId;

/// A partner returns statistics to who is not the Secretariat, of another state, a second time, or corrected by another
/// figure. A family throws it from [Arrivals#arrived]: nothing is kept of what it was given, its record waits in
/// quarantine, and no receipt says that it is stored.
public final class NotReturnable extends RuntimeException {
    public NotReturnable(NodeId partner) {
        super("What " + partner + " returns is not taken here");
    }
}
