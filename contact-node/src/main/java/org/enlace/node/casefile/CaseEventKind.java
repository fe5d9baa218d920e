package org.enlace.node.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;

/// What happened to a message, on either side.
public enum CaseEventKind {
    SENT,
    RECEIVED,
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
    NOTE,
    /// The person was handed what was shared about them; who took it is the ground of the event.
    COPY_GIVEN,
    /// An officer took it out of the node, on paper or as data; for what is the ground of the event.
    EXPORTED,
    /// Before it left: its writer asked for release. Likewise below.
    RELEASE_ASKED,
    RELEASE_RETURNED,
    RELEASE_TAKEN_BACK,
    RELEASED,
    /// A supervisor looked at what was sent at once. Likewise below.
    REVIEWED_RIGHT,
    REVIEWED_NOT_ALONE,
    /// An answer to a request for information that ends it; which kind is the ground of the event. Likewise below.
    FINAL_ANSWER,
    /// One that leaves the request open.
    INTERMEDIATE_ANSWER,
    /// One that came after the final answer and changes nothing.
    FURTHER_ANSWER,
    /// One that was taken back: it answers nothing any more.
    ANSWER_RECALLED,
    /// A new version took its place; why is the ground of the event.
    CORRECTED,
    /// An officer confirmed that they read what it says now.
    CORRECTION_READ,
    /// A holder said that they met with what it tells of, or did not; which is the ground of the event, code of list
    /// `sighting`.
    CORROBORATED,
    /// A holder proposed to change it; why is the ground of the event, code of list `correction-reason`.
    PROPOSED,
    /// A person no longer agrees to all that they had agreed to; which purposes is the ground of the event, codes of
    /// list `consent-purpose` with commas.
    CONSENT_TAKEN_BACK,
    /// All files of the message have arrived at its recipient, the node there says by itself.
    FILES_HERE,
    /// Somebody at the recipient misses some and asks for them again.
    FILES_WANTED,
    /// What it says about persons was opened at its recipient, the node there says by itself; how often is the ground
    /// of the event.
    OPENED,
    /// Its owner took it back.
    RECALLED,
    /// What a recipient's node or officer says about that.
    RECALL_ANSWERED,
    /// The receiving node says that nobody there had acknowledged when it was due; to whom it was escalated is the
    /// ground of the event.
    UNACKNOWLEDGED,
    /// Ours, of what we sent: not even the recipient's node had confirmed it when it should have been acknowledged.
    NO_RECEIPT,
    /// Ours: the recipient's node has it and said nothing about that nobody acknowledged it.
    NO_WORD,
    /// An officer of ours asked a colleague to take it over at the change of a shift; who, stands in its words.
    /// Likewise below.
    HANDOVER_OFFERED,
    HANDOVER_TAKEN,
    HANDOVER_DECLINED,
    HANDOVER_WITHDRAWN,
    /// An officer of ours said how urgent it is for this desk; which is the ground of the event, code of list
    /// `urgency`.
    URGENCY_SET;

    /// Whether it tells that somebody was silent.
    boolean isSilence() {
        return this == UNACKNOWLEDGED || this == NO_RECEIPT || this == NO_WORD;
    }

    /// Whether it tells what a holder said about the message, which moves nothing.
    boolean isRemark() {
        return this == CORROBORATED || this == PROPOSED;
    }

    /// Whether what was written with it stays when its message is sealed or destroyed: it says what became of the
    /// message, and quotes nothing of it.
    boolean outlivesMessage() {
        return this == CONSENT_TAKEN_BACK || this == RECALLED || this == RECALL_ANSWERED || this == FORWARDED;
    }

    /// What the other side is told of it; empty for what is no word of a person about a message.
    Optional<StatusKind> status() {
        return Arrays.stream(StatusKind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }

    public static CaseEventKind of(StatusKind kind) {
        return valueOf(kind.name());
    }

    /// A note about files or openings is an event of its own; a code of a newer version is a note.
    static CaseEventKind of(Status status) {
        var opened = status.opened();
        if (status.kind() == StatusKind.NOTE && opened != null && opened.plausible()) {
            return OPENED;
        }
        if (status.kind() != StatusKind.NOTE || status.files() == null) {
            return of(status.kind());
        }
        return switch (status.files()) {
            case Status.FILES_HERE -> FILES_HERE;
            case Status.FILES_WANTED -> FILES_WANTED;
            default -> NOTE;
        };
    }

    /// Whether no person has said anything yet by it.
    boolean isOfMachinesAlone() {
        return this == FILES_HERE || this == OPENED;
    }

    /// Whether machines tell it in numbers or codes, so that each reader has it in their own words.
    boolean isCoded() {
        return isOfFiles() || this == OPENED;
    }

    /// Whether it tells how the files of a message stand.
    boolean isOfFiles() {
        return this == FILES_HERE || this == FILES_WANTED;
    }
}
