package org.enlace.lifecycle;

/// What kind of answer the sender waits for; the time for it differs.
public enum AnswerOwed {
    VICTIM_CARE,
    INFORMATION,
    SERVICES
}
