package org.enlace.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.enlace.handling.Caveat;
import org.enlace.message.VictimAssistanceRequest.ContactOverride;
import org.enlace.message.VictimMessage.Asked;
import org.enlace.message.VictimMessage.Guarded;
import org.enlace.message.VictimMessage.Named;
import org.enlace.person.Answer;
import org.enlace.person.LanguageNeed;
import org.enlace.person.PersonBlock;

/// What every message about a victim must say.
final class VictimRules {
    private static final int LIST_MAX = 50;

    private VictimRules() {}

    static void check(
            Breaches breaches,
            VictimMessage message,
            About about,
            Collection<NodeId> recipients,
            Origins origins,
            boolean child,
            Instant at) {
        if (message instanceof VictimReferral referral) {
            // What it demands is stricter than what all do, so it is said first.
            ReferralRules.check(breaches, referral, about, child, at);
        }
        if (message instanceof IdentityVerification verification) {
            IdentityRules.check(breaches, verification, about, recipients, origins);
        }
        alert(breaches, message.alert(), about);
        Guarded protection = message.protection();
        if (protection == null) {
            breaches.add("protection", BreachCode.REQUIRED);
        } else {
            protection(breaches, protection);
            person(breaches, protection.person(), child);
            ConsentRules.check(breaches, protection.consent(), about, recipients, origins, alsoFor(message), child);
            RiskRules.check(breaches, protection.risk());
            if (concernsConsulate(message, recipients, origins) && !IdentityRules.isContactRefused(message)) {
                consulate(breaches, protection, about);
            }
        }
        Named identity = message.identity();
        if (identity != null) {
            SealedTexts.check(breaches, "identity.identity", identity.identity());
            SealedTexts.check(breaches, "identity.address", identity.address(), Breaches.TEXT_MAX);
        }
    }

    private static Set<String> alsoFor(VictimMessage message) {
        return switch (message) {
            case VictimReferral referral ->
                ReferralRules.purposes(referral.alert().referralKind());
            case VictimAssistanceRequest _, IdentityVerification _ -> Set.of();
        };
    }

    /// A request for help is for the consulate. Care is handed on to those who care, and it is the consulate's matter
    /// only where the state of origin is addressed, or nobody knows which that is.
    private static boolean concernsConsulate(VictimMessage message, Collection<NodeId> recipients, Origins origins) {
        return switch (message) {
            case VictimAssistanceRequest _ -> true;
            case VictimReferral _, IdentityVerification _ ->
                origins.countries().isEmpty() || recipients.stream().anyMatch(origins::contains);
        };
    }

    private static void alert(Breaches breaches, Asked alert, About about) {
        breaches.requiredCountry("alert.host", alert.host());
        breaches.requiredCode("alert.situation", alert.situation(), "situation");
        needs(breaches, alert, about);
        List<LanguageNeed.Spoken> languages = alert.language().languages();
        if (languages.isEmpty()) {
            breaches.add("alert.language.languages", BreachCode.REQUIRED);
        }
        breaches.atMost("alert.language.languages", languages, LIST_MAX);
        for (int i = 0; i < languages.size(); i++) {
            String field = "alert.language.languages[" + i + "]";
            AboutRules.language(breaches, field + ".code", languages.get(i).code());
            breaches.code(field + ".level", languages.get(i).level(), "language-level");
        }
        breaches.code(
                "alert.language.preferredInterpreterGender", alert.language().preferredInterpreterGender(), "gender");
    }

    private static void needs(Breaches breaches, Asked alert, About about) {
        String field = switch (alert) {
            case VictimAssistanceRequest.AlertPart _ -> "alert.needs";
            case VictimReferral.AlertPart _ -> "alert.servicesRequested";
            case IdentityVerification.AlertPart _ -> "alert.questions";
        };
        if (alert instanceof VictimAssistanceRequest.AlertPart && alert.needs().isEmpty()) {
            breaches.add(field, BreachCode.REQUIRED);
        }
        breaches.atMost(field, alert.needs(), LIST_MAX);
        for (int i = 0; i < alert.needs().size(); i++) {
            String service = alert.needs().get(i).service();
            breaches.requiredCode(field + "[" + i + "].service", service, "service");
            if (service.equals("FAMILY_TRACING") && about.handling().has(Caveat.NO_FAMILY_CONTACT)) {
                breaches.add(field + "[" + i + "].service", BreachCode.FAMILY_CONTACT_REFUSED);
            }
        }
    }

