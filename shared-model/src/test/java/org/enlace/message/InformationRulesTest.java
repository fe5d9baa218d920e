package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.MX;
import static org.enlace.message.Checks.check;

import java.time.Instant;
import java.util.List;
import org.enlace.lifecycle.Urgency;
import org.enlace.person.Identity;
import org.enlace.person.PartialDate;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A question gives its reasons, and an answer says no more and no less than its kind means.
class InformationRulesTest {

    @Test
    void nothingStandsInTheWayOfAReasonedQuestionAndItsAnswer() {
        assertThat(check(Samples.question(), asking(), MX)).isEmpty();
        assertThat(check(Samples.answer(), answering(), MX)).isEmpty();
    }

    @Test
    void aQuestionWithoutItsReasonsDoesNotGoAndAllOfThemAreNamedAtOnce() {
        InformationRequest bare = new InformationRequest(
                new InformationRequest.RequestPart(List.of(), null, "", " ", "", "", List.of(), null), null, null);

        assertThat(fields(check(
                        bare,
                        asking().purpose(List.of()).urgency(Urgency.ROUTINE).child(ChildInvolved.NO),
                        MX)))
                .containsExactlyInAnyOrder(
                        "request.questions REQUIRED",
                        "request.neededFor REQUIRED",
                        "request.linkOfPersonToPurpose REQUIRED",
                        "request.whyThere REQUIRED",
                        "request.knownFacts REQUIRED",
                        "request.willBeUsedFor REQUIRED",
                        "about.purpose REQUIRED",
                        "about.urgency ROUTINE_OWES_NO_ANSWER");
    }

    @Test
    void codesOfAQuestionAreInTheLists() {
        InformationRequest odd = asks("GOSSIP", List.of("MIGRATION_CONTROL"), null);

        assertThat(fields(check(odd, asking(), MX)))
                .containsExactlyInAnyOrder(
                        "request.questions[0].kind NOT_IN_LIST", "request.willBeUsedFor[0] NOT_IN_LIST");
    }

    @Test
    void evidenceForACourtShouldNameTheRequestForLegalAssistance() {
        List<Breach> breaches = check(asks("VEHICLE", List.of("COURT"), null), asking(), MX);

        assertThat(fields(breaches)).containsExactly("request.mlaRef MLA_REFERENCE_MISSING");
        assertThat(SendingRules.maySend(breaches)).isTrue();
        assertThat(check(asks("VEHICLE", List.of("COURT"), "AJ 12/2026"), asking(), MX))
                .isEmpty();
    }

