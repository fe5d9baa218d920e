package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.blocking;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.victims;
import static org.enlace.message.Edited.edited;
import static org.enlace.message.Samples.referral;

import java.util.List;
import org.enlace.handling.Caveat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which referrals must not go, and that those that lack nothing go.
class ReferralRulesTest {
    private static final String KINDS =
            "CONTINUED_CARE, VOLUNTARY_RETURN, ONWARD_MOVE, FAMILY_TRACING, TESTIMONY_SUPPORT";

    @ParameterizedTest
    @ValueSource(strings = {"CONTINUED_CARE", "VOLUNTARY_RETURN", "ONWARD_MOVE", "FAMILY_TRACING", "TESTIMONY_SUPPORT"})
    void aReferralThatLacksNothingGoes(String kind) {
        assertThat(check(referral(kind), about(), GT)).isEmpty();
        assertThat(check(child(kind), about().child(ChildInvolved.YES), GT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    protection                                           |                                                    | protection.voluntaryReturn STATEMENT_MISSING, protection REQUIRED
                    protection.voluntaryReturn                           |                                                    | protection.voluntaryReturn.statement STATEMENT_MISSING, protection.voluntaryReturn.protectionClaimPending PROTECTION_CLAIM_PENDING, protection.voluntaryReturn.hasDependants DEPENDANTS_NOT_LISTED
                    protection.voluntaryReturn.statement                 |                                                    | protection.voluntaryReturn.statement STATEMENT_MISSING
                    protection.voluntaryReturn.statement.date            | "2026-11-24"                                       | protection.voluntaryReturn.statement.date STATEMENT_AHEAD
                    protection.voluntaryReturn.statement.language        | "spa"                                              | protection.voluntaryReturn.statement.language STATEMENT_NOT_UNDERSTOOD
                    protection.voluntaryReturn.statement.interpreter     | "UNKNOWN"                                          | protection.voluntaryReturn.statement.interpreter REQUIRED
                    protection.voluntaryReturn.protectionClaimPending    | "YES"                                              | protection.voluntaryReturn.protectionClaimPending PROTECTION_CLAIM_PENDING
                    protection.voluntaryReturn.protectionClaimPending    | "UNKNOWN"                                          | protection.voluntaryReturn.protectionClaimPending PROTECTION_CLAIM_PENDING
                    protection.person.protectionStatus                   | "ASYLUM_SEEKER"                                    | protection.voluntaryReturn.protectionClaimPending PROTECTION_CLAIM_PENDING
                    protection.legalProceedings                          |                                                    | protection.legalProceedings PROCEEDINGS_UNKNOWN
                    protection.legalProceedings                          | "UNKNOWN"                                          | protection.legalProceedings PROCEEDINGS_UNKNOWN
                    protection.receptionBy                               |                                                    | protection.receptionBy RECEPTION_MISSING
                    protection.receptionBy                               | " "                                                | protection.receptionBy RECEPTION_MISSING
                    protection.voluntaryReturn.hasDependants             | "UNKNOWN"                                          | protection.voluntaryReturn.hasDependants DEPENDANTS_NOT_LISTED
                    protection.voluntaryReturn.hasDependants             | "NO"                                               | protection.voluntaryReturn.hasDependants DEPENDANTS_NOT_LISTED
                    protection.person.dependants                         | []                                                 | protection.voluntaryReturn.hasDependants DEPENDANTS_NOT_LISTED
                    protection.risk.returnRisk                           |                                                    | protection.risk.returnRisk RISK_INCOMPLETE, protection.risk.returnRisk RETURN_RISK_NOT_ASSESSED
                    protection.risk.returnRisk.level                     | "NOT_ASSESSED"                                     | protection.risk.returnRisk RETURN_RISK_NOT_ASSESSED
                    protection.risk                                      |                                                    | protection.risk RISK_BLOCK_MISSING, protection.risk.returnRisk RETURN_RISK_NOT_ASSESSED
                    """)
    void aReturnThatLacksSomethingDoesNotGo(String path, @Nullable String json, String breaches) {
        VictimReferral lacking = edited(referral(VictimReferral.VOLUNTARY_RETURN), path, json);

        assertRefused(lacking, about(), breaches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    protection.risk.returnRisk.level                             | "HIGH"         | protection.risk.returnRisk CHILD_RETURN_RISK_HIGH
                    protection.person.guardian                                   |                | protection.person.guardian CHILD_RETURN_NEEDS_GUARDIAN
                    protection.voluntaryReturn.bestInterests                     |                | protection.voluntaryReturn.bestInterests CHILD_ASSESSMENT_MISSING
                    protection.voluntaryReturn.bestInterests.risk                | "NOT_ASSESSED" | protection.voluntaryReturn.bestInterests CHILD_ASSESSMENT_MISSING
                    protection.voluntaryReturn.bestInterests.risk                | "HIGH"         | protection.voluntaryReturn.bestInterests.risk CHILD_RETURN_RISK_HIGH
                    protection.voluntaryReturn.bestInterests.inBestInterests     | "NO"           | protection.voluntaryReturn.bestInterests.inBestInterests RETURN_NOT_IN_BEST_INTERESTS
                    protection.voluntaryReturn.bestInterests.inBestInterests     | "UNKNOWN"      | protection.voluntaryReturn.bestInterests.inBestInterests RETURN_NOT_IN_BEST_INTERESTS
                    protection.voluntaryReturn.bestInterests.authority           | ""             | protection.voluntaryReturn.bestInterests.authority REQUIRED
                    """)
    void aChildIsNotReturnedIntoDangerNorWithoutAnAssessment(String path, @Nullable String json, String breaches) {
        VictimReferral lacking = edited(child(VictimReferral.VOLUNTARY_RETURN), path, json);

        assertRefused(lacking, about().child(ChildInvolved.YES), breaches);
    }

    @Test
    void aPersonWhoseAgeIsInDoubtIsReturnedAsAChildOrNotAtAll() {
        VictimReferral disputed = edited(
                edited(referral(VictimReferral.VOLUNTARY_RETURN), "protection.person.majority", "\"DISPUTED\""),
                "protection.voluntaryReturn.bestInterests",
                null);

        assertRefused(
                disputed,
                about().child(ChildInvolved.SUSPECTED),
                "protection.person.guardian CHILD_RETURN_NEEDS_GUARDIAN, "
                        + "protection.voluntaryReturn.bestInterests CHILD_ASSESSMENT_MISSING");
        assertThat(blocking(check(young("identity.identity.birthDate", "\"2009\""), about(), GT)))
                .extracting(Breach::code)
                .contains(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RETURN_NEEDS_GUARDIAN);
    }

    @Test
    void anAdultMayChooseADangerousReturnThatWasAssessedButNotForAChildThatTravelsAlong() {
        VictimReferral dangerous =
                edited(referral(VictimReferral.VOLUNTARY_RETURN), "protection.risk.returnRisk.level", "\"HIGH\"");

        assertThat(check(dangerous, about(), GT)).isEmpty();
        assertRefused(dangerous, about().child(ChildInvolved.YES), "protection.risk.returnRisk CHILD_RETURN_RISK_HIGH");
    }

    @Test
    void noOtherBasisStandsForTheStatementOfThePerson() {
        VictimReferral overridden = edited(
                edited(
                        edited(
                                referral(VictimReferral.VOLUNTARY_RETURN),
                                "protection.consent.legalBasis",
                                "\"LEGAL_OBLIGATION\""),
                        "protection.consent.overrideReason",
                        "\"Ordered\""),
                "protection.voluntaryReturn.statement",
                null);

        assertRefused(overridden, about(), "protection.voluntaryReturn.statement STATEMENT_MISSING");
    }

    @Test
    void whatOnlyAReturnNeedsStandsInTheWayOfNoOtherKind() {
        for (String kind : KINDS.split(", ", -1)) {
            VictimReferral bare = edited(
                    edited(edited(referral(kind), "protection.voluntaryReturn", null), "protection.receptionBy", null),
                    "protection.legalProceedings",
                    null);

            assertThat(blocking(check(bare, about(), GT)).isEmpty())
                    .as(kind)
                    .isEqualTo(!kind.equals(VictimReferral.VOLUNTARY_RETURN));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONTINUED_CARE    | alert.servicesRequested              | []             | alert.servicesRequested REQUIRED
                    CONTINUED_CARE    | alert.referralKind                   | "KIND_OF_2031" | alert.referralKind NOT_IN_LIST
                    CONTINUED_CARE    | alert.referralKind                   | ""             | alert.referralKind REQUIRED
                    CONTINUED_CARE    | alert.servicesGiven                  | ["Massage"]    | alert.servicesGiven[0] NOT_IN_LIST
                    CONTINUED_CARE    | alert.language.languages             | []             | alert.language.languages REQUIRED
                    CONTINUED_CARE    | protection                           |                | protection REQUIRED
                    CONTINUED_CARE    | protection.consent                   |                | protection.consent CONSENT_MISSING
                    CONTINUED_CARE    | protection.consent.answers.ASSISTANCE| "NO"           | protection.consent.answers.ASSISTANCE CONSENT_NOT_GIVEN
                    CONTINUED_CARE    | protection.risk                      |                | protection.risk RISK_BLOCK_MISSING
                    CONTINUED_CARE    | protection.risk.retaliationRisk      |                | protection.risk.retaliationRisk RISK_INCOMPLETE
                    CONTINUED_CARE    | protection.contactWithConsulateWanted| "NO"           | protection.contactWithConsulateWanted CONSULATE_NOT_WANTED
                    CONTINUED_CARE    | protection.supportPlan.until         | "2026-11-01"   | protection.supportPlan.until ENDS_BEFORE_IT_BEGINS
                    CONTINUED_CARE    | identity.travel.latest               | "2026-11-01"   | identity.travel.latest ENDS_BEFORE_IT_BEGINS
                    CONTINUED_CARE    | identity.travel.to                   | "Guatemala"    | identity.travel.to NOT_IN_LIST
                    FAMILY_TRACING    | protection.consent.answers.FAMILY_CONTACT | "NOT_ASKED" | protection.consent.answers.FAMILY_CONTACT CONSENT_NOT_GIVEN
                    TESTIMONY_SUPPORT | protection.consent.answers.COURT_USE | "NO"           | protection.consent.answers.COURT_USE CONSENT_NOT_GIVEN
                    TESTIMONY_SUPPORT | protection.risk.testimonyRisk.level  | "NOT_ASSESSED" | protection.risk.testimonyRisk TESTIMONY_RISK_NOT_ASSESSED
                    """)
    void everyKindHasItsConditions(String kind, String path, @Nullable String json, String breaches) {
        assertRefused(edited(referral(kind), path, json), about(), breaches);
    }

    @Test
    void noFamilyIsLookedForThatMustNotBeContacted() {
        AboutBuilder about = about().handling(victims(Caveat.NO_FAMILY_CONTACT));

        assertRefused(referral(VictimReferral.FAMILY_TRACING), about, "alert.referralKind FAMILY_CONTACT_REFUSED");
        assertRefused(
                edited(
                        referral(VictimReferral.CONTINUED_CARE),
                        "alert.servicesRequested",
                        "[{\"service\":\"FAMILY_TRACING\",\"urgency\":\"NORMAL\"}]"),
                about,
                "alert.servicesRequested[0].service FAMILY_CONTACT_REFUSED");
        assertThat(check(
                        edited(
                                referral(VictimReferral.FAMILY_TRACING),
                                "protection.risk.fromWhom",
                                "[\"TRAFFICKER\",\"FAMILY\"]"),
                        about(),
                        GT))
                .containsExactly(new Breach("protection.risk.fromWhom", BreachCode.FAMILY_MAY_HARM, List.of()));
    }

    @Test
    void theStateOfOriginIsKeptOutOfAReferralAsOfARequest() {
        assertRefused(
                referral(VictimReferral.VOLUNTARY_RETURN),
                about().handling(victims(Caveat.NO_CONSULAR_CONTACT)),
                "recipients RECIPIENT_IS_STATE_OF_ORIGIN");
        assertRefused(
                referral(VictimReferral.CONTINUED_CARE),
                about().handling(victims(Caveat.exclude("GT"))),
                "recipients RECIPIENT_EXCLUDED");
    }

    @Test
    void onlyWhoeverMayBeTheStateOfOriginIsAMatterOfTheConsulate() {
        VictimReferral unwanted =
                edited(referral(VictimReferral.CONTINUED_CARE), "protection.contactWithConsulateWanted", "\"NO\"");

        assertThat(check(unwanted, about(), MX)).isEmpty();
        assertThat(check(edited(unwanted, "protection.person.citizenship", null), about().countries(List.of()), MX))
                .extracting(Breach::code)
                .containsExactly(BreachCode.CONSULATE_NOT_WANTED);
    }

    @Test
    void aReferralIsForTheProtectionOfThePersonOnly() {
        assertThat(check(
                        referral(VictimReferral.CONTINUED_CARE),
                        about().handling(org.enlace.handling.Handling.UNMARKED),
                        GT))
                .extracting(Breach::code)
                .contains(BreachCode.VICTIM_PROTECTION_ONLY_MISSING);
    }

    @Test
    void whatMustNotBeSentIsNotTakenOnEither() {
        VictimReferral whole = referral(VictimReferral.VOLUNTARY_RETURN);
        VictimReferral hostile = edited(whole, "protection.voluntaryReturn.statement", null);

        assertThat(ReferralRules.against(whole, about().build(), Samples.NOON)).isEmpty();
        assertThat(ReferralRules.against(hostile, about().build(), Samples.NOON))
                .containsExactly(
                        new Breach("protection.voluntaryReturn.statement", BreachCode.STATEMENT_MISSING, List.of()));
        assertThat(ReferralRules.against(edited(whole, "protection", null), about().build(), Samples.NOON))
                .isNotEmpty();
    }

    private static void assertRefused(VictimReferral referral, AboutBuilder about, String breaches) {
        assertThat(blocking(check(referral, about, GT)))
                .extracting(breach -> breach.field() + " " + breach.code())
                .containsExactlyInAnyOrder(breaches.split(", ", -1));
    }

    private static VictimReferral young(String path, String json) {
        return edited(referral(VictimReferral.VOLUNTARY_RETURN), path, json);
    }

    private static VictimReferral child(String kind) {
        return edited(
                edited(
                        edited(referral(kind), "protection.person.majority", "\"MINOR\""),
                        "protection.person.ageBand",
                        "\"9-17\""),
                "protection.person.guardian",
                "\"Procuraduría de la Niñez\"");
    }

    private static AboutBuilder about() {
        return AboutBuilder.of(MessageType.VICTIM_REFERRAL);
    }
}
