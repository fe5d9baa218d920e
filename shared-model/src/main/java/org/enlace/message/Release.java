package org.enlace.message;

import java.time.Duration;
import org.enlace.lifecycle.Urgency;

/// With how many persons' word a message leaves.
public enum Release {
    /// Its writer's.
    ALONE,
    /// Its writer's, because life or freedom cannot wait; a supervisor looks at it within [#REVIEWED_WITHIN].
    THEN_REVIEWED,
    /// Its writer's and a supervisor's, who is somebody else.
    BY_SECOND_PERSON;

    public static final Duration REVIEWED_WITHIN = Duration.ofHours(24);

    /// What opens a matter with another state needs a second person, unless it is immediate: it tells that state
    /// of a person, and asks it to act. What answers, reports or protects goes alone: nobody waits for a
    /// signature to give an answer or to stop a mistake. A child needs no line of its own: it is the rule for all.
    public static Release of(MessageType type, Urgency urgency) {
        return switch (type) {
            case CASE_ALERT, IDENTITY_VERIFICATION, VICTIM_ASSISTANCE_REQUEST, VICTIM_REFERRAL, INFORMATION_REQUEST ->
                urgency == Urgency.IMMEDIATE ? THEN_REVIEWED : BY_SECOND_PERSON;
            case IDENTITY_VERIFICATION_ANSWER,
                    ROUTE_REPORT,
                    MODUS_OPERANDI_REPORT,
                    INFORMATION_RESPONSE,
                    MATCH_QUERY,
                    MATCH_ANSWER,
                    MATCH_HIT,
                    CORROBORATION,
                    PROPOSAL,
                    PROPOSAL_DECISION,
                    RECEIPT,
                    STATUS,
                    CORRECTION,
                    RECALL,
                    RECALL_ATTESTATION,
                    CONSENT_WITHDRAWAL,
                    USE_PERMISSION_REQUEST,
                    USE_PERMISSION_DECISION,
                    DIRECTORY_ENTRY,
                    KEY_CHANGE,
                    ROSTER,
                    CHECKPOINT,
                    HEARTBEAT,
                    STATISTICS_RETURN -> ALONE;
        };
    }
}
