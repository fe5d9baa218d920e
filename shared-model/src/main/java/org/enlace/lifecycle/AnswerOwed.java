package org.enlace.lifecycle;

/// What kind of answer the sender waits for; the time for it differs.
public enum AnswerOwed {
    VICTIM_CARE,
    INFORMATION,
    /// Whether a person is a national or permanent resident.
    IDENTITY,
    /// Whether what was provided may be used otherwise.
    PERMISSION,
    /// Whether what was sent is changed as its holder proposes.
    PROPOSAL,
    SERVICES
}