    private static void protection(Breaches breaches, Guarded protection) {
        breaches.codes("protection.documentsHeld", protection.documentsHeld(), "document");
        breaches.codes("protection.documentsWithheld", protection.documentsWithheld(), "document");
        breaches.code("protection.legalProceedings", protection.legalProceedings(), "legal-proceedings");
        SealedTexts.check(breaches, "protection.subdivision", protection.subdivision(), Breaches.SHORT_MAX);
        SealedTexts.check(breaches, "protection.note", protection.note(), Breaches.TEXT_MAX);
        SealedTexts.check(breaches, "protection.senderName", protection.senderName(), Breaches.SHORT_MAX);
    }

    private static void person(Breaches breaches, PersonBlock person, boolean child) {
        String part = "protection.person";
        breaches.requiredText(part + ".personRef", person.personRef(), Breaches.SHORT_MAX);
        breaches.requiredCode(part + ".ageBand", person.ageBand(), "age-band");
        breaches.requiredCode(part + ".traffickingStatus", person.traffickingStatus(), "trafficking-status");
        breaches.code(part + ".decidedBy", person.decidedBy(), "deciding-body");
        SealedTexts.code(breaches, part + ".gender", person.gender(), "gender");
        SealedTexts.code(breaches, part + ".protectionStatus", person.protectionStatus(), "protection-status");
        SealedTexts.codes(breaches, part + ".disabilityNeeds", person.disabilityNeeds(), "disability-need");
        SealedTexts.check(breaches, part + ".guardian", person.guardian(), Breaches.SHORT_MAX);
        List<String> citizenship = Origins.citizenship(person);
        for (int i = 0; i < citizenship.size(); i++) {
            if (!Countries.isCitizenship(citizenship.get(i))) {
                breaches.add(part + ".citizenship[" + i + "]", BreachCode.NOT_IN_LIST, "iso-3166-1");
            }
        }
        breaches.atMost(part + ".dependants", person.dependants(), LIST_MAX);
        for (int i = 0; i < person.dependants().size(); i++) {
            String field = part + ".dependants[" + i + "]";
            SealedTexts.code(
                    breaches, field + ".relation", person.dependants().get(i).relation(), "relation");
        }
        if (child && SealedTexts.isBlank(person.guardian())) {
            breaches.add(part + ".guardian", BreachCode.GUARDIAN_REQUIRED);
        }
    }

    /// The consulate hears of a person only if the person wants it, unless there is another basis with a reason.
    /// `NO_CONSULAR_CONTACT` keeps the state of origin out by itself.
    private static void consulate(Breaches breaches, Guarded protection, About about) {
        ContactOverride override = protection.contactOverride();
        if (override != null) {
            breaches.code("protection.contactOverride.legalBasis", override.legalBasis(), "consent-legal-basis");
            if (override.legalBasis().isBlank()) {
                breaches.add("protection.contactOverride.legalBasis", BreachCode.OVERRIDE_NEEDS_LEGAL_BASIS);
            }
            if (override.reason().isBlank()) {
                breaches.add("protection.contactOverride.reason", BreachCode.OVERRIDE_NEEDS_REASON);
            }
            breaches.text("protection.contactOverride.reason", override.reason(), Breaches.TEXT_MAX);
            return;
        }
        boolean wanted = protection.contactWithConsulateWanted() == Answer.YES;
        if (!wanted && !about.handling().has(Caveat.NO_CONSULAR_CONTACT)) {
            breaches.add("protection.contactWithConsulateWanted", BreachCode.CONSULATE_NOT_WANTED);
        }
    }
}
