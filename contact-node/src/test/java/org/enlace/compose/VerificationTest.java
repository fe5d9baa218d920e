package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.Nationality.FAMILY;
import static org.enlace.compose.Nationality.KNOWN;
import static org.enlace.compose.Nationality.question;
import static org.enlace.compose.Nationality.said;
import static org.enlace.compose.Nationality.waiting;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.handling.Handling;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.IdentityVerification;
import org.enlace.message.InformationResponse;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NotAsked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// One state asks another whose national a person is, and is answered.
class VerificationTest {
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static int cases;

    private CaseReference reference = new CaseReference("MX-2026-AAAAAA");

    @BeforeEach
    void anotherCase() {
        reference = new CaseReference("MX-2026-%06d".formatted(++cases));
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aConsulAsksFromTheFormAndWhoThePersonIsTravelsApart() {
        var draft = Written.begun(node.browser(Role.CONSULAR), MessageType.IDENTITY_VERIFICATION)
                .to("MX")
                .type("questions", "NATIONALITY")
                .type("neededFor", "She has no document")
                .type("host", "GT")
                .type("situation", "SHELTER")
                .type("personLanguage", "tzh")
                .type("consulateWanted", "NO")
                .type("protectionClaimPending", "UNKNOWN")
                .type("consent.ASSISTANCE", "YES")
                .type("consent.SHARE_CONSULATE", "YES")
                .type("whoConsented", "INDIVIDUAL")
                .type("consentDate", "2026-11-20")
                .type("consentLanguage", "tzh")
                .type("immediateDanger", "LOW")
                .type("retaliationRisk", "LOW")
                .type("testimonyRisk", "LOW")
                .type("returnRisk", "LOW")
                .type("ageBand", "21-23")
                .type("majority", "ADULT")
                .type("traffickingStatus", "PossibleVictimOfTrafficking")
                .type("urgency", "IMMEDIATE")
                .type("urgencyReason", "She is to be moved tonight")
                .type("child", "NO")
                .type("subject", "Nationality of a woman")
                .type("handling", "H1")
                .type("tlp", "AMBER+STRICT")
                .type("pap", "AMBER")
                .type("caveat", "VICTIM_PROTECTION_ONLY");
        var refused = draft.press("send");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"consulateWanted-error\"", "The person refuses contact with that state")
                .contains("id=\"protectionClaimPending-error\"", "The state that the person may have fled from")
                .contains("href=\"#identity\"", "Give at least a name or a document")
                .doesNotContain("name=\"address\"", "name=\"legalProceedings\"");

        var sent = draft.type("consulateWanted", "YES")
                .type("protectionClaimPending", "NO")
                .type("family", FAMILY)
                .type("known", KNOWN)
                .press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var read = node.readBy(MX, ours(sent.headers().firstValue("Location").orElseThrow()));
        assertThat(read.message()).isInstanceOfSatisfying(IdentityVerification.class, question -> {
            assertThat(question.alert().questions()).containsExactly("NATIONALITY");
            assertThat(question.identity()).isNotNull();
        });
        assertThat(read.header().about().handling()).isEqualTo(Handling.DEFAULT_VICTIM);
        assertThat(node.browser(Role.DUTY).get("/assistance").body())
                .contains("Identity verification: Nationality")
                .doesNotContain(FAMILY);
    }

    @Test
    void theStateThatThePersonFearsIsAskedByNoPath() {
        var answer = client.refused(MessageType.IDENTITY_VERIFICATION, body -> {
            body.putArray("countryRoles").addObject().put("country", "SV").put("part", "ORIGIN");
            var handling = body.putObject("handling");
            handling.put("code", "H1").put("tlp", "AMBER+STRICT").put("pap", "AMBER");
            handling.putArray("caveats").add("VICTIM_PROTECTION_ONLY").add("NO_CONSULAR_CONTACT");
            var protection = body.withObject("/content/protection");
            protection.put("contactWithConsulateWanted", "NO").put("protectionClaimPending", "YES");
            protection
                    .putObject("contactOverride")
                    .put("legalBasis", "LEGAL_OBLIGATION")
                    .put("reason", "Ordered");
        });

        assertError(answer, "/recipients", "RECIPIENT_IS_STATE_OF_ORIGIN");
        assertError(answer, "/content/protection/contactWithConsulateWanted", "CONTACT_REFUSED");
        assertError(answer, "/content/protection/protectionClaimPending", "CONTACT_ENDANGERS_CLAIM");
        assertThat(answer.body()).contains("and Mexico may be that state").doesNotContain(FAMILY);
    }

