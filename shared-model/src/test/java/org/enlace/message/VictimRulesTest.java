package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.adult;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.codes;
import static org.enlace.message.Checks.consent;
import static org.enlace.message.Checks.override;
import static org.enlace.message.Checks.request;
import static org.enlace.message.Checks.withTriple;
import static org.enlace.message.Checks.withoutIdentity;

import java.util.List;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.RiskBlock;
import org.enlace.person.RiskLevel;
import org.junit.jupiter.api.Test;

/// What a message about a victim, or a crime against one, must and need not say.
class VictimRulesTest {

    @Test
    void anElementThatIsNotEstablishedWarnsAndNeverBlocks() {
        CaseAlert bare = withTriple(List.of(), List.of(), List.of());

        List<Breach> breaches =
                check(bare, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.SUSPECTED), MX);

        assertThat(codes(breaches))
                .containsExactly(
                        BreachCode.ACT_NOT_ESTABLISHED,
                        BreachCode.MEANS_NOT_ESTABLISHED,
                        BreachCode.PURPOSE_NOT_ESTABLISHED);
        assertThat(SendingRules.maySend(breaches)).isTrue();
    }

    @Test
    void aChildNeedsNoMeans() {
        CaseAlert noMeans = withTriple(List.of("TRANSPORTATION"), List.of(), List.of("OTHER_SEXUAL"));

        assertThat(check(noMeans, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .isEmpty();
    }

    @Test
    void weSendOnlyCodesThatAreInOurLists() {
        CaseAlert odd = withTriple(List.of("RECRUITMENT", "ACT_OF_2031"), List.of("FRAUD"), List.of("OTHER"));

        assertThat(check(odd, AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .containsExactly(new Breach("alert.acts[1]", BreachCode.NOT_IN_LIST, List.of("palermo-act")));
    }

    @Test
    void aNoIsANoUnlessAnotherBasisCarriesItWithAReason() {
        assertThat(consent(Samples.consent(ConsentAnswer.NO))).containsExactly(BreachCode.CONSENT_NOT_GIVEN);
        assertThat(consent(Samples.consent(ConsentAnswer.NOT_ASKED))).containsExactly(BreachCode.CONSENT_NOT_GIVEN);
        assertThat(consent(override("VITAL_INTEREST", "Unconscious in hospital")))
                .isEmpty();
        assertThat(consent(override("VITAL_INTEREST", " "))).containsExactly(BreachCode.OVERRIDE_NEEDS_REASON);
        assertThat(consent(override(null, "Unconscious"))).containsExactly(BreachCode.OVERRIDE_NEEDS_LEGAL_BASIS);
        assertThat(consent(override("BECAUSE", "Unconscious"))).containsExactly(BreachCode.NOT_IN_LIST);
        assertThat(consent(override("BEST_INTERESTS_OF_CHILD", "Needs a guardian")))
                .containsExactly(BreachCode.OVERRIDE_ONLY_FOR_CHILD);
        assertThat(consent(null)).containsExactly(BreachCode.CONSENT_MISSING);
    }

    @Test
    void theHeaderPointsToTheConsentThatIsThere() {
        assertThat(codes(check(
                        adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.LOW), Answer.YES),
                        request().consentRef("consent-2"),
                        GT)))
                .containsExactly(BreachCode.CONSENT_REFERENCE_DIFFERS);
    }

    @Test
    void theConsulateIsToldOnlyIfThePersonWantsItOrAReasonIsGiven() {
        VictimAssistanceRequest unwanted =
                adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.LOW), Answer.UNKNOWN);
        assertThat(codes(check(unwanted, request(), GT))).containsExactly(BreachCode.CONSULATE_NOT_WANTED);

        VictimAssistanceRequest withReason = withoutIdentity(Samples.protection(
                Samples.consent(ConsentAnswer.YES),
                Samples.risk(RiskLevel.LOW),
                Answer.UNKNOWN,
                new VictimAssistanceRequest.ContactOverride("VITAL_INTEREST", "Unconscious"),
                List.of("GT")));
        assertThat(check(withReason, request(), GT)).isEmpty();

        VictimAssistanceRequest withoutReason = withoutIdentity(Samples.protection(
                Samples.consent(ConsentAnswer.YES),
                Samples.risk(RiskLevel.LOW),
                Answer.UNKNOWN,
                new VictimAssistanceRequest.ContactOverride("VITAL_INTEREST", ""),
                List.of("GT")));
        assertThat(codes(check(withoutReason, request(), GT))).containsExactly(BreachCode.OVERRIDE_NEEDS_REASON);
    }

    @Test
    void aRiskThatNobodyThoughtOfBlocksAndOneThatWasNotAssessedWarns() {
        RiskBlock full = Samples.risk(RiskLevel.LOW);
        RiskBlock forgotten = new RiskBlock(
                full.immediateDanger(), full.fromWhom(), null, full.testimonyRisk(), full.returnRisk(), null, null);

        assertThat(check(adult(Samples.consent(ConsentAnswer.YES), forgotten, Answer.YES), request(), GT))
                .containsExactly(new Breach("protection.risk.retaliationRisk", BreachCode.RISK_INCOMPLETE, List.of()));

        List<Breach> notAssessed = check(
                adult(Samples.consent(ConsentAnswer.YES), Samples.risk(RiskLevel.NOT_ASSESSED), Answer.YES),
                request(),
                GT);
        assertThat(codes(notAssessed)).containsExactly(BreachCode.RISK_NOT_ASSESSED);
        assertThat(SendingRules.maySend(notAssessed)).isTrue();
    }
}
