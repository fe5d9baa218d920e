package org.enlace.node.copy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.About;
import org.enlace.message.IdentityVerification;
import org.enlace.message.VictimMessage;
import org.enlace.message.VictimMessage.Asked;
import org.enlace.message.VictimMessage.Guarded;
import org.enlace.message.VictimMessage.Named;
import org.enlace.message.VictimReferral;
import org.enlace.message.VictimReferral.VoluntaryReturn;
import org.enlace.node.casefile.Labels;
import org.enlace.person.Identity;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// What one message says about the person. Everything in it has a line; what the rules keep off paper has one that says
/// why: where the person is and what they fear, what is about others, and what officers wrote in their own words.
final class SharedFacts {
    /// Services whose name alone tells what happened to the person, or where they are.
    private static final Set<String> TELLING = Set.of(
            "LabourExploitationRehabilitation", "SexualExploitationRehabilitation", "SAFEHOUSE", "WITNESS_PROTECTION");

    private static final int SHOWN_OF_NUMBER = 3;

    private SharedFacts() {}

    static void all(VictimMessage message, About about, CopyLines lines) {
        asked(message.alert(), lines);
        var identity = message.identity();
        if (identity != null) {
            named(identity, lines);
        }
        var protection = message.protection();
        if (protection != null) {
            person(protection.person(), lines);
            guarded(protection, lines);
            if (protection instanceof IdentityVerification.ProtectionPart) {
                lines.omitted("casefile.fact.claim", true, Omission.SAFETY);
            }
            if (protection instanceof VictimReferral.ProtectionPart referral) {
                referral(referral, lines);
            }
        }
        about(about, lines);
    }

    private static void about(About about, CopyLines lines) {
        lines.countries(
                        "casefile.fact.countries",
                        about.countryRoles().stream()
                                .map(role -> role.country())
                                .distinct()
                                .toList())
                .omitted("casefile.fact.legal-basis", !about.legalBasis().isEmpty(), Omission.SAFETY)
                .omitted("casefile.fact.urgency-reason", about.urgencyReason(), Omission.WORDS)
                .omitted("copy.fact.subject", !about.subject().isBlank(), Omission.WORDS)
                .said(
                        "casefile.fact.national-ref",
                        about.nationalRef() == null ? List.of() : List.of(about.nationalRef()));
    }

    private static void asked(Asked asked, CopyLines lines) {
        if (asked instanceof VictimReferral.AlertPart referral) {
            lines.code("casefile.fact.referral", "referral-kind", referral.referralKind());
            services("casefile.fact.given", referral.servicesGiven(), lines);
            lines.said(
                    "casefile.fact.follow-up",
                    referral.followUpAt().stream().map(lines::day).toList());
        }
        if (asked instanceof IdentityVerification.AlertPart question) {
            lines.codes("casefile.fact.asked", "identity-question", question.questions())
                    .omitted("casefile.fact.needed-for", true, Omission.WORDS);
        }
        services(
                "copy.fact.asked",
                asked.needs().stream().map(need -> need.service()).toList(),
                lines);
        lines.countries("casefile.fact.host", List.of(asked.host()))
                .omitted("casefile.fact.situation", true, Omission.SAFETY)
                .codes(
                        "casefile.fact.languages",
                        "language",
                        asked.language().languages().stream()
                                .map(spoken -> spoken.code())
                                .toList())
                .code("casefile.fact.interpreter", "answer", asked.language().interpreterNeeded())
                .code(
                        "casefile.fact.interpreter-gender",
                        "gender",
                        asked.language().preferredInterpreterGender());
    }

    private static void services(String key, List<String> codes, CopyLines lines) {
        lines.codes(
                key,
                "service",
                codes.stream().filter(code -> !TELLING.contains(code)).toList());
        lines.omitted(key, codes.stream().anyMatch(TELLING::contains), Omission.SAFETY);
    }

    @ShowsPersonalData
    private static void named(Named part, CopyLines lines) {
        var identity = part.identity();
        if (identity != null) {
            identity(identity, lines);
        }
        lines.omitted("casefile.fact.address", part.address(), Omission.SAFETY);
        if (part instanceof IdentityVerification.IdentityPart verification) {
            lines.omitted("casefile.fact.register", verification.known(), Omission.OTHERS);
        }
        if (part instanceof VictimReferral.IdentityPart referral) {
            lines.omitted("casefile.fact.travel", referral.travel(), Omission.SAFETY);
        }
    }

    @ShowsPersonalData
    private static void identity(Identity identity, CopyLines lines) {
        var name = Labels.joined(shown(identity.familyName()).toUpperCase(Locale.ROOT), shown(identity.givenNames()));
        var birth = identity.birthDate();
        lines.said("casefile.fact.name", List.of(name))
                .said(
                        "casefile.fact.birth",
                        birth == null ? List.of() : List.of(birth.reveal().value()))
                .said(
                        "casefile.fact.documents",
                        identity.documents().stream()
                                .map(document -> Labels.joined(
                                        lines.label("document", document.kind()),
                                        lines.country(document.country()),
                                        ending(document.number().reveal())))
                                .toList());
    }

