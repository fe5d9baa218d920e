package org.enlace.node.exchange;

import org.enlace.message.NodeId;

/// A message was meant for a member that is no active partner of this one.
public final class NoActivePartner extends IllegalArgumentException {
    NoActivePartner(NodeId code) {
        super(code + " is no active partner of this member");
    }
}
