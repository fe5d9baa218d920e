package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.message.About;
import org.enlace.message.IdentityVerification;
import org.enlace.message.VictimMessage;
import org.enlace.message.VictimMessage.Asked;
import org.enlace.message.VictimMessage.Guarded;
import org.enlace.message.VictimReferral;
import org.enlace.person.Answer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// The lines of a message about a victim.
final class VictimFacts {
    private VictimFacts() {}

    static List<String> asks(Asked request, FactSheet sheet) {
        var asks = new ArrayList<String>();
        if (request instanceof VictimReferral.AlertPart referral) {
            asks.add(sheet.label("referral-kind", referral.referralKind()));
        }
        if (request instanceof IdentityVerification.AlertPart question) {
            asks.addAll(IdentityFacts.asks(question, sheet));
        }
        for (var need : request.needs()) {
            asks.add(sheet.label("service", need.service()) + " · "
                    + sheet.label("urgency", need.urgency().name()));
        }
        if (request.language().interpreterNeeded() == Answer.YES) {
            var who = Labels.joined(
                    String.join(", ", languages(request, sheet)),
                    sheet.label("gender", request.language().preferredInterpreterGender()));
            asks.add(sheet.text("casefile.ask.interpreter", "languages", who));
        }
        return asks;
    }

    static void summary(Asked request, About about, FactSheet sheet) {
        if (request instanceof VictimReferral.AlertPart referral) {
            ReferralFacts.summary(referral, sheet);
        }
        if (request instanceof IdentityVerification.AlertPart question) {
            IdentityFacts.summary(question, about, sheet);
        }
        sheet.country("casefile.fact.host", request.host())
                .code("casefile.fact.situation", "situation", request.situation())
                .said("casefile.fact.languages", languages(request, sheet))
                .code("casefile.fact.interpreter", "answer", request.language().interpreterNeeded())
                .code(
                        "casefile.fact.interpreter-gender",
                        "gender",
                        request.language().preferredInterpreterGender());
    }

    @ShowsPersonalData
    static void persons(VictimMessage request, About about, FactSheet sheet) {
        var identity = request.identity();
        if (identity != null) {
            var who = identity.identity();
            if (who != null) {
                Identities.lines(who, sheet);
            }
            sheet.written("casefile.fact.address", shown(identity.address()), about.language());
        }
        if (request instanceof VictimReferral referral) {
            ReferralFacts.persons(referral, about, sheet);
        }
        if (request instanceof IdentityVerification question) {
            IdentityFacts.persons(question, about, sheet);
        }
        var protection = request.protection();
        if (protection != null) {
            protection(protection, about, sheet);
        }
    }

    @ShowsPersonalData
    private static void protection(Guarded part, About about, FactSheet sheet) {
        person(part.person(), sheet);
        sheet.written("casefile.fact.subdivision", shown(part.subdivision()), null)
                .codes("casefile.fact.documents-held", "document", part.documentsHeld())
                .codes("casefile.fact.documents-withheld", "document", part.documentsWithheld())
                .code("casefile.fact.proceedings", "legal-proceedings", part.legalProceedings())
                .day("casefile.fact.reflection", part.reflectionPeriodUntil())
                .code("casefile.fact.consulate", "answer", part.contactWithConsulateWanted());
        var override = part.contactOverride();
        if (override != null) {
            sheet.code("casefile.fact.override", "consent-legal-basis", override.legalBasis())
                    .written("casefile.fact.override-reason", override.reason(), about.language());
        }
        var risk = part.risk();
        if (risk != null) {
            risk(risk, about, sheet);
        }
        var consent = part.consent();
        if (consent != null) {
            consent(consent, about, sheet);
        }
        sheet.written("casefile.fact.note", shown(part.note()), about.language())
                .written("casefile.fact.sender", shown(part.senderName()), null);
    }

