package org.enlace.lifecycle;

/// How soon people must act. Ordered: what comes first is more urgent.
public enum Urgency {
    /// Life, liberty or a child in danger now; movement in progress.
    IMMEDIATE,
    /// Safety or evidence lost within days.
    URGENT,
    /// Everything else that needs an answer.
    NORMAL,
    /// To know; no answer is due.
    ROUTINE;

    /// Whether this asks for action at least as soon as the other.
    public boolean atLeast(Urgency other) {
        return compareTo(other) <= 0;
    }
}
