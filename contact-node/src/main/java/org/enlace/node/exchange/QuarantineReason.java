package org.enlace.node.exchange;

import java.util.List;
import org.enlace.envelope.Refusal;

/// Why a record lies in quarantine. Names are stable: they appear in texts and metrics.
public enum QuarantineReason {
    TOO_LARGE,
    NOT_AN_ENVELOPE,
    SUITE,
    DECRYPTION,
    NOT_DER,
    CONTENT_TYPE,
    SIGNATURE_SET,
    UNKNOWN_SIGNER,
    SIGNED_ATTRIBUTES,
    SIGNATURE,
    KEY_NOT_VALID_THEN,
    SENDER_NOT_ACTIVE,
    HEADER,
    SENDER_BINDING,
    NOT_ADDRESSED,
    TOPIC_BINDING,
    RECIPIENT_KEYS,
    DIRECTORY_AHEAD,
    DIRECTORY_VERSION,
    DIRECTORY_HASH,
    DIRECTORY_EXPIRED,
    EXPIRED,
    SKEW,
    PAYLOAD,
    COMMITMENT,
    CONTENT,
    /// Signed for a place of the stream at which there is another message, or under an id that another message has.
    EQUIVOCATION,
    /// So many messages are missing before it that it is not held.
    TOO_FAR_AHEAD,
    /// Of an epoch of the stream that was never opened.
    UNKNOWN_EPOCH,
    /// Encrypted to a key that the directory lists as ours and that this node does not have.
    KEY_MISSING,
    /// It speaks of a message that this node does not have.
    UNKNOWN_MESSAGE,
    /// It answers what its sender was never asked, or asks about what was never sent to it.
    NOT_ASKED,
    /// It corrects what was taken back or corrected before, or would change who reads it.
    NOT_CORRECTABLE,
    /// It returns statistics to who is not the Secretariat, of another state, again, or with another figure.
    NOT_RETURNABLE,
    /// It is sound, but this node failed to act on it.
    OWN_FAILURE;

    static QuarantineReason of(Refusal refusal) {
        if (refusal == Refusal.NOT_FOR_US) {
            throw new IllegalArgumentException("What is not for us is no concern of ours");
        }
        return valueOf(refusal.name());
    }

    /// What the operator does about it, as a key of the texts: nothing, wait, tell the sender, restore the directory,
    /// try again.
    public NextStep nextStep() {
        return switch (this) {
            case UNKNOWN_SIGNER, SENDER_NOT_ACTIVE, DIRECTORY_AHEAD, DIRECTORY_EXPIRED, RECIPIENT_KEYS ->
                NextStep.WAIT_FOR_DIRECTORY;
            case DIRECTORY_HASH, EQUIVOCATION -> NextStep.CALL_THE_MEMBER_AND_THE_SECRETARIAT;
            case TOO_FAR_AHEAD -> NextStep.WAIT_FOR_EARLIER;
            case OWN_FAILURE, UNKNOWN_MESSAGE, KEY_MISSING -> NextStep.TRY_AGAIN;
            case EXPIRED,
                    SKEW,
                    KEY_NOT_VALID_THEN,
                    DIRECTORY_VERSION,
                    UNKNOWN_EPOCH,
                    SUITE,
                    NOT_ASKED,
                    NOT_CORRECTABLE,
                    NOT_RETURNABLE -> NextStep.TELL_THE_MEMBER;
            case TOO_LARGE,
                    NOT_AN_ENVELOPE,
                    DECRYPTION,
                    NOT_DER,
                    CONTENT_TYPE,
                    SIGNATURE_SET,
                    SIGNED_ATTRIBUTES,
                    SIGNATURE,
                    HEADER,
                    SENDER_BINDING,
                    NOT_ADDRESSED,
                    TOPIC_BINDING,
                    PAYLOAD,
                    COMMITMENT,
                    CONTENT -> NextStep.REPORT_TO_THE_BROKER_AND_THE_MEMBER;
        };
    }

    /// Whether such a record may be acted on after all.
    boolean mayPass() {
        NextStep next = nextStep();
        return next == NextStep.TRY_AGAIN || next == NextStep.WAIT_FOR_DIRECTORY || next == NextStep.WAIT_FOR_EARLIER;
    }

    /// Those whose cause may have gone when the node starts.
    static List<QuarantineReason> endingWithRestart() {
        return List.of(UNKNOWN_MESSAGE, KEY_MISSING, TOO_FAR_AHEAD);
    }

    /// What a person can do about a record in quarantine.
    public enum NextStep {
        WAIT_FOR_DIRECTORY,
        WAIT_FOR_EARLIER,
        TRY_AGAIN,
        TELL_THE_MEMBER,
        REPORT_TO_THE_BROKER_AND_THE_MEMBER,
        CALL_THE_MEMBER_AND_THE_SECRETARIAT
    }
}
