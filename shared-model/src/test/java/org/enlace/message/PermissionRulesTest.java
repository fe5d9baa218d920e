package org.enlace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.Checks.GT;
import static org.enlace.message.Checks.blocking;
import static org.enlace.message.Checks.check;
import static org.enlace.message.Edited.edited;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// May what another provided be used in court, or by somebody else; and what the provider says.
class PermissionRulesTest {

    @Test
    void aCompleteRequestAndItsDecisionMayGo() {
        assertThat(check(Samples.mayWeUse(), asking(), GT)).isEmpty();
        assertThat(check(Samples.youMay(), deciding(), GT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    request.use       | "RESALE"                                   | request.use NOT_IN_LIST
                    request.items     | []                                         | request.items REQUIRED
                    request.items     | [{"part":"MARGIN"}]                        | request.items[0].part NOT_IN_LIST
                    request.items     | [{"part":"ALERT","field":"what"}]          | request.items[0].field NOT_IN_LIST
                    request.items     | [{"part":"ALERT","field":"/a/../b"}]       | request.items[0].field NOT_IN_LIST
                    request.items     | [{"part":"WHOLE","field":"/what"}]         | request.items[0].field NOT_WITH_THIS_USE
                    request.items     | [{"part":"WHOLE"}]                         |
                    request.court     |                                            | request.court REQUIRED
                    request.court     | " "                                        | request.court REQUIRED
                    request.holder    | "Unit 4"                                   | request.holder NOT_WITH_THIS_USE
                    request.neededFor | ""                                         | request.neededFor REQUIRED
                    request.use       | "PASS_ON"                                  | request.court NOT_WITH_THIS_USE, request.holder REQUIRED
                    """)
    void aRequestThatLacksSomethingDoesNotGo(String path, @Nullable String json, @Nullable String breaches) {
        assertRefused(edited(Samples.mayWeUse(), path, json), asking(), breaches);
    }

    @Test
    void itIsAboutAMessageAndOwedAnAnswer() {
        assertRefused(
                Samples.mayWeUse(),
                asking().inReplyTo(null).urgency(Urgency.ROUTINE),
                "about.inReplyTo REQUIRED, about.urgency ROUTINE_OWES_NO_ANSWER");
        assertRefused(Samples.youMay(), deciding().inReplyTo(null), "about.inReplyTo REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                                                                                  |              | decision.verdicts REQUIRED
                    [{"item":1,"decision":"GRANTED"}]                                                   | "2026-11-22" |
                    [{"item":1,"decision":"GRANTED"}]                                                   |              | decision.until REQUIRED
                    [{"item":1,"decision":"GRANTED"}]                                                   | "2026-11-21" | decision.until DEADLINE_PASSED
                    [{"item":1,"decision":"GRANTED","conditions":"x","ground":"LANGUAGE"}]              | "2027-01-01" | decision.verdicts[0].conditions NOT_WITH_THIS_ANSWER, decision.verdicts[0].ground NOT_WITH_THIS_ANSWER
                    [{"item":1,"decision":"GRANTED_WITH_CONDITIONS"}]                                   | "2027-01-01" | decision.verdicts[0].conditions REQUIRED
                    [{"item":1,"decision":"REFUSED"}]                                                   |              | decision.verdicts[0].ground REQUIRED
                    [{"item":1,"decision":"REFUSED","ground":"BAD_DAY"}]                                |              | decision.verdicts[0].ground NOT_IN_LIST
                    [{"item":1,"decision":"REFUSED","ground":"LANGUAGE"}]                               | "2027-01-01" | decision.until NOT_WITH_THIS_ANSWER
                    [{"item":1,"decision":"PARTLY_GRANTED"}]                                            |              | decision.verdicts[0].decision NOT_IN_LIST
                    [{"item":1,"decision":"GRANTED"},{"item":1,"decision":"REFUSED","ground":"LANGUAGE"}] | "2027-01-01" | decision.verdicts[1].item NOT_ASKED_FOR
                    """)
    void aDecisionSaysForEachItemWhatItsKindDemands(
            String verdicts, @Nullable String until, @Nullable String breaches) {
        assertRefused(
                edited(edited(Samples.youMay(), "decision.verdicts", verdicts), "decision.until", until),
                deciding(),
                breaches);
    }

    @ParameterizedTest
    @CsvSource({
        "GRANTED, GRANTED, GRANTED, true",
        "GRANTED, GRANTED_WITH_CONDITIONS, GRANTED_WITH_CONDITIONS, true",
        "REFUSED, GRANTED, PARTLY_GRANTED, true",
        "REFUSED, GRANTED_WITH_CONDITIONS, PARTLY_GRANTED, true",
        "REFUSED, REFUSED, REFUSED, true",
        "GRANTED, OF_2031, OF_2031, false",
    })
    void allTogetherItIsGrantedInPartIfOnlySomeOfItIs(String first, String second, String outcome, boolean ends) {
        UsePermissionDecision decision = edited(
                Samples.youMay(),
                "decision.verdicts",
                "[{\"item\":1,\"decision\":\"" + first + "\"},{\"item\":2,\"decision\":\"" + second + "\"}]");

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.ends()).isEqualTo(ends);
    }

    @Test
    void nothingIsGrantedThatWasNotNamedNorAfterItsLastDay() {
        UsePermissionDecision.DecisionPart decision = Samples.youMay().decision();
        LocalDate last = Samples.TODAY.plusDays(180);

        assertThat(decision.grants(1, last)).isTrue();
        assertThat(decision.grants(2, last)).isTrue();
        assertThat(decision.grants(1, last.plusDays(1))).isFalse();
        assertThat(decision.grants(3, last)).isFalse();
        assertThat(decision.grants(4, last)).isFalse();
        assertThat(edited(Samples.youMay(), "decision.until", null).decision().grants(1, last))
                .isFalse();
        assertThat(edited(Samples.youMay(), "decision.verdicts", "[{\"item\":1,\"decision\":\"OF_2031\"}]")
                        .decision()
                        .grants(1, last))
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

    private static AboutBuilder asking() {
        return AboutBuilder.of(MessageType.USE_PERMISSION_REQUEST);
    }

    private static AboutBuilder deciding() {
        return AboutBuilder.of(MessageType.USE_PERMISSION_DECISION);
    }
}
