package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.blocking;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Edited.edited;

import java.util.List;
import java.util.stream.Collectors;
import org.enlace.handling.Handling;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about a message: that it was met with, and what it should say.
class ProposalRulesTest {
    @Test
    void whatIsCompleteMayGo() {
        assertThat(check(Samples.notSeen(), about(MessageType.CORROBORATION), GT))
                .isEmpty();
        assertThat(check(Samples.shouldSay(), about(MessageType.PROPOSAL), GT)).isEmpty();
        assertThat(check(Samples.itStays(), about(MessageType.PROPOSAL_DECISION), GT))
                .isEmpty();
        assertThat(check(ProposalDecision.acceptedBy(Samples.ID), about(MessageType.PROPOSAL_DECISION), GT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sighting.finding     | "HEARD_OF" | sighting.finding NOT_IN_LIST
                    sighting.period.to   | "2025"     | sighting.period.to ENDS_BEFORE_IT_BEGINS
                    sighting.note        | "\\u202e"   | sighting.note HIDDEN_CHARACTER
                    """)
    void aSightingNamesWhatWasFoundAndWhen(String path, String json, String breaches) {
        assertRefused(edited(Samples.notSeen(), path, json), about(MessageType.CORROBORATION), breaches);
    }

    @Test
    void aSightingSaysHowFarToBelieveItAndWhatItIsAbout() {
        Handling marked = Samples.handling(MessageType.CORROBORATION);
        Handling unmarked = new Handling(marked.code(), null, marked.tlp(), marked.pap(), null, marked.caveats());

        assertRefused(
                Samples.notSeen(),
                about(MessageType.CORROBORATION).handling(unmarked).inReplyTo(null),
                "about.handling.evaluation EVALUATION_REQUIRED, about.inReplyTo REQUIRED");
        assertThat(blocking(check(
                        Samples.notSeen(),
                        about(MessageType.CORROBORATION)
                                .urgency(Urgency.IMMEDIATE)
                                .urgencyReason(null),
                        GT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    proposal.items   | []                                                     | proposal.items REQUIRED, identity.values[0].item NOT_ASKED_FOR
                    proposal.items   | [{"part":"WHOLE","field":"/what","shouldBe":"x"}]      | proposal.items[0].part NOT_IN_LIST, proposal.items[0].shouldBe SEALED_IN_ITS_PART, identity.values[0].item NOT_ASKED_FOR
                    proposal.items   | [{"part":"ALERT","field":"/what"},{"part":"IDENTITY","field":"/a"}]  | proposal.items[0].shouldBe REQUIRED
                    proposal.items   | [{"part":"ALERT","field":"what","shouldBe":"x"},{"part":"IDENTITY","field":"/a"}] | proposal.items[0].field NOT_IN_LIST
                    proposal.items   | [{"part":"POLICE","field":"/a"},{"part":"IDENTITY","field":"/a"}] | proposal.items[0].shouldBe REQUIRED
                    proposal.items   | [{"part":"ALERT","field":"/a","shouldBe":"x"},{"part":"IDENTITY","field":"/a","shouldBe":"Name"}] | proposal.items[1].shouldBe SEALED_IN_ITS_PART
                    proposal.reason  | "BAD_DAY"                                              | proposal.reason NOT_IN_LIST
                    proposal.explanation | " "                                                    | proposal.explanation REQUIRED
                    identity.values  | [{"item":2,"shouldBe":" "}]                            | identity.values[0].shouldBe REQUIRED
                    identity.values  | [{"item":2,"shouldBe":"x"},{"item":2,"shouldBe":"y"}]  | identity.values[1].item NOT_ASKED_FOR
                    """)
    void aProposalSaysWhatShouldStandWhereAndNamesNobodyInTheOpen(String path, String json, String breaches) {
        assertRefused(edited(Samples.shouldSay(), path, json), about(MessageType.PROPOSAL), breaches);
    }

    @Test
    void aProposalIsOwedADecisionAndNoWiderMarkThanItsParts() {
        Handling wide = Samples.handling(MessageType.PROPOSAL);
        assertRefused(
                Samples.shouldSay(),
                about(MessageType.PROPOSAL)
                        .inReplyTo(null)
                        .urgency(Urgency.ROUTINE)
                        .handling(new Handling(wide.code(), null, Tlp.GREEN, wide.pap(), null, wide.caveats())),
                "about.handling.tlp MARKING_TOO_WIDE, about.inReplyTo REQUIRED, about.urgency ROUTINE_OWES_NO_ANSWER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"outcome":"PERHAPS"}                                                        | decision.outcome NOT_IN_LIST
                    {"outcome":"REJECTED"}                                                       | decision.ground REQUIRED
                    {"outcome":"REJECTED","ground":"BAD_DAY"}                                    | decision.ground NOT_IN_LIST
                    {"outcome":"REJECTED","ground":"OTHER"}                                      | decision.note REQUIRED
                    {"outcome":"REJECTED","ground":"OTHER","note":"Told on the phone"}           |
                    {"outcome":"ACCEPTED"}                                                       | decision.correction REQUIRED
                    {"outcome":"ACCEPTED","correction":"019aab12-0000-7000-8000-000000000001","ground":"OTHER","note":"x"} | decision.ground NOT_WITH_THIS_ANSWER
                    {"outcome":"REJECTED","correction":"019aab12-0000-7000-8000-000000000001","ground":"TOLD_OTHERWISE"}   | decision.correction NOT_WITH_THIS_ANSWER
                    """)
    void aDecisionNamesItsCorrectionOrItsGround(String decision, @Nullable String breaches) {
        assertRefused(edited(Samples.itStays(), "decision", decision), about(MessageType.PROPOSAL_DECISION), breaches);
    }

    @Test
    void onlyAKnownOutcomeEndsIt() {
        assertThat(Samples.itStays().ends()).isTrue();
        assertThat(ProposalDecision.acceptedBy(Samples.ID).ends()).isTrue();
        assertThat(edited(Samples.itStays(), "decision.outcome", "\"OF_2031\"").ends())
                .isFalse();
    }

    private static void assertRefused(Message message, AboutBuilder about, @Nullable String breaches) {
        assertThat(blocking(check(message, about, GT)).stream()
                        .map(breach -> breach.field() + " " + breach.code())
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(
                        breaches == null
                                ? ""
                                : List.of(breaches.split(", ", -1)).stream()
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }

    private static AboutBuilder about(MessageType type) {
        return AboutBuilder.of(type);
    }
}
