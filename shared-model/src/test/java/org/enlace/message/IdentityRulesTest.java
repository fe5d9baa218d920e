package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.VE;
import static org.enlace.message.Checks.blocking;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Checks.victims;
import static org.enlace.message.Edited.edited;

import java.util.List;
import java.util.stream.Collectors;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Asking a state whose national a person is, and what it says.
class IdentityRulesTest {

    @Test
    void aCompleteQuestionAndItsAnswerMayGo() {
        assertThat(check(Samples.verification(), about(), GT)).isEmpty();
        assertThat(check(Samples.verified(), answering(), GT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alert.questions                                      | []               | alert.questions REQUIRED
                    alert.questions                                      | ["FAVOURITE"]    | alert.questions[0] NOT_IN_LIST
                    alert.neededFor                                  | " "              | alert.neededFor REQUIRED
                    identity                                         |                  | identity REQUIRED
                    identity.identity                                |                  | identity REQUIRED
                    protection                                       |                  | protection REQUIRED
                    protection.consent                               |                  | protection.consent CONSENT_MISSING
                    protection.risk                                  |                  | protection.risk RISK_BLOCK_MISSING
                    protection.consent.answers.SHARE_CONSULATE       | "NO"             | protection.consent.answers.SHARE_CONSULATE CONSENT_NOT_GIVEN
                    protection.contactWithConsulateWanted            | "UNKNOWN"        | protection.contactWithConsulateWanted CONSULATE_NOT_WANTED
                    protection.contactWithConsulateWanted            | "NO"             | protection.contactWithConsulateWanted CONTACT_REFUSED
                    protection.protectionClaimPending                | "YES"            | protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM
                    protection.protectionClaimPending                | "UNKNOWN"        | protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM
                    protection.person.protectionStatus               | "ASYLUM_SEEKER"  | protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM
                    protection.person.protectionStatus               | "REFUGEE"        | protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM
                    protection.person.protectionStatus               | "COMPLEMENTARY_PROTECTION" | protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM
                    """)
    void aQuestionThatLacksSomethingOrEndangersThePersonDoesNotGo(String path, @Nullable String json, String breaches) {
        assertRefused(edited(Samples.verification(), path, json), about(), breaches);
    }

    @Test
    void whoeverIsKnownByNothingThatCanBeLookedUpIsNotAskedAbout() {
        IdentityVerification nameless = edited(
                edited(
                        edited(Samples.verification(), "identity.identity.familyName", null),
                        "identity.identity.givenNames",
                        "\" \""),
                "identity.identity.documents",
                "[]");

        assertRefused(nameless, about(), "identity REQUIRED");
        assertThat(check(
                        edited(nameless, "identity.identity.documents", "[{\"kind\":\"PASSPORT\",\"number\":\"P1\"}]"),
                        about(),
                        GT))
                .isEmpty();
    }

    /// The header names another country of origin, or none: whoever is asked may be the one that the person fears.
    @ParameterizedTest
    @ValueSource(strings = {"NATIONALITY", "TRAVEL_DOCUMENT"})
    void askingIsContactWithWhoeverIsAskedWhateverTheHeaderSays(String asked) {
        IdentityVerification question = edited(Samples.verification(), "alert.questions", "[\"" + asked + "\"]");
        Handling noContact = victims(Caveat.NO_CONSULAR_CONTACT);

        for (NodeId recipient : List.of(GT, MX, VE)) {
            assertThat(blocking(check(question, about().handling(noContact), recipient)))
                    .as("%s", recipient)
                    .containsExactly(new Breach(
                            "recipients", BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN, List.of(recipient.value())));
        }
        assertThat(blocking(check(question, about().countries(List.of()).handling(noContact), GT)))
                .extracting(Breach::code)
                .containsExactly(BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN);
    }

    @Test
    void noOtherBasisOutweighsTheNoOfThePersonOrAnOpenClaim() {
        String override = "{\"legalBasis\":\"LEGAL_OBLIGATION\",\"reason\":\"Ordered\"}";
        IdentityVerification overridden = edited(
                edited(Samples.verification(), "protection.contactWithConsulateWanted", "\"NO\""),
                "protection.contactOverride",
                override);

        assertRefused(overridden, about(), "protection.contactWithConsulateWanted CONTACT_REFUSED");
        assertRefused(
                edited(
                        edited(Samples.verification(), "protection.protectionClaimPending", "\"YES\""),
                        "protection.contactOverride",
                        override),
                about(),
                "protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM");
        assertThat(check(
                        edited(
                                edited(Samples.verification(), "protection.contactWithConsulateWanted", "\"UNKNOWN\""),
                                "protection.contactOverride",
                                override),
                        about(),
                        GT))
                .isEmpty();
    }

    @Test
    void residenceAloneIsAskedOfAnotherStateThanTheOneThatThePersonFled() {
        IdentityVerification residence = edited(
                edited(
                        edited(Samples.verification(), "alert.questions", "[\"PERMANENT_RESIDENCE\"]"),
                        "protection.protectionClaimPending",
                        "\"YES\""),
                "protection.contactWithConsulateWanted",
                "\"NO\"");

        assertThat(check(residence, about().handling(victims(Caveat.NO_CONSULAR_CONTACT)), MX))
                .isEmpty();
        assertRefused(
                residence,
                about().handling(victims(Caveat.NO_CONSULAR_CONTACT)),
                VE,
                "recipients RECIPIENT_IS_STATE_OF_ORIGIN, "
                        + "protection.contactWithConsulateWanted CONTACT_REFUSED, "
                        + "protection.protectionClaimPending CONTACT_ENDANGERS_CLAIM");
    }

    @Test
    void itIsForProtectionAloneAndOwedAnAnswer() {
        assertRefused(
                Samples.verification(),
                about().handling(Handling.UNMARKED).urgency(Urgency.ROUTINE),
                "about.handling.caveats VICTIM_PROTECTION_ONLY_MISSING, about.urgency ROUTINE_OWES_NO_ANSWER");
        assertThat(blocking(check(Samples.verified(), answering().handling(Handling.UNMARKED), GT)))
                .extracting(Breach::code)
                .containsExactly(BreachCode.VICTIM_PROTECTION_ONLY_MISSING);
    }

    @Test
    void aChildRaisesTheUrgency() {
        IdentityVerification child = edited(
                edited(Samples.verification(), "protection.person.majority", "\"MINOR\""),
                "protection.person.guardian",
                "\"Procuraduría\"");

        assertThat(blocking(check(child, about().urgency(Urgency.NORMAL), GT)))
                .extracting(Breach::code)
                .containsExactlyInAnyOrder(BreachCode.CHILD_NOT_DECLARED, BreachCode.CHILD_RAISES_URGENCY);
        assertThat(check(child, about().child(ChildInvolved.YES), GT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"result":"NATIONAL"}                                                                   |
                    {"result":"NEITHER"}                                                                    |
                    {"result":"NOT_ESTABLISHED"}                                                            | answer.needed REQUIRED
                    {"result":"NOT_ESTABLISHED","needed":"Her parents"}                                     |
                    {"result":"REFUSED"}                                                                    | answer.ground REQUIRED
                    {"result":"REFUSED","ground":"BAD_DAY"}                                                 | answer.ground NOT_IN_LIST
                    {"result":"REFUSED","ground":"NOT_COMPETENT"}                                           | answer.competent REQUIRED
                    {"result":"REFUSED","ground":"NOT_COMPETENT","competent":"Registro Civil"}              |
                    {"result":"NATIONAL","needed":"x","ground":"LANGUAGE","competent":"y"}                  | answer.competent NOT_WITH_THIS_ANSWER, answer.ground NOT_WITH_THIS_ANSWER, answer.needed NOT_WITH_THIS_ANSWER
                    {"result":"NEITHER","travelDocument":{"state":"NOT_ISSUED","why":"No"}}                 | answer.travelDocument NOT_WITH_THIS_ANSWER
                    {"result":"NATIONAL","travelDocument":{"state":"ISSUED"}}                               | answer.travelDocument.kind REQUIRED, answer.travelDocument.validUntil REQUIRED
                    {"result":"NATIONAL","travelDocument":{"state":"ISSUED","kind":"PASSPORT","validUntil":"2026-11-21"}} | answer.travelDocument.validUntil DEADLINE_PASSED
                    {"result":"PERMANENT_RESIDENT","travelDocument":{"state":"ISSUED","kind":"PASSPORT","validUntil":"2027-11-21"}} |
                    {"result":"NATIONAL","travelDocument":{"state":"WILL_BE_ISSUED"}}                       | answer.travelDocument.by REQUIRED
                    {"result":"NATIONAL","travelDocument":{"state":"WILL_BE_ISSUED","by":"2026-11-30"}}     |
                    {"result":"NATIONAL","travelDocument":{"state":"NOT_ISSUED"}}                           | answer.travelDocument.why REQUIRED
                    {"result":"NATIONAL","travelDocument":{"state":"NOT_ISSUED","why":"x","by":"2026-11-30","kind":"PASSPORT"}} | answer.travelDocument.by NOT_WITH_THIS_ANSWER, answer.travelDocument.kind NOT_WITH_THIS_ANSWER
                    {"result":"MAYBE"}                                                                      | answer.result NOT_IN_LIST
                    """)
    void anAnswerSaysWhatItsKindDemandsAndNothingElse(String json, @Nullable String breaches) {
        assertRefused(edited(Samples.verified(), "answer", json), answering(), breaches == null ? "" : breaches);
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL, , true",
        "PERMANENT_RESIDENT, , true",
        "NEITHER, , true",
        "REFUSED, , true",
        "NOT_ESTABLISHED, , false",
        "NATIONAL, WILL_BE_ISSUED, false",
        "NATIONAL, NOT_ISSUED, true",
        "NATIONAL, ISSUED, true",
        "OF_2031, , false",
    })
    void aDocumentThatIsStillToComeKeepsTheQuestionOpen(String result, @Nullable String document, boolean ends) {
        String with = document == null ? "" : ",\"travelDocument\":{\"state\":\"" + document + "\"}";
        Reply answer = edited(Samples.verified(), "answer", "{\"result\":\"" + result + "\"" + with + "}");

        assertThat(answer.ends()).isEqualTo(ends);
        assertThat(answer.outcome()).isEqualTo(result);
        assertThat(answer.asked()).isEqualTo(MessageType.IDENTITY_VERIFICATION);
    }

    @Test
    void anAnswerWithoutAQuestionDoesNotGo() {
        assertThat(blocking(check(Samples.verified(), answering().inReplyTo(null), GT)))
                .extracting(Breach::field)
                .containsExactly("about.inReplyTo");
    }

    @Test
    void whatIsHiddenInASealedWordIsNotShown() {
        IdentityVerification hostile = edited(Samples.verification(), "identity.known", "\"Born in \\u202e\"");

        assertThat(ReceivingRules.mayBeShown(hostile, about().build(), List.of(GT), Samples.NOON))
                .isFalse();
        assertThat(ReceivingRules.mayBeShown(Samples.verification(), about().build(), List.of(GT), Samples.NOON))
                .isTrue();
    }

    private static void assertRefused(Message message, AboutBuilder about, String breaches) {
        assertRefused(message, about, GT, breaches);
    }

    private static void assertRefused(Message message, AboutBuilder about, NodeId to, String breaches) {
        assertThat(blocking(check(message, about, to)).stream()
                        .map(breach -> breach.field() + " " + breach.code())
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(List.of(breaches.split(", ", -1)).stream().sorted().collect(Collectors.joining(", ")));
    }

    private static AboutBuilder about() {
        return AboutBuilder.of(MessageType.IDENTITY_VERIFICATION);
    }

    private static AboutBuilder answering() {
        return AboutBuilder.of(MessageType.IDENTITY_VERIFICATION_ANSWER);
    }
}