    @Test
    void whoThePersonIsOpensAfterAcceptanceToThoseWhoCareAndTheClockRunsThreeDays() {
        var question = asked(Urgency.NORMAL);
        var consul = node.program(Role.CONSULAR);

        assertThat(persons(Role.CONSULAR, question))
                .contains("\"IDENTITY\":\"NOT_YET\"")
                .doesNotContain(FAMILY, KNOWN);
        assertThat(node.browser(Role.INVESTIGATOR).get("/cases/" + reference).statusCode())
                .isEqualTo(404);
        assertThat(node.browser(Role.DUTY).get("/cases/" + reference).body())
                .contains("Identity verification: Nationality, Right of permanent residence, Travel document")
                .contains("She wishes to return and has no document.")
                .doesNotContain(FAMILY, KNOWN, ">Answer<");
        assertThat(node.browser(Role.CONSULAR).get("/cases/" + reference).body())
                .contains(">Answer<");
        assertThat(due(question))
                .isEqualTo(Timestamp.from(node.clock().instant().plus(Duration.ofDays(3))));

        accepted(question);

        assertThat(consul.get("/api/v1/messages/" + question + "?persons=true").body())
                .contains(FAMILY, KNOWN);
        for (var role : List.of(Role.DUTY, Role.SUPERVISOR)) {
            assertThat(persons(role, question)).as("%s", role).doesNotContain(FAMILY, KNOWN);
        }
    }

    @Test
    void nobodySaysWhoIsANationalWithoutHavingSeenWhoIsMeant() {
        var question = asked(Urgency.URGENT);

        var answer = client.refused(
                Role.CONSULAR,
                body(question, said -> said.put("result", "NEITHER").remove("travelDocument")));
        assertError(answer, "/content/answer/result", "NOT_YET_ACCEPTED");

        assertThat(answers(question, said -> {
                            said.put("result", "REFUSED")
                                    .put("ground", "NOT_COMPETENT")
                                    .put("competent", "Registro Civil");
                            said.remove("travelDocument");
                        })
                        .statusCode())
                .isEqualTo(201);
        assertThat(item(question).get("STATE")).isEqualTo("COMPLETED");
        assertThat(persons(Role.CONSULAR, question)).doesNotContain(FAMILY, KNOWN);
    }

    @Test
    void aDocumentThatIsStillToComeKeepsTheQuestionOpenUntilItIsThere() {
        var question = asked(Urgency.NORMAL);
        accepted(question);
        var draft = Written.replying(node.browser(Role.CASE_WORKER), MessageType.IDENTITY_VERIFICATION_ANSWER, question)
                .type("result", "NATIONAL")
                .type("urgency", "IMMEDIATE")
                .type("urgencyReason", "She is to be moved tonight")
                .type("child", "NO")
                .type("subject", "Nationality of a woman")
                .type("handling", "H1")
                .type("tlp", "AMBER+STRICT")
                .type("pap", "AMBER")
                .type("caveat", "VICTIM_PROTECTION_ONLY");
        assertThat(draft.press("send").body())
                .contains("id=\"documentState-error\"", "They asked for a travel document");
        draft.type("documentState", "WILL_BE_ISSUED");
        assertThat(draft.press("send").body()).contains("id=\"documentBy-error\"");

        var sent = draft.type("documentBy", "2027-01-15").press("send");

        assertThat(sent.headers().firstValue("Location")).contains("/cases/" + reference);
        assertThat(item(question).get("WAITS")).isEqualTo(true);
        var page = "/cases/" + reference + "?message=" + question;
        assertThat(node.browser(Role.CONSULAR).get(page).body())
                .contains("So far: National of the state that answers")
                .contains("Answer: National of the state that answers");

        assertThat(answers(question, _ -> {}).statusCode()).isEqualTo(201);

        assertThat(item(question).get("WAITS")).isEqualTo(false);
        assertThat(item(question).get("DUE")).isNull();
        assertThat(node.browser(Role.CONSULAR).get(page).body())
                .contains("Answered: National of the state that answers");
        for (var id : sentIn(reference)) {
            var read = node.readBy(MX, id);
            assertThat(read.header().about().inReplyTo()).isEqualTo(question);
            assertThat(read.header().about().handling()).isEqualTo(Handling.DEFAULT_VICTIM);
            assertThat(read.compartments()).hasSize(1);
        }
    }

