package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.US;
import static org.enlace.message.Checks.VE;
import static org.enlace.message.Checks.blocking;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.codes;
import static org.enlace.message.Checks.request;
import static org.enlace.message.Checks.victims;
import static org.enlace.message.Checks.withProtection;

import java.util.List;
import org.enlace.handling.Caveat;
import org.enlace.person.Answer;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may be addressed, and who is kept out.
class RecipientRulesTest {

    @Test
    void nobodyTwiceAndNotOneself() {
        assertThat(codes(check(Samples.modus(), AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT), MX, MX, US)))
                .containsExactly(BreachCode.RECIPIENT_TWICE, BreachCode.RECIPIENT_IS_SENDER);
    }

    @Test
    void onlyActiveMembersWithKeysWhoArePartners() {
        List<Breach> breaches = check(
                Samples.modus(),
                AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT),
                new NodeId("AR"),
                new NodeId("BO"),
                new NodeId("CL"),
                new NodeId("CO"));

        assertThat(breaches)
                .extracting(breach -> breach.code() + " " + breach.arguments())
                .containsExactly(
                        "RECIPIENT_UNKNOWN [AR]",
                        "RECIPIENT_NOT_ACTIVE [BO]",
                        "RECIPIENT_WITHOUT_KEYS [CL]",
                        "RECIPIENT_NOT_A_PARTNER [CO]");
    }

    @Test
    void aPersonWhoRefusesContactIsNeverMadeKnownToTheStateOfOrigin() {
        VictimAssistanceRequest venezuelan = withProtection(Samples.protection(
                Samples.consent(ConsentAnswer.NO), Samples.risk(RiskLevel.HIGH), Answer.NO, null, List.of("VE")));
        AboutBuilder about = request().child(ChildInvolved.YES).handling(victims(Caveat.NO_CONSULAR_CONTACT));

        assertThat(blocking(check(venezuelan, about, MX, VE)))
                .extracting(breach -> breach.code() + " " + breach.arguments())
                .contains("RECIPIENT_IS_STATE_OF_ORIGIN [VE]")
                .doesNotContain("RECIPIENT_IS_STATE_OF_ORIGIN [MX]");
        assertThat(blocking(check(venezuelan, about, MX))).isEmpty();
    }

    @Test
    void theStateOfOriginIsKeptOutOfAlertsTooAndMustThereforeBeNamed() {
        AboutBuilder about = AboutBuilder.of(MessageType.CASE_ALERT)
                .child(ChildInvolved.YES)
                .handling(Samples.handling(MessageType.CASE_ALERT), Caveat.NO_CONSULAR_CONTACT);

        assertThat(codes(check(Samples.alert(), about, VE))).containsExactly(BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN);
        assertThat(check(Samples.alert(), about.countries(List.of()), MX))
                .extracting(Breach::field)
                .containsExactly("about.countryRoles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXCLUDE(MX)", "EXCLUDE(MX:DUTY)"})
    void anExcludedAuthorityIsNotAddressed(String caveat) {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.parse(caveat));

        assertThat(codes(check(Samples.modus(), about, MX))).containsExactly(BreachCode.RECIPIENT_EXCLUDED);
        assertThat(check(Samples.modus(), about, GT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXCLUDE(mx)",
                "EXCLUDE(Mexico)",
                "EXCLUDE(MX:police)",
                "EXCLUDE(MX: POLICE)",
                "EXCLUDE(MX:PROSECUTOR)",
                "EXCLUDE(MX:)",
                "EXCLUDE(MX:DUTY:GT)",
                "EXCLUDE(XA)"
            })
    void anAuthorityThatNobodyKnowsCannotBeKeptOutInSilence(String caveat) {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.parse(caveat));

        List<Breach> breaches = check(Samples.modus(), about, MX);

        assertThat(codes(breaches)).containsExactly(BreachCode.AUTHORITY_UNKNOWN);
        assertThat(SendingRules.maySend(breaches)).isFalse();
    }

    @Test
    void anExcludedRoleIsNotAddressedAnywhere() {
        AboutBuilder about = AboutBuilder.of(MessageType.MODUS_OPERANDI_REPORT)
                .handling(Samples.handling(MessageType.MODUS_OPERANDI_REPORT), Caveat.exclude("DUTY"));

        assertThat(codes(check(Samples.modus(), about, MX))).containsExactly(BreachCode.ROLE_EXCLUDED);
    }
}