    @Test
    void aChildInTheSealedPartRaisesTheUrgencyOfQuestionAndAnswer() {
        Persons child = new Persons(
                List.of(new Identity(null, Sensitive.of("Ana"), Sensitive.of(new PartialDate("2012")), List.of())));

        assertThat(fields(check(
                        new InformationRequest(Samples.question().request(), null, child),
                        asking().urgency(Urgency.NORMAL).child(ChildInvolved.NO),
                        MX)))
                .containsExactlyInAnyOrder(
                        "about.childInvolved CHILD_NOT_DECLARED", "about.urgency CHILD_RAISES_URGENCY");
        assertThat(fields(check(
                        new InformationResponse(Samples.answer().answer(), null, child),
                        answering().urgency(Urgency.NORMAL).child(ChildInvolved.NO),
                        MX)))
                .containsExactlyInAnyOrder(
                        "about.childInvolved CHILD_NOT_DECLARED", "about.urgency CHILD_RAISES_URGENCY");
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, answer.found",
        "PARTIAL, answer.found answer.missing",
        "INTERIM, answer.found",
        "NEGATIVE, answer.searched",
        "REFUSED, answer.ground",
        "NEEDS_INFO, answer.question",
        "FORWARDED, answer.forwarded.to"
    })
    void anAnswerSaysWhatItsKindMeans(String kind, String missing) {
        InformationResponse empty = new InformationResponse(answer(kind, null, null, null), null, null);

        assertThat(check(empty, answering(), MX))
                .allSatisfy(breach -> assertThat(breach.code()).isEqualTo(BreachCode.REQUIRED))
                .extracting(Breach::field)
                .containsExactlyInAnyOrder(missing.split(" "));
    }

    @Test
    void whoIsNotCompetentSaysWhoIs() {
        assertThat(fields(check(
                        new InformationResponse(answer("REFUSED", null, "NOT_COMPETENT", null), null, null),
                        answering(),
                        MX)))
                .containsExactly("answer.competent REQUIRED");
        assertThat(check(
                        new InformationResponse(answer("REFUSED", null, "NOT_COMPETENT", "Fiscalía"), null, null),
                        answering(),
                        MX))
                .isEmpty();
        assertThat(check(
                        new InformationResponse(answer("REFUSED", null, "DISPROPORTIONATE", null), null, null),
                        answering(),
                        MX))
                .isEmpty();
    }

    @Test
    void anAnswerDoesNotContradictItself() {
        InformationResponse nothingAndYetMuch = Samples.answering(new InformationResponse.AnswerPart(
                "NEGATIVE",
                "She left",
                "The flight",
                Samples.NOON.plusSeconds(60),
                "Border records",
                "NOT_AVAILABLE",
                "Fiscalía",
                "Which one?",
                new InformationResponse.Forwarded("Unit 4", true)));

        assertThat(check(nothingAndYetMuch, answering(), MX))
                .allSatisfy(breach -> {
                    assertThat(breach.code()).isEqualTo(BreachCode.NOT_WITH_THIS_ANSWER);
                    assertThat(breach.arguments()).containsExactly("NEGATIVE");
                })
                .extracting(Breach::field)
                .containsExactlyInAnyOrder(
                        "answer.found",
                        "answer.missing",
                        "answer.nextBy",
                        "answer.ground",
                        "answer.competent",
                        "answer.question",
                        "answer.forwarded",
                        "identity",
                        "police");
    }

    @Test
    void anAnswerNamesItsRequestAndPromisesNothingForYesterday() {
        InformationResponse late = new InformationResponse(
                new InformationResponse.AnswerPart(
                        "INTERIM", "So far nothing", null, Samples.NOON, null, null, null, null, null),
                null,
                null);

        assertThat(fields(check(late, answering().inReplyTo(null), MX)))
                .containsExactlyInAnyOrder("about.inReplyTo REQUIRED", "answer.nextBy DEADLINE_PASSED");
    }

    @Test
    void anAnswerIsAsUrgentAsItsRequestWithoutSayingWhy() {
        assertThat(check(Samples.answer(), answering().urgencyReason(null), MX)).isEmpty();
        assertThat(fields(check(Samples.question(), asking().urgencyReason(null), MX)))
                .containsExactly("about.urgencyReason REQUIRED");
    }

    @Test
    void aKindOfAnswerThatWeDoNotKnowIsLetInAndNotSent() {
        InformationResponse newer = new InformationResponse(answer("UNDER_SEAL", "…", null, null), null, null);

        assertThat(fields(check(newer, answering(), MX))).containsExactly("answer.kind NOT_IN_LIST");
        assertThat(ReceivingRules.mayBeShown(newer, answering().build(), List.of(MX), Samples.NOON))
                .isTrue();
        assertThat(AnswerKind.of("UNDER_SEAL")).isEmpty();
    }

    @Test
    void wordsThatHideSomethingAreNotShownInAnyPart() {
        String hidden = "Nothing\u202Eelse";
        Particulars words =
                new Particulars(List.of(), List.of(), List.of(), List.of(), List.of(), Sensitive.of(hidden));

        assertThat(shown(new InformationResponse(answer("FULL", hidden, null, null), null, null)))
                .isFalse();
        assertThat(shown(new InformationResponse(answer("FULL", "She left", null, null), words, null)))
                .isFalse();
        assertThat(shown(new InformationRequest(Samples.question().request(), words, null)))
                .isFalse();
    }

    private static boolean shown(Message message) {
        Instant at = Samples.NOON;
        return ReceivingRules.mayBeShown(
                message, AboutBuilder.of(message.type()).build(), List.of(MX), at);
    }

    private static InformationRequest asks(String kind, List<String> use, @Nullable String mlaRef) {
        InformationRequest.RequestPart part = Samples.question().request();
        return new InformationRequest(
                new InformationRequest.RequestPart(
                        List.of(new InformationRequest.Question(kind, "Whose is it?")),
                        null,
                        part.neededFor(),
                        part.linkOfPersonToPurpose(),
                        part.whyThere(),
                        part.knownFacts(),
                        use,
                        mlaRef),
                null,
                null);
    }

    private static InformationResponse.AnswerPart answer(
            String kind, @Nullable String found, @Nullable String ground, @Nullable String competent) {
        return new InformationResponse.AnswerPart(kind, found, null, null, null, ground, competent, null, null);
    }

    private static AboutBuilder asking() {
        return AboutBuilder.of(MessageType.INFORMATION_REQUEST).child(ChildInvolved.YES);
    }

    private static AboutBuilder answering() {
        return AboutBuilder.of(MessageType.INFORMATION_RESPONSE).child(ChildInvolved.YES);
    }

    private static List<String> fields(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> breach.field() + " " + breach.code())
                .toList();
    }
}
