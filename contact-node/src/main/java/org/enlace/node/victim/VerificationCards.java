package org.enlace.node.victim;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.DATE;
import static org.enlace.node.drafts.Question.Kind.LANGUAGE;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;
import static org.enlace.node.drafts.Question.Kind.TICK;

import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Question;

/// What is asked to learn whose national a person is, and to answer that. Where the person is, and what proceedings
/// there are, is no business of who answers.
final class VerificationCards {
    private VerificationCards() {}

    static Card questions() {
        return Card.of(
                "verify",
                "compose.verify",
                Question.of("questions", CHECKS, "compose.verify.questions", "identity-question"),
                Question.of("neededFor", AREA, "compose.verify.needed-for").hint("compose.alert.what.hint"),
                Question.of("host", COUNTRY, "compose.needs.host"),
                Question.of("situation", SELECT, "compose.needs.situation", "situation"),
                Question.of("personLanguage", LANGUAGE, "compose.needs.language"),
                Question.of("otherLanguage", LANGUAGE, "compose.needs.other-language"),
                Question.of("languageLevel", SELECT, "compose.needs.level", "language-level"),
                Question.of("spokenOnly", TICK, "compose.needs.spoken-only"),
                Question.of("interpreter", RADIOS, "compose.needs.interpreter", "answer"),
                Question.of("interpreterGender", SELECT, "compose.needs.interpreter-gender", "gender"));
    }

    /// Whether the state may be asked at all: to ask is to make the person known to it.
    static Card contact() {
        return Card.of(
                "contact",
                "compose.verify.contact",
                Question.of("consulateWanted", RADIOS, "compose.person.consulate", "answer")
                        .hint("compose.verify.consulate.hint"),
                Question.of("protectionClaimPending", RADIOS, "compose.return.claim", "answer")
                        .hint("compose.verify.claim.hint"),
                Question.of("consulateBasis", SELECT, "compose.person.consulate-basis", "consent-legal-basis"),
                Question.of("consulateReason", TEXT, "compose.person.consulate-reason"));
    }

    static Card person() {
        return VictimCards.person()
                .without("consulateWanted", "consulateBasis", "consulateReason", "legalProceedings", "reflectionUntil");
    }

    static Card identity() {
        return VictimCards.identity()
                .without("subdivision", "address")
                .and(Question.of("known", AREA, "compose.verify.known")
                        .hint("compose.verify.known.hint")
                        .withholding());
    }

    static Card answer() {
        return Card.of(
                "answer",
                "compose.answer",
                Question.of("result", RADIOS, "compose.verified.result", "identity-answer")
                        .hint("compose.verified.result.hint"),
                Question.of("needed", AREA, "compose.verified.needed").hint("compose.verified.needed.hint"),
                Question.of("ground", SELECT, "compose.answer.ground", "refusal-ground")
                        .hint("compose.answer.ground.hint"),
                Question.of("competent", TEXT, "compose.answer.competent").hint("compose.answer.competent.hint"),
                Question.of("documentState", RADIOS, "compose.verified.document", "travel-document")
                        .hint("compose.verified.document.hint"),
                Question.of("documentKind", SELECT, "compose.verified.document-kind", "document"),
                Question.of("documentUntil", DATE, "compose.verified.document-until"),
                Question.of("documentBy", DATE, "compose.verified.document-by"),
                Question.of("documentWhy", AREA, "compose.verified.document-why"));
    }
}
