package org.enlace.node.casefile;

/// Whose message it is, seen from this node.
public enum Side {
    RECEIVED,
    SENT
}
