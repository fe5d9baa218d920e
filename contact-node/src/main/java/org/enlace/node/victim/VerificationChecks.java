package org.enlace.node.victim;

import java.util.ArrayList;
import java.util.List;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.IdentityAnswer;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerificationAnswer;
import org.enlace.message.IdentityVerificationAnswer.AnswerPart;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.drafts.ReplyChecks;
import org.enlace.node.drafts.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this node knows about the question whose national a person is that an answer has to fit.
@Component
class VerificationChecks {
    private final ReplyChecks replies;
    private final CaseReading reading;

    VerificationChecks(ReplyChecks replies, CaseReading reading) {
        this.replies = replies;
        this.reading = reading;
    }

    /// @param question what is answered, null if the officer may see no such message
    List<Breach> against(Wanted wanted, @Nullable MessageEntry question) {
        if (!(wanted.message() instanceof IdentityVerificationAnswer reply)) {
            return List.of();
        }
        var breaches = new ArrayList<>(replies.against(reply, wanted, question));
        if (question != null && ReplyChecks.fits(reply, question)) {
            var result = IdentityAnswer.of(reply.answer().result());
            if (result.filter(IdentityAnswer::isFinding).isPresent() && !reading.isTakenOn(question)) {
                breaches.add(new Breach("answer.result", BreachCode.NOT_YET_ACCEPTED, List.of()));
            }
            breaches.addAll(document(
                    reply.answer(), result.filter(IdentityAnswer::isPositive).isPresent(), question));
        }
        return breaches;
    }

    /// A document that was asked for is spoken of, and one that was not is not.
    private static List<Breach> document(AnswerPart answer, boolean positive, MessageEntry question) {
        var asked = question.gist().all("kind").contains(IdentityVerification.TRAVEL_DOCUMENT);
        var told = answer.travelDocument() != null;
        if (told && !asked) {
            return List.of(new Breach("answer.travelDocument", BreachCode.NOT_ASKED_FOR, List.of()));
        }
        return asked && positive && !told
                ? List.of(new Breach("answer.travelDocument", BreachCode.REQUIRED, List.of()))
                : List.of();
    }
}
