package org.enlace.node.exchange;

import org.enlace.message.MessageId;
import org.enlace.message.NodeId;

/// A partner corrects what was taken back or corrected before, or would change who reads it. A family throws it
/// from [Arrivals#arrived]: nothing is kept of what it was given, its record waits in quarantine, and no receipt
/// says that it is stored.
public final class NotCorrectable extends RuntimeException {
    public NotCorrectable(NodeId partner, MessageId version) {
        super("What " + partner + " sent as " + version + " is not corrected so");
    }
}
