package org.enlace.node.drafts;

import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.COUNTRIES;
import static org.enlace.node.drafts.Question.Kind.DATE;
import static org.enlace.node.drafts.Question.Kind.LANGUAGE;
import static org.enlace.node.drafts.Question.Kind.MOMENT;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;

/// The questions that all kinds of message share, beside recipients and urgency, which have cards of their own.
final class CommonCards {
    static final Card WORDS = Card.of(
            "words",
            "compose.words",
            Question.of("subject", TEXT, "compose.words.subject").hint("compose.words.subject.hint"),
            Question.of("language", LANGUAGE, "compose.words.language"),
            Question.of("deadline", MOMENT, "compose.words.deadline").hint("compose.words.deadline.hint"),
            Question.of("retention", SELECT, "compose.words.retention", "retention"),
            Question.of("retainUntil", DATE, "compose.words.retain-until"),
            Question.of("nationalRef", TEXT, "compose.words.national-ref"),
            Question.of("addressedRole", SELECT, "compose.words.addressed-role", "role"),
            Question.of("legalBasis", CHECKS, "compose.words.legal-basis", "legal-basis"),
            Question.of("purpose", CHECKS, "compose.words.purpose", "purpose"),
            Question.of("countryORIGIN", COUNTRIES, "compose.words.origin"),
            Question.of("countryTRANSIT", COUNTRIES, "compose.words.transit"),
            Question.of("countryDESTINATION", COUNTRIES, "compose.words.destination"),
            Question.of("countryRESIDENCE", COUNTRIES, "compose.words.residence"));

    static final Card CORRECTION = Card.of(
            "correction",
            "compose.correction",
            Question.of("correctionReason", RADIOS, "compose.correction.reason", "correction-reason")
                    .hint("compose.correction.hint"));

    static final Card HANDLING = Card.of(
            "handling-card",
            "compose.handling",
            Question.of("handling", RADIOS, "compose.handling.code", "handling"),
            Question.of("h3Text", TEXT, "compose.handling.h3"),
            Question.of("tlp", SELECT, "compose.handling.tlp", "tlp"),
            Question.of("pap", SELECT, "compose.handling.pap", "pap"),
            Question.of("source", SELECT, "compose.handling.source", "source-reliability"),
            Question.of("accuracy", SELECT, "compose.handling.accuracy", "accuracy"),
            Question.of("caveat", CHECKS, "compose.handling.caveats", "caveat"),
            Question.of("exclude", TEXT, "compose.handling.exclude").hint("compose.handling.exclude.hint"),
            Question.of("destroyAfter", DATE, "compose.handling.destroy-after"));

    private CommonCards() {}
}
