package org.enlace.message;

import static org.enlace.directory.TopicSubject.CASES;
import static org.enlace.directory.TopicSubject.CONTROL;
import static org.enlace.directory.TopicSubject.MODUS_OPERANDI;
import static org.enlace.directory.TopicSubject.ROUTES;
import static org.enlace.directory.TopicSubject.VICTIMS;

import java.util.Optional;
import java.util.Set;
import org.enlace.directory.TopicSubject;

/// Every kind of message of the network. Only some have a record of ours yet ([Message]).
public enum MessageType {
    CASE_ALERT,
    VICTIM_ASSISTANCE_REQUEST,
    VICTIM_REFERRAL,
    IDENTITY_VERIFICATION,
    IDENTITY_VERIFICATION_ANSWER,
    ROUTE_REPORT,
    MODUS_OPERANDI_REPORT,
    INFORMATION_REQUEST,
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
    STATISTICS_RETURN;

    /// The topics of a member on which such a message may come; none if it goes to the directory's own topic.
    public Set<TopicSubject> subjects() {
        return switch (this) {
            case CASE_ALERT,
                    INFORMATION_REQUEST,
                    INFORMATION_RESPONSE,
                    USE_PERMISSION_REQUEST,
                    USE_PERMISSION_DECISION -> Set.of(CASES);
            case VICTIM_ASSISTANCE_REQUEST,
                    VICTIM_REFERRAL,
                    IDENTITY_VERIFICATION,
                    IDENTITY_VERIFICATION_ANSWER,
                    CONSENT_WITHDRAWAL -> Set.of(VICTIMS);
            case ROUTE_REPORT -> Set.of(ROUTES);
            case MODUS_OPERANDI_REPORT -> Set.of(MODUS_OPERANDI);
            case CORROBORATION -> Set.of(CASES, ROUTES, MODUS_OPERANDI);
            case PROPOSAL, PROPOSAL_DECISION, CORRECTION, RECALL, RECALL_ATTESTATION ->
                Set.of(CASES, VICTIMS, ROUTES, MODUS_OPERANDI);
            case MATCH_QUERY, MATCH_ANSWER, MATCH_HIT, RECEIPT, STATUS, CHECKPOINT, HEARTBEAT, STATISTICS_RETURN ->
                Set.of(CONTROL);
            case DIRECTORY_ENTRY, KEY_CHANGE, ROSTER -> Set.of();
        };
    }

    /// Whether consular officers and case workers take it on.
    public boolean isForCare() {
        return this == VICTIM_ASSISTANCE_REQUEST
                || this == VICTIM_REFERRAL
                || this == IDENTITY_VERIFICATION
                || this == IDENTITY_VERIFICATION_ANSWER;
    }

    /// Whether a new version may take its place: others act on it for a long time. An answer is corrected by another
    /// answer.
    public boolean isCorrected() {
        return this == CASE_ALERT
                || this == VICTIM_ASSISTANCE_REQUEST
                || this == VICTIM_REFERRAL
                || this == ROUTE_REPORT
                || this == MODUS_OPERANDI_REPORT
                || this == STATISTICS_RETURN;
    }

    /// Whether whoever holds it may say that they met with what it tells of.
    public boolean isCorroborated() {
        return this == CASE_ALERT || this == ROUTE_REPORT || this == MODUS_OPERANDI_REPORT;
    }

    /// Whether a message of this kind may come on such a topic.
    public boolean travelsOn(TopicSubject subject) {
        return subjects().contains(subject);
    }

    /// The one subject it travels on; empty if it follows its parent message, or goes to the directory's own topic.
    public Optional<TopicSubject> subject() {
        return subjects().size() == 1 ? subjects().stream().findFirst() : Optional.empty();
    }
}
