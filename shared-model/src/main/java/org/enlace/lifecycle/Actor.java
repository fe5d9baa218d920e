package org.enlace.lifecycle;

/// What somebody is to a message, at either end.
public enum Actor {
    ORIGINATOR,
    ORIGINATING_SUPERVISOR,
    RECEIVING_NODE,
    RECEIVING_OFFICER,
    /// Of the role that the message is for.
    COMPETENT_OFFICER,
    RECEIVING_SUPERVISOR,
    CASE_WORKER
}