    @ShowsPersonalData
    private static void person(PersonBlock person, FactSheet sheet) {
        sheet.code("casefile.fact.age", "age-band", person.ageBand())
                .code("casefile.fact.majority", "majority", person.majority());
        var gender = person.gender();
        sheet.code("casefile.fact.gender", "gender", gender == null ? null : gender.reveal());
        var citizenship = person.citizenship();
        sheet.countries("casefile.fact.citizenship", citizenship == null ? List.of() : citizenship.reveal());
        var status = person.protectionStatus();
        sheet.code("casefile.fact.protection-status", "protection-status", status == null ? null : status.reveal())
                .code("casefile.fact.status", "trafficking-status", person.traffickingStatus())
                .code("casefile.fact.decided-by", "deciding-body", person.decidedBy());
        sheet.said(
                "casefile.fact.dependants",
                person.dependants().stream()
                        .map(one -> sheet.label("relation", shown(one.relation())))
                        .toList());
        sheet.written("casefile.fact.guardian", shown(person.guardian()), null);
        var needs = person.disabilityNeeds();
        sheet.codes("casefile.fact.disability", "disability-need", needs == null ? List.of() : needs.reveal())
                .code("casefile.fact.health", "answer", person.healthUrgent());
        var statement = person.existingStatement();
        if (statement != null) {
            sheet.said(
                    "casefile.fact.statement",
                    List.of(Labels.joined(
                            statement.authority(),
                            sheet.day(statement.date()),
                            sheet.label("language", statement.language()))));
        }
    }

    @ShowsPersonalData
    private static void risk(RiskBlock risk, About about, FactSheet sheet) {
        sheet.said("casefile.fact.danger", level(risk.immediateDanger(), sheet))
                .codes("casefile.fact.from-whom", "from-whom", risk.fromWhom())
                .said("casefile.fact.retaliation", level(risk.retaliationRisk(), sheet))
                .said("casefile.fact.testimony", level(risk.testimonyRisk(), sheet))
                .said("casefile.fact.return", level(risk.returnRisk(), sheet));
        var method = risk.safeContactMethod();
        sheet.code("casefile.fact.contact", "contact-method", method == null ? null : method.reveal())
                .written("casefile.fact.unsafe-hours", shown(risk.unsafeHours()), about.language());
    }

    private static List<String> level(RiskBlock.@Nullable Assessment assessment, FactSheet sheet) {
        return assessment == null
                ? List.of()
                : List.of(Labels.joined(
                        sheet.label("risk-level", assessment.level().name()), sheet.day(assessment.on())));
    }

    @ShowsPersonalData
    private static void consent(ConsentRecord consent, About about, FactSheet sheet) {
        sheet.said(
                "casefile.fact.consent",
                consent.answers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(answer -> sheet.text(
                                "web.pair",
                                "name",
                                sheet.label("consent-purpose", answer.getKey()),
                                "value",
                                sheet.label("consent-answer", answer.getValue().name())))
                        .toList());
        var given = consent.date();
        sheet.said(
                "casefile.fact.consent-given",
                consent.whoConsented() == null
                        ? List.of()
                        : List.of(Labels.joined(
                                sheet.label("who-consented", consent.whoConsented()),
                                given == null ? "" : sheet.day(given),
                                consent.language() == null ? "" : sheet.label("language", consent.language()))));
        sheet.said(
                "casefile.fact.told",
                Explained.points(consent.told()).stream()
                        .map(key -> sheet.text(key))
                        .toList());
        sheet.said(
                "casefile.fact.withheld-from",
                consent.withheldFrom().stream()
                        .map(one -> Labels.joined(shown(one.from()), sheet.label("withheld-reason", one.reason())))
                        .toList());
        sheet.code("casefile.fact.consent-basis", "consent-legal-basis", consent.legalBasis())
                .written("casefile.fact.consent-reason", consent.overrideReason(), about.language());
    }

    private static List<String> languages(Asked request, FactSheet sheet) {
        return request.language().languages().stream()
                .map(spoken -> spoken.spokenOnly()
                        ? sheet.text("casefile.fact.spoken-only", "language", sheet.label("language", spoken.code()))
                        : sheet.label("language", spoken.code()))
                .toList();
    }

    @ShowsPersonalData
    private static String shown(@Nullable Sensitive<String> value) {
        return value == null ? "" : value.reveal();
    }
}
