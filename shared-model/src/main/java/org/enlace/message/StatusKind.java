package org.enlace.message;

import java.util.Optional;
import org.enlace.lifecycle.BusinessEvent;
import org.enlace.lifecycle.Party;

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
    NOTE;

    /// The move that it is when this side says it; empty if it moves nothing.
    public Optional<BusinessEvent> event(Party by) {
        return switch (this) {
            case ACKNOWLEDGED -> Optional.of(BusinessEvent.ACKNOWLEDGE);
            case NEEDS_INFO -> Optional.of(BusinessEvent.ASK);
            case ANSWERED -> Optional.of(BusinessEvent.ANSWER);
            case ON_HOLD -> Optional.of(BusinessEvent.AWAIT_JUDGE);
            case RESUMED -> Optional.of(BusinessEvent.RESUME);
            case FORWARDED -> Optional.of(BusinessEvent.FORWARD);
            case ACCEPTED -> Optional.of(BusinessEvent.ACCEPT);
            case DECLINED -> Optional.of(BusinessEvent.DECLINE);
            case STARTED -> Optional.of(BusinessEvent.START);
            case COMPLETED -> Optional.of(BusinessEvent.COMPLETE);
            case FAILED -> Optional.of(BusinessEvent.FAIL);
            case CLOSED -> Optional.of(BusinessEvent.CLOSE);
            case REOPENED -> Optional.of(BusinessEvent.REOPEN);
            case WITHDRAWN ->
                Optional.of(by == Party.ORIGINATING ? BusinessEvent.WITHDRAW : BusinessEvent.CONFIRM_WITHDRAWAL);
            case WITHDRAWAL_REQUESTED -> Optional.of(BusinessEvent.ASK_WITHDRAWAL);
            case CONSENT_WITHDRAWN -> Optional.of(BusinessEvent.WITHDRAW_CONSENT);
            case ENTERED_IN_ERROR -> Optional.of(BusinessEvent.MARK_ERROR);
            case NOTE -> Optional.empty();
        };
    }
}
