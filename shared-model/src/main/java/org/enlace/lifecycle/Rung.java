package org.enlace.lifecycle;

/// Who is told when nobody does what is due, nearest first. Names are codes of list `rung`.
public enum Rung {
    /// The officer who has the message.
    HOLDER,
    ON_DUTY,
    STAND_IN,
    SUPERVISOR,
    /// Everyone at the contact point who may read the message.
    UNIT,
    /// The contact point that sent it: nobody has acknowledged.
    SENDER;

    /// Whether somebody of the contact point that received the message is told.
    public boolean isOurs() {
        return this != SENDER;
    }
}
