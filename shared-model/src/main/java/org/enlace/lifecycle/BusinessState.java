package org.enlace.lifecycle;

/// What people made of a request or referral. The arrows are in [Moves].
///
/// @see <a href="https://hl7.org/fhir/valueset-task-status.html">FHIR Task status, which the names follow</a>
public enum BusinessState {
    DRAFT,
    AWAITING_RELEASE,
    SENT,
    RECEIVED,
    ACKNOWLEDGED,
    NEEDS_INFO,
    ON_HOLD,
    FORWARDED,
    ACCEPTED,
    DECLINED,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CLOSED,
    WITHDRAWAL_REQUESTED,
    WITHDRAWN,
    CONSENT_WITHDRAWN,
    ENTERED_IN_ERROR;

    /// Whether the answer's clock stands still.
    public boolean clockPaused() {
        return this == NEEDS_INFO || this == ON_HOLD;
    }

    /// Whether the answer's clock runs: nobody has answered yet, and nobody waits for something.
    public boolean clockRuns() {
        return this == RECEIVED || this == ACKNOWLEDGED || this == FORWARDED;
    }

    /// Whether somebody still has to do something.
    public boolean isOpen() {
        return switch (this) {
            case DRAFT,
                    AWAITING_RELEASE,
                    SENT,
                    RECEIVED,
                    ACKNOWLEDGED,
                    NEEDS_INFO,
                    ON_HOLD,
                    FORWARDED,
                    ACCEPTED,
                    IN_PROGRESS,
                    WITHDRAWAL_REQUESTED -> true;
            case DECLINED, COMPLETED, FAILED, CLOSED, WITHDRAWN, CONSENT_WITHDRAWN, ENTERED_IN_ERROR -> false;
        };
    }

    /// Whether a passed deadline makes it overdue; the state itself does not change.
    public boolean canBeOverdue() {
        return this == RECEIVED || this == ACKNOWLEDGED;
    }
}
