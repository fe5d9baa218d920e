package org.enlace.node.victim;

import java.util.List;
import org.enlace.message.VictimAssistanceRequest.ContactOverride;
import org.enlace.message.VictimMessage.Asked;
import org.enlace.node.drafts.Prefilled;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.enlace.person.Identity;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// What all forms about a victim share, filled with a message that was sent: the inverse of [VictimReading].
final class VictimForm {
    private VictimForm() {}

    static void alert(Asked alert, Prefilled form) {
        form.put("host", alert.host()).put("situation", alert.situation());
        for (var at = 0; at < alert.needs().size(); at++) {
            var need = alert.needs().get(at);
            form.put("need." + at + ".service", need.service())
                    .put("need." + at + ".urgency", need.urgency().name());
        }
        var language = alert.language();
        if (!language.languages().isEmpty()) {
            var first = language.languages().getFirst();
            form.put("personLanguage", first.code()).put("languageLevel", first.level());
            tick("spokenOnly", first.spokenOnly(), form);
        }
        if (language.languages().size() > 1) {
            form.put("otherLanguage", language.languages().get(1).code());
        }
        form.put("interpreter", language.interpreterNeeded().name())
                .put("interpreterGender", language.preferredInterpreterGender());
    }

    /// The names that person, consent and dependants have in the case stay theirs.
    static void person(PersonBlock person, Prefilled form) {
        form.put(VictimReading.PERSON_REF, person.personRef())
                .put("ageBand", person.ageBand())
                .put("majority", person.majority().name())
                .put("gender", person.gender())
                .put("citizenship", all(person.citizenship()))
                .put("protectionStatus", person.protectionStatus())
                .put("traffickingStatus", person.traffickingStatus())
                .put("decidedBy", person.decidedBy())
                .put("guardian", person.guardian())
                .put("disability", all(person.disabilityNeeds()))
                .put("healthUrgent", person.healthUrgent().name());
        for (var at = 0; at < person.dependants().size(); at++) {
            var dependant = person.dependants().get(at);
            form.put("dependant." + at + ".relation", dependant.relation())
                    .put("dependant." + at + "." + VictimReading.REF, dependant.personRef());
        }
        var statement = person.existingStatement();
        if (statement != null) {
            form.put("statementAuthority", statement.authority())
                    .put("statementDate", statement.date())
                    .put("statementLanguage", statement.language());
        }
    }

    static void consent(@Nullable ConsentRecord consent, Prefilled form) {
        if (consent == null) {
            return;
        }
        form.put(VictimReading.CONSENT_REF, consent.ref())
                .put("whoConsented", consent.whoConsented())
                .put("consentDate", consent.date())
                .put("consentLanguage", consent.language())
                .put("consentBasis", consent.legalBasis())
                .put("consentOverride", consent.overrideReason());
        tick("consentInterpreter", consent.interpreter(), form);
        for (var purpose : VictimCards.CONSENT_PURPOSES) {
            ConsentAnswer said = consent.answers().get(purpose);
            form.put("consent." + purpose, said == null ? null : said.name());
        }
        for (var at = 0; at < consent.withheldFrom().size(); at++) {
            var withheld = consent.withheldFrom().get(at);
            form.put("withheld." + at + ".from", withheld.from()).put("withheld." + at + ".reason", withheld.reason());
        }
        var told = consent.told();
        tick("told.interview", told.assentedToInterview(), form);
        tick("told.purpose", told.purpose(), form);
        tick("told.use", told.useOfData(), form);
        tick("told.research", told.researchUse(), form);
        tick("told.own", told.rightToOwnData(), form);
        tick("told.storage", told.storageTime(), form);
        tick("told.withdrawal", told.withdrawal(), form);
    }

    static void risk(@Nullable RiskBlock risk, Prefilled form) {
        if (risk == null) {
            return;
        }
        assessment("immediateDanger", risk.immediateDanger(), form);
        assessment("retaliationRisk", risk.retaliationRisk(), form);
        assessment("testimonyRisk", risk.testimonyRisk(), form);
        assessment("returnRisk", risk.returnRisk(), form);
        form.put("fromWhom", risk.fromWhom())
                .put("safeContact", risk.safeContactMethod())
                .put("unsafeHours", risk.unsafeHours());
    }

    /// The form has one day and one role for all of them.
    private static void assessment(String name, RiskBlock.@Nullable Assessment assessed, Prefilled form) {
        if (assessed != null) {
            form.put(name, assessed.level().name())
                    .put("riskDate", assessed.on())
                    .put("assessorRole", assessed.assessorRole());
            tick("bothSides", assessed.bothSides(), form);
        }
    }

    static void contact(@Nullable ContactOverride override, Prefilled form) {
        if (override != null) {
            form.put("consulateBasis", override.legalBasis()).put("consulateReason", override.reason());
        }
    }

    static void identity(@Nullable Identity identity, Prefilled form) {
        if (identity == null) {
            return;
        }
        form.put("family", identity.familyName())
                .put("given", identity.givenNames())
                .put("birth", identity.birthDate());
        for (var document : identity.documents()) {
            form.put("document", document.kind())
                    .put("documentCountry", document.country())
                    .put("documentNumber", document.number());
        }
    }

    static void tick(String name, boolean ticked, Prefilled form) {
        if (ticked) {
            form.put(name, "yes");
        }
    }

    /// It goes back into the form of an officer who may read it.
    @ShowsPersonalData
    private static List<String> all(@Nullable Sensitive<List<String>> codes) {
        return codes == null ? List.of() : codes.reveal();
    }
}
