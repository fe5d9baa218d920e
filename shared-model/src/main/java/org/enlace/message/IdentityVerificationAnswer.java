package org.enlace.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a state says to an [IdentityVerification]; `inReplyTo` of the header names it. It names nobody: who is meant
/// stands in the question alone.
public record IdentityVerificationAnswer(AnswerPart answer) implements Reply {

    @Override
    public MessageType type() {
        return MessageType.IDENTITY_VERIFICATION_ANSWER;
    }

    @Override
    public MessageType asked() {
        return MessageType.IDENTITY_VERIFICATION;
    }

    @Override
    public String outcome() {
        return answer.result();
    }

    /// A document that is still to come keeps the question open, and so does what could not be established.
    @Override
    public boolean ends() {
        TravelDocument document = answer.travelDocument();
        boolean awaited = document != null && document.state().equals(TravelDocument.WILL_BE_ISSUED);
        return !awaited
                && IdentityAnswer.of(answer.result())
                        .filter(result -> result != IdentityAnswer.NOT_ESTABLISHED)
                        .isPresent();
    }

    /// All words are without names.
    ///
    /// @param result code of list `identity-answer`
    /// @param needed what more must be known, required with `NOT_ESTABLISHED`, at most 2,000 characters
    /// @param ground code of list `refusal-ground`, required with `REFUSED`
    /// @param competent who is competent instead, required with ground `NOT_COMPETENT`, at most 120 characters
    /// @param travelDocument only if one was asked for, and only for a national or permanent resident
    public record AnswerPart(
            String result,
            @Nullable String needed,
            @Nullable String ground,
            @Nullable String competent,
            @Nullable TravelDocument travelDocument) {}

    /// @param state code of list `travel-document`
    /// @param kind code of list `document`, required with `ISSUED`
    /// @param validUntil required with `ISSUED`
    /// @param by when it will be issued, required with `WILL_BE_ISSUED`
    /// @param why it is not issued, required with `NOT_ISSUED`, at most 2,000 characters
    public record TravelDocument(
            String state,
            @Nullable String kind,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate by,
            @Nullable String why) {
        public static final String ISSUED = "ISSUED";
        public static final String WILL_BE_ISSUED = "WILL_BE_ISSUED";
        public static final String NOT_ISSUED = "NOT_ISSUED";
    }
}