    @Test
    void whatCannotBeEstablishedYetStopsTheClockAndAsksBack() {
        var question = asked(Urgency.URGENT);

        assertThat(answers(question, said -> {
                            said.put("result", "NOT_ESTABLISHED").put("needed", "The place of birth");
                            said.remove("travelDocument");
                        })
                        .statusCode())
                .isEqualTo(201);

        assertThat(item(question).get("STATE")).isEqualTo("NEEDS_INFO");
        assertThat(item(question).get("DUE")).isNull();
        assertThat(item(question).get("WAITS")).isEqualTo(true);
    }

    @Test
    void anAnswerTellsWhatWasAskedAndNothingElse() {
        var question = node.arrives(
                MX,
                question(body ->
                        body.withObject("/content/alert").putArray("questions").add("NATIONALITY")),
                about(Urgency.NORMAL));
        accepted(question);

        assertError(
                client.refused(Role.CONSULAR, body(question, _ -> {})),
                "/content/answer/travelDocument",
                "NOT_ASKED_FOR");
        var twice = client.refused(
                Role.CONSULAR,
                body(question, said -> said.put("result", "NEITHER").put("needed", "Her parents")));
        assertError(twice, "/content/answer/needed", "NOT_WITH_THIS_ANSWER");
        assertError(twice, "/content/answer/travelDocument", "NOT_WITH_THIS_ANSWER");
    }

