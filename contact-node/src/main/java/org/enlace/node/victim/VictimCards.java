package org.enlace.node.victim;

import static org.enlace.node.drafts.Question.Kind.AREA;
import static org.enlace.node.drafts.Question.Kind.CHECKS;
import static org.enlace.node.drafts.Question.Kind.CITIZENSHIPS;
import static org.enlace.node.drafts.Question.Kind.COUNTRY;
import static org.enlace.node.drafts.Question.Kind.DATE;
import static org.enlace.node.drafts.Question.Kind.LANGUAGE;
import static org.enlace.node.drafts.Question.Kind.RADIOS;
import static org.enlace.node.drafts.Question.Kind.SELECT;
import static org.enlace.node.drafts.Question.Kind.TEXT;
import static org.enlace.node.drafts.Question.Kind.TICK;

import java.util.ArrayList;
import java.util.List;
import org.enlace.node.drafts.Card;
import org.enlace.node.drafts.Question;

/// The questions about a victim that all messages about one ask. Consent and risk come first: without them nothing may
/// be shared.
final class VictimCards {
    /// Codes of list `consent-purpose`, each asked by itself: consent is never one check box.
    static final List<String> CONSENT_PURPOSES = List.of(
            "ASSISTANCE",
            "SHARE_AUTHORITY",
            "SHARE_CONSULATE",
            "SHARE_NGO",
            "POLICE_USE",
            "COURT_USE",
            "FAMILY_CONTACT",
            "STATISTICS");

    /// The seven points of the Human Trafficking Case Data Standard, each said by itself.
    static final List<String> TOLD = List.of("interview", "purpose", "use", "research", "own", "storage", "withdrawal");

    private VictimCards() {}

    static Card consent() {
        var questions = new ArrayList<Question>();
        questions.add(Question.of("whoConsented", SELECT, "compose.consent.who", "who-consented"));
        questions.add(Question.of("consentDate", DATE, "compose.consent.date"));
        questions.add(Question.of("consentLanguage", LANGUAGE, "compose.consent.language"));
        questions.add(Question.of("consentInterpreter", TICK, "compose.consent.interpreter"));
        for (var purpose : CONSENT_PURPOSES) {
            questions.add(Question.of("consent." + purpose, RADIOS, label(purpose), "consent-answer"));
        }
        for (var point : TOLD) {
            questions.add(Question.of("told." + point, TICK, "compose.told." + point));
        }
        questions.add(Question.of("consentBasis", SELECT, "compose.consent.basis", "consent-legal-basis")
                .hint("compose.consent.basis.hint"));
        questions.add(Question.of("consentOverride", TEXT, "compose.consent.override"));
        return new Card(
                "consent",
                "compose.consent",
                questions,
                List.of(new Card.Group(
                        "withheld",
                        "compose.consent.withheld",
                        "compose.consent.add-withheld",
                        List.of(
                                Question.of("from", TEXT, "compose.consent.withheld-from")
                                        .withholding(),
                                Question.of("reason", SELECT, "compose.consent.withheld-reason", "withheld-reason")))),
                null);
    }

    private static String label(String purpose) {
        return switch (purpose) {
            case "ASSISTANCE" -> "compose.consent.for.assistance";
            case "SHARE_AUTHORITY" -> "compose.consent.for.authority";
            case "SHARE_CONSULATE" -> "compose.consent.for.consulate";
            case "SHARE_NGO" -> "compose.consent.for.ngo";
            case "POLICE_USE" -> "compose.consent.for.police";
            case "COURT_USE" -> "compose.consent.for.court";
            case "FAMILY_CONTACT" -> "compose.consent.for.family";
            default -> "compose.consent.for.statistics";
        };
    }

    static Card risk() {
        return Card.of(
                "risk",
                "compose.risk",
                Question.of("immediateDanger", RADIOS, "compose.risk.immediate", "risk-level"),
                Question.of("retaliationRisk", RADIOS, "compose.risk.retaliation", "risk-level"),
                Question.of("testimonyRisk", RADIOS, "compose.risk.testimony", "risk-level"),
                Question.of("returnRisk", RADIOS, "compose.risk.return", "risk-level"),
                Question.of("fromWhom", CHECKS, "compose.risk.from-whom", "from-whom"),
                Question.of("riskDate", DATE, "compose.risk.date"),
                Question.of("assessorRole", SELECT, "compose.risk.assessor", "role"),
                Question.of("bothSides", TICK, "compose.risk.both-sides"),
                Question.of("safeContact", SELECT, "compose.risk.contact", "contact-method")
                        .withholding(),
                Question.of("unsafeHours", TEXT, "compose.risk.unsafe-hours").withholding());
    }

