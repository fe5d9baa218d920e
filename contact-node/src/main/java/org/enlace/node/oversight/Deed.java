package org.enlace.node.oversight;

import java.util.Arrays;
import java.util.Optional;

/// The acts that an auditor can ask for. Names are the codes in the log; those of [#QUARANTINE] go on with the reason.
enum Deed {
    SIGN_IN,
    SIGN_IN_MINISTRY,
    LINK_MINISTRY,
    UNLINK_MINISTRY,
    PAUSE_WEBHOOK,
    RESUME_WEBHOOK,
    RESEND_WEBHOOK,
    SIGN_OUT,
    PROVE,
    SET_UP,
    CHANGE_PASSWORD,
    SECOND_FACTOR_ON,
    RECOVERY_CODE,
    RECOVERY_CODES,
    ADD_PASSKEY,
    REMOVE_PASSKEY,
    USE_PASSKEY,
    STOP_PASSKEY,
    LOCK_OFFICER,
    UNLOCK_OFFICER,
    CHANGE_OFFICER,
    KEEP_OFFICER,
    ASK_ADD,
    ASK_CODE,
    ASK_ROLES,
    ASK_FACTOR,
    DECIDE_ADD,
    DECIDE_CODE,
    DECIDE_ROLES,
    DECIDE_FACTOR,
    SHOW,
    SHOW_ALERT,
    SHOW_PROTECTION,
    SHOW_IDENTITY,
    SHOW_POLICE,
    SHOW_ATTACHMENTS,
    OPEN_FILE,
    ADD_FILE,
    REMOVE_FILE,
    ASK_FILE,
    LET_FILE_THROUGH,
    LOOK_FILE_AGAIN,
    SEND_FILE_AGAIN,
    FILES_HERE,
    FILES_WANTED,
    OPENINGS_TOLD,
    STATE_PURPOSE,
    SEND,
    ASK_RELEASE,
    RELEASE,
    RETURN,
    TAKE_BACK,
    REVIEW,
    RECEIVE,
    ACKNOWLEDGED,
    ACCEPTED,
    FORWARDED,
    DECLINED,
    NOTE,
    ACT,
    RECALL,
    SEAL,
    RECALL_ASKED,
    RECALLED_UNKNOWN,
    RECALLED_BEFORE,
    ATTEST,
    ATTEST_DESTROYED,
    ATTEST_KEPT,
    WITHDRAW_CONSENT,
    CONSENT_NARROWED,
    ATTEST_STOPPED,
    ATTEST_KEPT_BY_LAW,
    ATTEST_KEPT_FOR_LIFE,
    ESCALATE,
    UNACKNOWLEDGED,
    NO_RECEIPT,
    NO_WORD,
    DUTY_ADD,
    DUTY_END,
    FOUND_GROUP,
    ADD_TO_GROUP,
    REMOVE_FROM_GROUP,
    PROLONG_GROUP,
    END_GROUP,
    DESCRIBE_GROUP,
    SEND_TO_GROUP,
    BREAK_GLASS,
    AGREE_GLASS,
    READ_BUDGET,
    READ_MORE,
    REVIEW_READING,
    QUARANTINE,
    QUARANTINE_AGAIN,
    ALARM_DEALT_WITH,
    AUDIT_VERIFY;

    static Optional<Deed> named(String name) {
        return Arrays.stream(values()).filter(deed -> deed.name().equals(name)).findFirst();
    }

    /// Which of them a code in the log is.
    static Optional<Deed> of(String code) {
        return named(code).or(() -> code.startsWith(QUARANTINE.asked()) ? Optional.of(QUARANTINE) : Optional.empty());
    }

    /// What is asked of the log.
    String asked() {
        return this == QUARANTINE ? "QUARANTINE_" : name();
    }
}
