package org.enlace.message;

/// What a person did with a message.
public enum StatusKind {
    ACKNOWLEDGED,
    NEEDS_INFO,
    ANSWERED,
    ON_HOLD,
    RESUMED,
    FORWARDED,
    ACCEPTED,
    DECLINED,
    STARTED,
    COMPLETED,
    FAILED,
    CLOSED,
    REOPENED,
    WITHDRAWN,
    WITHDRAWAL_REQUESTED,
    CONSENT_WITHDRAWN,
    ENTERED_IN_ERROR,
    /// Changes nothing; tells something.
    NOTE
}
