package org.enlace.node.drafts;

/// How a message stands that needs a second person.
public enum ReleaseState {
    AWAITING_RELEASE,
    /// It is with its writer again, with a reason.
    RETURNED,
    /// Its writer took it back.
    TAKEN_BACK,
    RELEASED,
    /// It left at once; a supervisor still has to look at it.
    REVIEW_OWED,
    REVIEWED;

    boolean hasLeft() {
        return this == RELEASED || this == REVIEW_OWED || this == REVIEWED;
    }
}
