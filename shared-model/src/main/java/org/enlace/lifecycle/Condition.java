package org.enlace.lifecycle;

/// What must hold before a move; whoever asks for the move says what does.
public enum Condition {
    SCHEMA_VALID,
    CONSENT_OR_OVERRIDE,
    RISK_BLOCK_COMPLETE,
    /// A supervisor other than the originator; or it is IMMEDIATE, and a review follows within 24 hours.
    FOUR_EYES_OR_IMMEDIATE,
    RECIPIENTS_WITH_VALID_KEYS,
    HANDLING_NOT_WIDER_THAN_COMPARTMENTS,
    REASON_GIVEN,
    SIGNATURES_VALID,
    PERSON_NAMED,
    QUESTION_GIVEN,
    AUTHORITY_NAMED,
    CONSENT_AND_HANDLING_ALLOW,
    CASE_WORKER_AND_START_NAMED,
    GROUND_GIVEN,
    ALTERNATIVE_GIVEN,
    OUTCOME_AND_FOLLOW_UP_GIVEN,
    OUTCOME_SEEN,
    /// Somebody here had begun to work on it before.
    WORK_HAD_BEGUN,
    CARE_NOT_INTERRUPTED
}