    /// Enough to know one's own document again, too little for whoever finds the paper.
    private static String ending(String number) {
        return number.length() <= SHOWN_OF_NUMBER ? "" : "… " + number.substring(number.length() - SHOWN_OF_NUMBER);
    }

    @ShowsPersonalData
    private static void person(PersonBlock person, CopyLines lines) {
        var gender = person.gender();
        var citizenship = person.citizenship();
        var needs = person.disabilityNeeds();
        lines.code("casefile.fact.age", "age-band", person.ageBand())
                .code("casefile.fact.majority", "majority", person.majority())
                .code("casefile.fact.gender", "gender", gender == null ? null : gender.reveal())
                .countries("casefile.fact.citizenship", citizenship == null ? List.of() : citizenship.reveal())
                .omitted("casefile.fact.protection-status", person.protectionStatus(), Omission.SAFETY)
                .omitted("copy.fact.assessed", true, Omission.SAFETY)
                .codes(
                        "casefile.fact.dependants",
                        "relation",
                        person.dependants().stream()
                                .map(one -> shown(one.relation()))
                                .toList())
                .omitted("casefile.fact.guardian", person.guardian(), Omission.OTHERS)
                .codes("casefile.fact.disability", "disability-need", needs == null ? List.of() : needs.reveal())
                .code("casefile.fact.health", "answer", person.healthUrgent());
        var statement = person.existingStatement();
        if (statement != null) {
            lines.said(
                    "casefile.fact.statement",
                    List.of(Labels.joined(
                            statement.authority(),
                            lines.day(statement.date()),
                            lines.label("language", statement.language()))));
        }
    }

    private static void guarded(Guarded part, CopyLines lines) {
        var override = part.contactOverride();
        lines.omitted("casefile.fact.subdivision", part.subdivision(), Omission.SAFETY)
                .codes("casefile.fact.documents-held", "document", part.documentsHeld())
                .codes("casefile.fact.documents-withheld", "document", part.documentsWithheld())
                .omitted("casefile.fact.proceedings", part.legalProceedings(), Omission.SAFETY)
                .day("casefile.fact.reflection", part.reflectionPeriodUntil())
                .code("casefile.fact.consulate", "answer", part.contactWithConsulateWanted())
                .code("casefile.fact.override", "consent-legal-basis", override == null ? null : override.legalBasis())
                .omitted("casefile.fact.override-reason", override, Omission.WORDS);
        var risk = part.risk();
        if (risk != null) {
            risk(risk, lines);
        }
        var consent = part.consent();
        if (consent != null) {
            ConsentFacts.of(consent, lines);
        }
        lines.omitted("casefile.fact.note", part.note(), Omission.WORDS)
                .omitted("casefile.fact.sender", part.senderName(), Omission.OTHERS);
    }

    private static void risk(RiskBlock risk, CopyLines lines) {
        lines.omitted("casefile.fact.danger", risk.immediateDanger(), Omission.SAFETY)
                .omitted("casefile.fact.from-whom", !risk.fromWhom().isEmpty(), Omission.SAFETY)
                .omitted("casefile.fact.retaliation", risk.retaliationRisk(), Omission.SAFETY)
                .omitted("casefile.fact.testimony", risk.testimonyRisk(), Omission.SAFETY)
                .omitted("casefile.fact.return", risk.returnRisk(), Omission.SAFETY)
                .omitted("casefile.fact.contact", risk.safeContactMethod(), Omission.SAFETY)
                .omitted("casefile.fact.unsafe-hours", risk.unsafeHours(), Omission.SAFETY);
    }

    private static void referral(VictimReferral.ProtectionPart part, CopyLines lines) {
        lines.omitted("casefile.fact.reception", part.receptionBy(), Omission.OTHERS);
        var wanted = part.voluntaryReturn();
        if (wanted != null) {
            voluntaryReturn(wanted, lines);
        }
        var plan = part.supportPlan();
        if (plan != null) {
            services("casefile.fact.plan", plan.types(), lines);
            lines.omitted("casefile.fact.plan-objectives", plan.objectives(), Omission.WORDS)
                    .day("casefile.fact.plan-from", plan.from())
                    .day("casefile.fact.plan-until", plan.until());
        }
    }

    private static void voluntaryReturn(VoluntaryReturn wanted, CopyLines lines) {
        var statement = wanted.statement();
        if (statement != null) {
            lines.said(
                            "casefile.fact.voluntary",
                            List.of(Labels.joined(
                                    lines.day(statement.date()), lines.label("language", statement.language()))))
                    .code("casefile.fact.voluntary-interpreter", "answer", statement.interpreter());
        }
        lines.omitted("casefile.fact.claim", true, Omission.SAFETY)
                .code("casefile.fact.has-dependants", "answer", wanted.hasDependants());
        var assessed = wanted.bestInterests();
        if (assessed != null) {
            lines.said("casefile.fact.best-interests-by", List.of(assessed.authority()))
                    .day("casefile.fact.best-interests-on", assessed.date())
                    .omitted("casefile.fact.best-interests-risk", true, Omission.SAFETY)
                    .code("casefile.fact.best-interests", "answer", assessed.inBestInterests());
        }
    }

    @ShowsPersonalData
    private static String shown(@Nullable Sensitive<String> value) {
        return value == null ? "" : value.reveal();
    }
}
