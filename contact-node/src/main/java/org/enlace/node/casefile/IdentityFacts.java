package org.enlace.node.casefile;

import java.util.List;
import org.enlace.message.About;
import org.enlace.message.IdentityVerification;
import org.enlace.message.IdentityVerification.AlertPart;
import org.enlace.message.IdentityVerificationAnswer.AnswerPart;
import org.enlace.message.IdentityVerificationAnswer.TravelDocument;
import org.enlace.person.ShowsPersonalData;

/// The lines of the question whose national a person is, and of its answer.
final class IdentityFacts {
    private IdentityFacts() {}

    static List<String> asks(AlertPart question, FactSheet sheet) {
        return question.questions().stream()
                .map(one -> sheet.label("identity-question", one))
                .toList();
    }

    static void summary(AlertPart question, About about, FactSheet sheet) {
        sheet.codes("casefile.fact.asked", "identity-question", question.questions())
                .written("casefile.fact.needed-for", question.neededFor(), about.language());
    }

    static void summary(AnswerPart answer, About about, FactSheet sheet) {
        var language = about.language();
        sheet.code("casefile.fact.answer", "identity-answer", answer.result())
                .written("casefile.fact.question", answer.needed(), language)
                .code("casefile.fact.ground", "refusal-ground", answer.ground())
                .written("casefile.fact.competent", answer.competent(), language);
        var document = answer.travelDocument();
        if (document != null) {
            document(document, about, sheet);
        }
    }

    private static void document(TravelDocument document, About about, FactSheet sheet) {
        var said = Labels.joined(
                sheet.label("travel-document", document.state()), sheet.label("document", document.kind()));
        sheet.said("casefile.fact.travel-document", List.of(said))
                .day("casefile.fact.valid-until", document.validUntil())
                .day("casefile.fact.issued-by", document.by())
                .written("casefile.fact.not-issued", document.why(), about.language());
    }

    @ShowsPersonalData
    static void persons(IdentityVerification question, About about, FactSheet sheet) {
        var identity = question.identity();
        var known = identity == null ? null : identity.known();
        if (known != null) {
            sheet.written("casefile.fact.register", known.reveal(), about.language());
        }
        var protection = question.protection();
        if (protection != null) {
            sheet.code("casefile.fact.claim", "answer", protection.protectionClaimPending());
        }
    }
}
