package org.enlace.node.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.jspecify.annotations.Nullable;

/// One line of the timeline of a case.
///
/// @param partner who did it; null for this node
/// @param toward the recipient that it concerns, when it is ours and about what we sent; null otherwise
/// @param actor id of our officer, or the pseudonym that the other side gave
/// @param ground code of list `refusal-ground`, `pause-reason`, `outcome` or `answer-kind`, as the kind has it
/// @param happenedAt by the clock of the side where it happened
/// @param words what was written, sealed at rest
public record CaseEvent(
        CaseReference reference,
        @Nullable MessageId message,
        CaseEventKind kind,
        @Nullable NodeId partner,
        @Nullable NodeId toward,
        @Nullable String actor,
        @Nullable String ground,
        Instant happenedAt,
        Instant recordedAt,
        Words words) {

    /// What a node answers to a recall before a person does, codes of list `recall-outcome`.
    private static final Set<String> NODES_WORD = Set.of("SEALED", "IN_CARE", "NOT_HELD", "CLOSED");

    public CaseEvent {
        // The database keeps microseconds, and the seal of the words holds the time.
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// Whether a node did it by itself.
    boolean byMachine() {
        return kind == CaseEventKind.RECEIVED
                || kind == CaseEventKind.FILES_HERE
                || kind == CaseEventKind.OPENED
                || kind.isSilence()
                || (kind == CaseEventKind.RECALL_ANSWERED && ground != null && NODES_WORD.contains(ground));
    }

    CaseEvent with(Words other) {
        return new CaseEvent(reference, message, kind, partner, toward, actor, ground, happenedAt, recordedAt, other);
    }

    /// As the other side is told of it; empty if it is nothing that is told.
    Optional<Status> status(MessageEntry about) {
        return kind.status().map(told -> status(about, told, actor == null ? "" : actor));
    }

    /// @param desk pseudonym of who did it
    public Status status(MessageEntry about, StatusKind told, String desk) {
        if (kind == CaseEventKind.UNACKNOWLEDGED && ground != null) {
            var due = happenedAt.truncatedTo(ChronoUnit.SECONDS);
            return Status.unacknowledged(
                    about.givenId(),
                    happenedAt,
                    desk,
                    ground,
                    "Not acknowledged by anybody by " + due + ". Escalated to: " + ground);
        }
        if (kind.isOfFiles()) {
            var here = kind == CaseEventKind.FILES_HERE;
            return Status.files(
                    about.givenId(),
                    happenedAt,
                    desk,
                    here ? Status.FILES_HERE : Status.FILES_WANTED,
                    here ? "All attachments have arrived." : "Some attachments are missing. Please send them again.");
        }
        if (kind == CaseEventKind.OPENED && ground != null) {
            var openings = OpeningsToldOf.of(ground);
            return Status.opened(about.givenId(), happenedAt, desk, openings, OpeningsToldOf.inEnglish(openings));
        }
        var completed = told == StatusKind.COMPLETED;
        return new Status(
                about.givenId(),
                told,
                happenedAt,
                desk,
                completed ? null : ground,
                words.unit(),
                words.alternative(),
                words.note(),
                completed ? ground : null,
                words.followUp());
    }

    /// What people wrote about it. It never leaves the sealed part.
    ///
    /// @param unit that holds the message now
    /// @param alternative whom to ask instead
    /// @param followUp the day on which somebody looks again
    public record Words(
            @Nullable String unit,
            @Nullable String alternative,
            @Nullable String note,
            @Nullable LocalDate followUp) {
        public static final Words NONE = new Words(null, null, null, null);

        boolean isEmpty() {
            return equals(NONE);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
