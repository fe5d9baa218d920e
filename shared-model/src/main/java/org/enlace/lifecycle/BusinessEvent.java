package org.enlace.lifecycle;

/// What somebody does with a request or referral.
public enum BusinessEvent {
    SUBMIT,
    RELEASE,
    RETURN,
    STORE,
    ACKNOWLEDGE,
    ASK,
    ANSWER,
    AWAIT_JUDGE,
    RESUME,
    /// As `RESUME`, but work had begun.
    RESUME_WORK,
    FORWARD,
    ACCEPT,
    DECLINE,
    START,
    COMPLETE,
    FAIL,
    CLOSE,
    REOPEN,
    WITHDRAW,
    ASK_WITHDRAWAL,
    CONFIRM_WITHDRAWAL,
    WITHDRAW_CONSENT,
    MARK_ERROR
}
