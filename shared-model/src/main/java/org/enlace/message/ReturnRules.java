package org.enlace.message;

import java.time.LocalDate;
import org.enlace.message.VictimReferral.BestInterests;
import org.enlace.message.VictimReferral.ProtectionPart;
import org.enlace.message.VictimReferral.Statement;
import org.enlace.message.VictimReferral.VoluntaryReturn;
import org.enlace.person.Answer;
import org.enlace.person.LanguageNeed;
import org.enlace.person.PersonBlock;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskBlock.Assessment;
import org.enlace.person.RiskLevel;
import org.jspecify.annotations.Nullable;

/// When a person may be returned: freely, safely, to somebody who waits, and with everybody who depends on the
/// person. No other basis replaces any of it, unlike consent to the sharing of data.
///
/// @see <a
/// href="https://www.ohchr.org/en/instruments-mechanisms/instruments/protocol-prevent-suppress-and-punish-trafficking-persons">
///     Palermo Protocol Art. 8(2)</a>
/// @see <a href="https://rm.coe.int/168008371d">Council of Europe Convention Art. 16(2), (7)</a>
final class ReturnRules {
    private static final String PART = "protection.voluntaryReturn";

    private ReturnRules() {}

    /// How it is written.
    static void form(Breaches breaches, @Nullable VoluntaryReturn wanted) {
        Statement statement = wanted == null ? null : wanted.statement();
        if (statement != null) {
            AboutRules.language(breaches, PART + ".statement.language", statement.language());
        }
        BestInterests assessed = wanted == null ? null : wanted.bestInterests();
        if (assessed != null) {
            breaches.requiredText(PART + ".bestInterests.authority", assessed.authority(), Breaches.SHORT_MAX);
        }
    }

    static void check(
            Breaches breaches,
            @Nullable ProtectionPart protection,
            LanguageNeed languages,
            About about,
            boolean child,
            LocalDate today) {
        if (protection == null) {
            breaches.add(PART, BreachCode.STATEMENT_MISSING);
            return;
        }
        VoluntaryReturn wanted = protection.voluntaryReturn();
        statement(breaches, wanted == null ? null : wanted.statement(), languages, today);
        boolean noClaim = wanted != null && wanted.protectionClaimPending() == Answer.NO;
        if (!noClaim || SealedTexts.isCode(protection.person().protectionStatus(), "ASYLUM_SEEKER")) {
            breaches.add(PART + ".protectionClaimPending", BreachCode.PROTECTION_CLAIM_PENDING);
        }
        String proceedings = protection.legalProceedings();
        if (proceedings == null || proceedings.isBlank() || proceedings.equals("UNKNOWN")) {
            breaches.add("protection.legalProceedings", BreachCode.PROCEEDINGS_UNKNOWN);
        }
        if (SealedTexts.isBlank(protection.receptionBy())) {
            breaches.add("protection.receptionBy", BreachCode.RECEPTION_MISSING);
        }
        dependants(breaches, protection.person(), wanted);
        RiskBlock risk = protection.risk();
        Assessment onReturn = risk == null ? null : risk.returnRisk();
        if (ReferralRules.isNotAssessed(onReturn)) {
            breaches.add("protection.risk.returnRisk", BreachCode.RETURN_RISK_NOT_ASSESSED);
        }
        boolean childTravels = child || about.childInvolved() != ChildInvolved.NO;
        if (childTravels && onReturn != null && onReturn.level() == RiskLevel.HIGH) {
            breaches.add("protection.risk.returnRisk", BreachCode.CHILD_RETURN_RISK_HIGH);
        }
        if (child) {
            child(breaches, protection.person(), wanted == null ? null : wanted.bestInterests());
        }
    }

    private static void statement(
            Breaches breaches, @Nullable Statement statement, LanguageNeed languages, LocalDate today) {
        if (statement == null) {
            breaches.add(PART + ".statement", BreachCode.STATEMENT_MISSING);
            return;
        }
        // A day ahead somewhere on earth.
        if (statement.date().isAfter(today.plusDays(1))) {
            breaches.add(PART + ".statement.date", BreachCode.STATEMENT_AHEAD);
        }
        if (languages.languages().stream().noneMatch(spoken -> spoken.code().equals(statement.language()))) {
            breaches.add(PART + ".statement.language", BreachCode.STATEMENT_NOT_UNDERSTOOD);
        }
        if (statement.interpreter() == Answer.UNKNOWN) {
            breaches.add(PART + ".statement.interpreter", BreachCode.REQUIRED);
        }
    }

    private static void dependants(Breaches breaches, PersonBlock person, @Nullable VoluntaryReturn wanted) {
        Answer said = wanted == null ? Answer.UNKNOWN : wanted.hasDependants();
        Answer listed = person.dependants().isEmpty() ? Answer.NO : Answer.YES;
        if (said != listed) {
            breaches.add(PART + ".hasDependants", BreachCode.DEPENDANTS_NOT_LISTED);
        }
    }

    private static void child(Breaches breaches, PersonBlock person, @Nullable BestInterests assessed) {
        if (SealedTexts.isBlank(person.guardian())) {
            breaches.add("protection.person.guardian", BreachCode.CHILD_RETURN_NEEDS_GUARDIAN);
        }
        if (assessed == null || assessed.risk() == RiskLevel.NOT_ASSESSED) {
            breaches.add(PART + ".bestInterests", BreachCode.CHILD_ASSESSMENT_MISSING);
            return;
        }
        if (assessed.risk() == RiskLevel.HIGH) {
            breaches.add(PART + ".bestInterests.risk", BreachCode.CHILD_RETURN_RISK_HIGH);
        }
        if (assessed.inBestInterests() != Answer.YES) {
            breaches.add(PART + ".bestInterests.inBestInterests", BreachCode.RETURN_NOT_IN_BEST_INTERESTS);
        }
    }
}
