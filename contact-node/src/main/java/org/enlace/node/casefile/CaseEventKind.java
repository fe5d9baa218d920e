package org.enlace.node.casefile;

import org.enlace.message.StatusKind;

/// What happened to a message, on either side.
public enum CaseEventKind {
    SENT,
    RECEIVED,
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
    NOTE;

    static CaseEventKind of(StatusKind kind) {
        return valueOf(kind.name());
    }
}
