package org.enlace.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a contact point says to a request for information; `inReplyTo` of the header names the request. How it may be
/// used is for who gives it to say, whatever the handling of the request was.
///
/// @param police what only police read of what was found
/// @param identity who the persons are that were found
public record InformationResponse(
        AnswerPart answer,
        @Nullable Particulars police,
        @Nullable Persons identity) implements Reply {

    @Override
    public MessageType type() {
        return MessageType.INFORMATION_RESPONSE;
    }

    @Override
    public MessageType asked() {
        return MessageType.INFORMATION_REQUEST;
    }

    @Override
    public String outcome() {
        return answer.kind();
    }

    @Override
    public boolean ends() {
        return AnswerKind.of(answer.kind()).filter(AnswerKind::ends).isPresent();
    }

    /// All words are without names, at most 2,000 characters each unless said.
    ///
    /// @param kind code of list `answer-kind`
    /// @param found the answer, required with `FULL`, `PARTIAL` and `INTERIM`
    /// @param missing what could not be answered, required with `PARTIAL`
    /// @param nextBy when more is expected, with `INTERIM` only
    /// @param searched where was looked, required with `NEGATIVE`
    /// @param ground code of list `refusal-ground`, required with `REFUSED`
    /// @param competent who is competent instead, required with ground `NOT_COMPETENT`, at most 120 characters
    /// @param question what must be known before it can be answered, required with `NEEDS_INFO`
    /// @param forwarded who has the request now, required with `FORWARDED`
    public record AnswerPart(
            String kind,
            @Nullable String found,
            @Nullable String missing,
            @Nullable Instant nextBy,
            @Nullable String searched,
            @Nullable String ground,
            @Nullable String competent,
            @Nullable String question,
            @Nullable Forwarded forwarded) {}

    /// @param to the unit, at most 120 characters
    /// @param outside whether it belongs to another organisation than the contact point
    public record Forwarded(String to, boolean outside) {}
}