    static Card needs() {
        return Card.of(
                        "needs",
                        "compose.needs",
                        Question.of("host", COUNTRY, "compose.needs.host"),
                        Question.of("situation", SELECT, "compose.needs.situation", "situation"),
                        Question.of("personLanguage", LANGUAGE, "compose.needs.language"),
                        Question.of("otherLanguage", LANGUAGE, "compose.needs.other-language"),
                        Question.of("languageLevel", SELECT, "compose.needs.level", "language-level"),
                        Question.of("spokenOnly", TICK, "compose.needs.spoken-only"),
                        Question.of("interpreter", RADIOS, "compose.needs.interpreter", "answer"),
                        Question.of("interpreterGender", SELECT, "compose.needs.interpreter-gender", "gender"))
                .with(new Card.Group(
                        "need",
                        "compose.needs.need",
                        "compose.needs.add",
                        List.of(
                                Question.of("service", SELECT, "compose.needs.service", "service"),
                                Question.of("urgency", SELECT, "compose.needs.urgency", "urgency"))));
    }

    static Card person() {
        return Card.of(
                        "person",
                        "compose.person",
                        Question.of("ageBand", SELECT, "compose.people.age", "age-band"),
                        Question.of("majority", RADIOS, "compose.person.majority", "majority")
                                .hint("compose.person.majority.hint"),
                        Question.of("guardian", TEXT, "compose.person.guardian")
                                .hint("compose.person.guardian.hint")
                                .withholding(),
                        Question.of("gender", SELECT, "compose.people.gender", "gender")
                                .withholding(),
                        Question.of("citizenship", CITIZENSHIPS, "compose.person.citizenship")
                                .withholding(),
                        Question.of("protectionStatus", SELECT, "compose.person.protection", "protection-status")
                                .withholding(),
                        Question.of("traffickingStatus", SELECT, "compose.person.trafficking", "trafficking-status"),
                        Question.of("decidedBy", SELECT, "compose.person.decided-by", "deciding-body"),
                        Question.of("disability", CHECKS, "compose.person.disability", "disability-need")
                                .withholding(),
                        Question.of("healthUrgent", RADIOS, "compose.person.health", "answer"),
                        Question.of("documentsHeld", CHECKS, "compose.person.documents-held", "document"),
                        Question.of("documentsWithheld", CHECKS, "compose.person.documents-withheld", "document"),
                        Question.of("legalProceedings", SELECT, "compose.person.proceedings", "legal-proceedings"),
                        Question.of("reflectionUntil", DATE, "compose.person.reflection"),
                        Question.of("consulateWanted", RADIOS, "compose.person.consulate", "answer")
                                .hint("compose.person.consulate.hint"),
                        Question.of("consulateBasis", SELECT, "compose.person.consulate-basis", "consent-legal-basis"),
                        Question.of("consulateReason", TEXT, "compose.person.consulate-reason"),
                        Question.of("statementAuthority", TEXT, "compose.person.statement")
                                .hint("compose.person.statement.hint"),
                        Question.of("statementDate", DATE, "compose.person.statement-date"),
                        Question.of("statementLanguage", LANGUAGE, "compose.person.statement-language"),
                        Question.of("note", AREA, "compose.person.note").withholding())
                .with(new Card.Group(
                        "dependant",
                        "compose.person.dependant",
                        "compose.person.add-dependant",
                        List.of(Question.of("relation", SELECT, "compose.person.relation", "relation")
                                .withholding())));
    }

    static Card identity() {
        return Card.of(
                "identity",
                "compose.identity",
                Question.of("family", TEXT, "compose.names.family").withholding(),
                Question.of("given", TEXT, "compose.names.given").withholding(),
                Question.of("birth", TEXT, "compose.names.birth")
                        .hint("compose.names.birth.hint")
                        .withholding(),
                Question.of("document", SELECT, "compose.names.document", "document"),
                Question.of("documentCountry", COUNTRY, "compose.names.document-country"),
                Question.of("documentNumber", TEXT, "compose.names.document-number")
                        .withholding(),
                Question.of("subdivision", TEXT, "compose.place.subdivision")
                        .hint("compose.place.subdivision.hint")
                        .withholding(),
                Question.of("address", TEXT, "compose.identity.address").withholding());
    }
}
