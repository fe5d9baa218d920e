package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.request;
import static org.enlace.message.Checks.withProtection;

import java.util.List;
import org.enlace.handling.Handling;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.RiskLevel;
import org.junit.jupiter.api.Test;

/// What may go and what may not, whatever the message is about.
class SendingRulesTest {
    @Test
    void nothingStandsInTheWayOfACompleteAlert() {
        assertThat(check(
                        Samples.alert(), AboutBuilder.of(MessageType.CASE_ALERT).child(ChildInvolved.YES), MX))
                .isEmpty();
    }

    @Test
    void nothingStandsInTheWayOfACompleteRequestForHelp() {
        assertThat(check(Samples.request(), request().child(ChildInvolved.YES), GT))
                .extracting(Breach::code)
                .containsOnly(BreachCode.GUARDIAN_REQUIRED);
    }

    @Test
    void nothingStandsInTheWayOfReportsAndStatus() {
        assertThat(check(Samples.modus(), AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT), MX))
                .isEmpty();
        assertThat(check(
                        Samples.route(3, new GeoPoint(-68.6412, -19.2731), "2026-05-12"),
                        AboutBuilder.of(MessageType.ROUTE_REPORT),
                        MX))
                .isEmpty();
        assertThat(check(
                        new Status(Samples.ID, StatusKind.ACKNOWLEDGED, Samples.NOON, "desk-2", null, null, null, null),
                        AboutBuilder.of(MessageType.STATUS),
                        MX))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        VictimAssistanceRequest bare = new VictimAssistanceRequest(
                new VictimAssistanceRequest.AlertPart(
                        "", "", List.of(), new org.enlace.person.LanguageNeed(List.of(), Answer.UNKNOWN, null)),
                Samples.protection(null, null, Answer.NO, null, List.of("GT")),
                null);

        List<Breach> breaches = check(bare, request().urgencyReason(null).handling(Handling.UNMARKED));

        assertThat(breaches)
                .extracting(breach -> breach.field() + " " + breach.code())
                .containsExactlyInAnyOrder(
                        "recipients NO_RECIPIENT",
                        "about.urgencyReason REQUIRED",
                        "about.handling.caveats VICTIM_PROTECTION_ONLY_MISSING",
                        "alert.host REQUIRED",
                        "alert.situation REQUIRED",
                        "alert.needs REQUIRED",
                        "alert.language.languages REQUIRED",
                        "protection.consent CONSENT_MISSING",
                        "protection.risk RISK_BLOCK_MISSING",
                        "protection.contactWithConsulateWanted CONSULATE_NOT_WANTED");
        assertThat(SendingRules.maySend(breaches)).isFalse();
    }

    @Test
    void nobodyIsTurnedAwayWithoutAGroundAndAnotherDoor() {
        Status declined = new Status(Samples.ID, StatusKind.DECLINED, Samples.NOON, "desk-2", null, null, null, null);

        assertThat(check(declined, AboutBuilder.of(MessageType.STATUS), MX))
                .extracting(Breach::field)
                .containsExactlyInAnyOrder("status.ground", "status.alternative");
    }

    @Test
    void ofFilesANoteSaysThatTheyAreThereOrMissingAndNothingElse() {
        Status here = Status.files(Samples.ID, Samples.NOON, "node", Status.FILES_HERE, "All have arrived.");
        Status other = Status.files(Samples.ID, Samples.NOON, "desk-2", "LOST", "Some are lost.");

        assertThat(check(here, AboutBuilder.of(MessageType.STATUS), MX)).isEmpty();
        assertThat(check(other, AboutBuilder.of(MessageType.STATUS), MX))
                .extracting(Breach::field)
                .containsExactly("status.files");
    }

    @Test
    void noBreachRepeatsWhatWasWritten() {
        VictimAssistanceRequest hostile = withProtection(Samples.protection(
                Samples.consent(ConsentAnswer.NO), Samples.risk(RiskLevel.LOW), Answer.NO, null, List.of("Quispe")));

        List<Breach> breaches = check(hostile, request().subject("Ana Quispe 4711"), GT);

        assertThat(breaches).isNotEmpty();
        assertThat(breaches.toString()).doesNotContain("Quispe").doesNotContain("4711");
    }
}
