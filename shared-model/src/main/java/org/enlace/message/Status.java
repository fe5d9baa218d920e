package org.enlace.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.enlace.lifecycle.Act;
import org.enlace.lifecycle.Condition;
import org.enlace.lifecycle.Party;
import org.jspecify.annotations.Nullable;

/// A person at one of the two contact points did something with a message: one that the reader sent, or that the reader
/// received from whoever says so. Or nobody did: then the receiving node says so by itself, as a `NOTE` with
/// `escalatedTo`.
///
/// @param at by the clock of the node where it happened, and later than everything that was known there about the
/// message
/// @param desk pseudonym of desk or officer
/// @param ground code of list `refusal-ground` with `DECLINED`, of `pause-reason` with `ON_HOLD`
/// @param forwardedTo the unit that holds it now
/// @param alternative whom to ask instead, required with `DECLINED`: never a dead end for a victim
/// @param note in words, at most 2,000 characters, no names
/// @param outcome code of list `outcome`, required with `COMPLETED`
/// @param followUp the day on which somebody looks again, required with `COMPLETED`
/// @param escalatedTo code of list `rung`: nobody had acknowledged the message by `at`, when that was due, and who
/// there was told of it last
/// @param files with `NOTE` alone, [#FILES_HERE] or [#FILES_WANTED]: how the files of the message stand at its
/// recipient
/// @param opened with `NOTE` alone: how often what it says about persons was opened at its recipient, whose node says
/// so
/// by itself
public record Status(
        MessageId of,
        StatusKind kind,
        Instant at,
        String desk,
        @Nullable String ground,
        @Nullable String forwardedTo,
        @Nullable String alternative,
        @Nullable String note,
        @Nullable String outcome,
        @Nullable LocalDate followUp,
        @Nullable String escalatedTo,
        @Nullable String files,
        @Nullable Openings opened)
        implements Message {
    /// All files of the message have arrived there as they were signed.
    public static final String FILES_HERE = "HERE";

    /// Some have not, and somebody there asks for them again.
    public static final String FILES_WANTED = "WANTED";

    /// What only the side that did it could check.
    private static final Set<Condition> TRUSTED = EnumSet.of(
            Condition.PERSON_NAMED,
            Condition.CONSENT_AND_HANDLING_ALLOW,
            Condition.CASE_WORKER_AND_START_NAMED,
            Condition.OUTCOME_SEEN,
            Condition.CARE_NOT_INTERRUPTED);

    /// Nobody had acknowledged a message when that was due.
    ///
    /// @param desk of the node that says so
    /// @param words the same for readers of a version that does not know `escalatedTo`
    public static Status unacknowledged(MessageId of, Instant due, String desk, String escalatedTo, String words) {
        return new Status(of, StatusKind.NOTE, due, desk, null, null, null, words, null, null, escalatedTo, null, null);
    }

    /// How the files of a message stand at its recipient.
    ///
    /// @param files code, as above
    /// @param words the same for readers of a version that does not know it
    public static Status files(MessageId of, Instant at, String desk, String files, String words) {
        return new Status(of, StatusKind.NOTE, at, desk, null, null, null, words, null, null, null, files, null);
    }

    /// How often what a message says about persons was opened at its recipient.
    ///
    /// @param desk of the node that says so
    /// @param words the same for readers of a version that does not know `opened`
    public static Status opened(MessageId of, Instant at, String desk, Openings opened, String words) {
        return new Status(of, StatusKind.NOTE, at, desk, null, null, null, words, null, null, null, null, opened);
    }

    /// What a person did.
    public Status(
            MessageId of,
            StatusKind kind,
            Instant at,
            String desk,
            @Nullable String ground,
            @Nullable String forwardedTo,
            @Nullable String alternative,
            @Nullable String note,
            @Nullable String outcome,
            @Nullable LocalDate followUp) {
        this(of, kind, at, desk, ground, forwardedTo, alternative, note, outcome, followUp, null, null, null);
    }

    /// One that says nothing about how it ended.
    public Status(
            MessageId of,
            StatusKind kind,
            Instant at,
            String desk,
            @Nullable String ground,
            @Nullable String forwardedTo,
            @Nullable String alternative,
            @Nullable String note) {
        this(of, kind, at, desk, ground, forwardedTo, alternative, note, null, null);
    }

    @Override
    public MessageType type() {
        return MessageType.STATUS;
    }

    /// The move that it is; empty if it moves nothing.
    public Optional<Act> act(Party by) {
        return kind.event(by).map(event -> new Act(by, event, at, met(), kind == StatusKind.ON_HOLD ? ground : null));
    }

    private Set<Condition> met() {
        Set<Condition> met = EnumSet.copyOf(TRUSTED);
        if (says(note)) {
            met.add(Condition.QUESTION_GIVEN);
        }
        if (kind == StatusKind.ON_HOLD ? says(ground) : says(note)) {
            met.add(Condition.REASON_GIVEN);
        }
        if (says(ground)) {
            met.add(Condition.GROUND_GIVEN);
        }
        if (says(alternative)) {
            met.add(Condition.ALTERNATIVE_GIVEN);
        }
        if (says(forwardedTo)) {
            met.add(Condition.AUTHORITY_NAMED);
        }
        if (says(outcome) && followUp != null) {
            met.add(Condition.OUTCOME_AND_FOLLOW_UP_GIVEN);
        }
        return met;
    }

    private static boolean says(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