    @ParameterizedTest
    @CsvSource({"DUTY, 404", "INVESTIGATOR, 404", "SUPERVISOR, 403"})
    void whoDoesNotCareForPersonsAnswersNone(Role role, int status) {
        var question = asked(Urgency.NORMAL);

        assertThat(node.browser(role)
                        .submit(
                                "/me",
                                "/drafts",
                                "type",
                                "IDENTITY_VERIFICATION_ANSWER",
                                "inReplyTo",
                                question.toString())
                        .statusCode())
                .isEqualTo(status);
        assertThat(client.send(role, "no-" + role, body(question, _ -> {})).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatAPartnerSaysToOurQuestionStandsInItsCaseAndALaterWordReplacesNothing() {
        var sent = ApiClient.JSON.readTree(
                client.released(Role.CONSULAR, "own", Documented.body(MessageType.IDENTITY_VERIFICATION))
                        .body());
        var question = MessageId.parse(sent.path("message").asString());

        node.arrives(MX, said("NOT_ESTABLISHED", "The place of birth", null), answering(question));
        assertThat(item(question).get("STATE")).isEqualTo("NEEDS_INFO");
        node.arrives(MX, said("NATIONAL", null, waiting()), answering(question));
        assertThat(item(question).get("WAITS")).isEqualTo(true);
        node.arrives(MX, said("NATIONAL", null, null), answering(question));
        node.arrives(MX, said("NEITHER", null, null), answering(question));

        assertThat(item(question).get("STATE")).isEqualTo("CLOSED");
        assertThat(item(question).get("ANSWERS")).isEqualTo("NATIONAL");
        assertThat(node.browser(Role.CASE_WORKER)
                        .get("/cases/" + sent.path("caseReference").asString() + "?message=" + question)
                        .body())
                .contains("Answered: National of the state that answers")
                .contains("Further answer: Neither national nor permanent resident. The first final answer stands.");
    }

    @Test
    void whatNobodyAskedIsKeptAside() {
        var question = MessageId.parse(ApiClient.JSON
                .readTree(client.released(Role.CONSULAR, "never", Documented.body(MessageType.IDENTITY_VERIFICATION))
                        .body())
                .path("message")
                .asString());
        var theirs = asked(Urgency.NORMAL);
        var answer = said("NATIONAL", null, null);

        assertThatThrownBy(() -> node.arrives(SV, answer, answering(question))).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> node.arrives(MX, answer, answering(theirs))).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> node.arrives(MX, answer, answering(null))).isInstanceOf(NotAsked.class);
        var information = new InformationResponse(
                new InformationResponse.AnswerPart("FULL", "Yes", null, null, null, null, null, null, null),
                null,
                null);
        assertThatThrownBy(() -> node.arrives(
                        MX,
                        information,
                        Nationality.about(reference, MessageType.INFORMATION_RESPONSE, Urgency.NORMAL, question)))
                .isInstanceOf(NotAsked.class);
        assertThat(item(question).get("ANSWERS")).isNull();
        assertThat(item(question).get("STATE")).isEqualTo("SENT");
    }

    private MessageId asked(Urgency urgency) {
        return node.arrives(MX, question(_ -> {}), about(urgency));
    }

    private About about(Urgency urgency) {
        return Nationality.about(reference, MessageType.IDENTITY_VERIFICATION, urgency, null);
    }

    private About answering(@Nullable MessageId question) {
        return Nationality.about(reference, MessageType.IDENTITY_VERIFICATION_ANSWER, Urgency.NORMAL, question);
    }

    private static void accepted(MessageId question) {
        var item = item(question).get("ID");
        assertThat(node.program(Role.DUTY)
                        .send("POST", "/api/v1/desk/items/" + item + "/acknowledge", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        var start = "{\"start\":\"" + node.clock().instant().toString().substring(0, 10) + "\"}";
        var accepted = node.program(Role.CONSULAR)
                .send("POST", "/api/v1/desk/items/" + item + "/accept", "application/json", start);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    }

    private static HttpResponse<String> answers(MessageId question, Consumer<ObjectNode> change) {
        return client.send(Role.CONSULAR, UUID.randomUUID().toString(), body(question, change));
    }

    private static String body(MessageId question, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.IDENTITY_VERIFICATION_ANSWER)
                .put("inReplyTo", question.toString())
                .put("urgencyReason", "She can travel on Friday");
        change.accept(body.withObject("/content/answer"));
        return body.toString();
    }

    private static String persons(Role role, MessageId question) {
        return node.program(role)
                .get("/api/v1/messages/" + question + "?persons=true")
                .body();
    }

    private static Object due(MessageId question) {
        var due = item(question).get("ANSWER_DUE");
        return due instanceof OffsetDateTime moment ? Timestamp.from(moment.toInstant()) : String.valueOf(due);
    }

    private static Map<String, @Nullable Object> item(MessageId question) {
        return node.bean(JdbcClient.class)
                .sql("select * from desk_item where message_id = ?")
                .param(question.value())
                .query()
                .singleRow();
    }

    private static String ours(String home) {
        return sentIn(new CaseReference(home.substring(home.lastIndexOf('/') + 1)))
                .getFirst();
    }

    private static List<String> sentIn(CaseReference reference) {
        return node.bean(JdbcClient.class)
                .sql("select id from case_message where reference = ? and side = 'SENT'")
                .param(reference.value())
                .query((row, _) -> row.getObject("id", UUID.class).toString())
                .list();
    }
}
