package org.enlace.node.exchange;

import org.enlace.desk.DeskUnderTest;

/// A connection to the broker that comes and goes in a moment, as one does while a broker starts.
public final class FlappingContact {
    private FlappingContact() {}

    /// Contact as far as the node knows; its own threads do not look any more.
    public static void isThere(DeskUnderTest.Running node) {
        node.bean(Exchange.class).stop();
        node.bean(BrokerContact.class).made();
    }

    public static void breaksAndHeals(DeskUnderTest.Running node) {
        node.bean(BrokerContact.class).lost();
        node.bean(BrokerContact.class).made();
    }
}
