package org.enlace.lifecycle;

import java.time.Instant;

/// What holds when two messages of a case pass each other on the way.
public final class Crossing {

    private Crossing() {}

    /// A recall beats an acceptance that was sent later; otherwise care has begun, and it becomes a request to
    /// withdraw.
    public static BusinessState recalled(Instant recallSentAt, Instant acceptSentAt) {
        return recallSentAt.isBefore(acceptSentAt) ? BusinessState.WITHDRAWN : BusinessState.WITHDRAWAL_REQUESTED;
    }

    /// Consent withdrawn or entered in error is final, whatever arrives later; consent withdrawn beats all.
    public static BusinessState later(BusinessState held, BusinessState arrived) {
        if (held == BusinessState.CONSENT_WITHDRAWN || arrived == BusinessState.CONSENT_WITHDRAWN) {
            return BusinessState.CONSENT_WITHDRAWN;
        }
        return held == BusinessState.ENTERED_IN_ERROR ? held : arrived;
    }

    /// Whether an answer that comes now may be opened; if not, it is kept sealed.
    public static boolean mayOpenAnswer(BusinessState request) {
        return switch (request) {
            case WITHDRAWN, CONSENT_WITHDRAWN, ENTERED_IN_ERROR -> false;
            case DRAFT,
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
                    WITHDRAWAL_REQUESTED -> true;
        };
    }

    /// A correction counts only if it is newer than what we hold.
    public static boolean correctionCounts(int heldVersion, int arrivedVersion) {
        return arrivedVersion > heldVersion;
    }
}
