package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertProblem;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.message.CaseReference;
import org.enlace.message.InformationRequest;
import org.enlace.message.InformationResponse;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A partner asks, and an officer here answers: what goes out, what stands then, and what must not go.
class InformationTest {
    private static final NodeId MX = new NodeId("MX");
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
    void aReasonedQuestionGoesOutFromTheFormWithItsNamesApart() {
        var draft = Written.begun(node.browser(Role.INVESTIGATOR), MessageType.INFORMATION_REQUEST)
                .to("MX")
                .type("urgency", "IMMEDIATE")
                .type("urgencyReason", "She may be moved on")
                .type("subject", "Entries of a woman")
                .type("purpose", "INVESTIGATION")
                .type("question.0.kind", "ENTRY_EXIT")
                .type("question.0.asked", "Has she left by air?")
                .type("neededFor", "To find her")
                .type("link", "She answered the offer")
                .type("whyThere", "Her ticket was to your capital")
                .type("use", "PROTECTION")
                .type("name.0.family", Asked.FAMILY)
                .type("phone.0.number", Asked.PHONE)
                .type("plate.0.number", "X1Y-234")
                .type("company.0.name", "Agencia")
                .type("particulars", "Travels with an aunt");
        var refused = draft.press("send");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#knownFacts\"", "id=\"knownFacts-error\"");

        var sent = draft.type("knownFacts", "She crossed by land").press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var read = node.readBy(MX, message(sent.headers().firstValue("Location").orElseThrow()));
        assertThat(read.message()).isInstanceOfSatisfying(InformationRequest.class, request -> {
            assertThat(request.request().questions())
                    .containsExactly(new InformationRequest.Question("ENTRY_EXIT", "Has she left by air?"));
            assertThat(request.request().linkOfPersonToPurpose()).isEqualTo("She answered the offer");
            assertThat(request.identity()).isNotNull();
            assertThat(request.police()).isNotNull();
        });
        assertThat(read.header().about().purpose()).containsExactly("INVESTIGATION");
        assertThat(node.browser(Role.DUTY).get("/information").body())
                .contains("Information request: Entries and exits at the border")
                .doesNotContain(Asked.FAMILY);
    }

    @Test
    void theDeskReadsWhatIsAskedAndWhyAndNoNameBeforeItIsTakenOn() {
        var request = asked(Handling.UNMARKED);
        var investigator = node.program(Role.INVESTIGATOR);

        assertThat(node.browser(Role.DUTY).get("/cases/" + reference).body())
                .contains("Has the woman left by air?", "To find her before she is moved on", "Her last ticket")
                .contains("Police work, not in court", "Answer by", ">Answer<")
                .doesNotContain(Asked.FAMILY, Asked.PHONE);
        assertThat(investigator
                        .get("/api/v1/messages/" + request + "?persons=true")
                        .body())
                .contains(Asked.PHONE, "\"IDENTITY\":\"NOT_YET\"")
                .doesNotContain(Asked.FAMILY);

        accepted(request);

        assertThat(investigator
                        .get("/api/v1/messages/" + request + "?persons=true")
                        .body())
                .contains(Asked.FAMILY);
        assertThat(item(request).get("STATE")).isEqualTo("ACCEPTED");
        assertThat(item(request).get("WAITS")).isEqualTo(true);
        assertThat(item(request).get("DUE")).isEqualTo(item(request).get("ANSWER_DUE"));
    }

    @Test
    void anAnswerFromTheFormEndsTheRequestAndStandsInItsCase() {
        var request = asked(Handling.UNMARKED);
        var draft = Written.replying(node.browser(Role.INVESTIGATOR), MessageType.INFORMATION_RESPONSE, request);
        assertThat(draft.page().body())
                .contains("Information request: Entries and exits at the border", "/cases/" + reference)
                .contains("Mexico");

        draft.type("kind", "PARTIAL")
                .type("urgency", "NORMAL")
                .type("child", "NO")
                .type("subject", "Entries of a woman")
                .type("handling", "H2")
                .type("found", "She entered by air on 9 May")
                .type("name.0.family", Asked.FAMILY);
        assertThat(draft.press("send").body()).contains("id=\"missing-error\"");
        var sent = draft.type("missing", "Land borders").press("send");

        assertThat(sent.headers().firstValue("Location")).contains("/cases/" + reference);
        var read = node.readBy(MX, ours(reference));
        assertThat(read.header().about().inReplyTo()).isEqualTo(request);
        assertThat(read.header().about().caseRef()).isEqualTo(reference);
        assertThat(read.header().about().handling().code()).isEqualTo(HandlingCode.H2);
        assertThat(read.header().mode()).isEqualTo(Mode.EXERCISE);
        assertThat(read.message())
                .isInstanceOfSatisfying(
                        InformationResponse.class,
                        response -> assertThat(response.answer().kind()).isEqualTo("PARTIAL"));
        assertThat(item(request).get("STATE")).isEqualTo("COMPLETED");
        assertThat(item(request).get("WAITS")).isEqualTo(false);
        assertThat(item(request).get("DUE")).isNull();
        assertThat(node.browser(Role.DUTY)
                        .get("/cases/" + reference + "?message=" + request)
                        .body())
                .contains("Answered: Partial answer", "Answer: Partial answer")
                .contains("Answer to an information request: Partial answer")
                .doesNotContain(Asked.FAMILY);
        assertThat(node.browser(Role.DUTY).get("/information").body()).contains("Answered: Partial answer");
    }

    @ParameterizedTest
    @CsvSource({"INTERIM, found, ACKNOWLEDGED", "NEEDS_INFO, question, NEEDS_INFO", "FORWARDED, forwarded, FORWARDED"})
    void whatIsNotTheLastWordLeavesTheRequestOpenUntilItComes(String kind, String field, String state) {
        var request = asked(marked(HandlingCode.H1, Tlp.GREEN));

        assertThat(answers(request, kind, field).statusCode()).isEqualTo(201);

        assertThat(item(request).get("STATE")).isEqualTo(state);
        assertThat(item(request).get("WAITS")).isEqualTo(true);
        // While it waits for those who asked, the clock stands still.
        assertThat(item(request).get("DUE"))
                .isEqualTo(kind.equals("NEEDS_INFO") ? null : item(request).get("ANSWER_DUE"));
        assertThat(item(request).get("ANSWERS")).isEqualTo(kind);
        assertThat(item(request).get("OWNER")).isNotNull();

        assertThat(answers(request, "NEGATIVE", "searched").statusCode()).isEqualTo(201);
        assertThat(item(request).get("STATE")).isEqualTo("COMPLETED");
        assertThat(item(request).get("ANSWERS")).isEqualTo("NEGATIVE");
    }

    @Test
    void aSecondFinalAnswerIsKeptBesideTheFirstWhichStands() {
        var request = asked(Handling.UNMARKED);
        assertThat(answers(request, "FULL", "found").statusCode()).isEqualTo(201);

        var second = answers(request, "NEGATIVE", "searched");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(ApiClient.JSON.readTree(second.body()).path("warnings").toString())
                .contains("\"pointer\":\"/inReplyTo\"", "ALREADY_ANSWERED");
        assertThat(item(request).get("ANSWERS")).isEqualTo("FULL");
        assertThat(node.browser(Role.DUTY)
                        .get("/cases/" + reference + "?message=" + request)
                        .body())
                .contains("Answered: Full answer")
                .contains("Further answer: Searched, nothing found. The first final answer stands.");
        var told = ApiClient.JSON.readTree(node.program(Role.INVESTIGATOR)
                .get("/api/v1/cases/" + reference)
                .body());
        assertThat(told.path("messages").toString()).contains("\"answers\":[\"FULL\"]");
        assertThat(told.path("events").toString())
                .contains("\"kind\":\"FURTHER_ANSWER\"")
                .contains("\"kind\":\"FINAL_ANSWER\"");
    }

    @Test
    void anAnswerThatDoesNotFitItsRequestDoesNotGoAndAllIsSaidAtOnce() {
        var request = asked(marked(HandlingCode.H2, Tlp.RED));
        anotherCase();
        var elsewhere = reference(asked(Handling.UNMARKED));

        var answer = refused(body -> {
            body.put("inReplyTo", request.toString()).put("mode", "ACTUAL").put("urgency", "NORMAL");
            body.putArray("recipients").add("MX").add("SV");
            body.put("caseReference", elsewhere);
            body.putObject("content")
                    .putObject("answer")
                    .put("kind", "FORWARDED")
                    .put("found", "and yet")
                    .putObject("forwarded")
                    .put("to", "Unit 4")
                    .put("outside", false);
        });

        assertThat(codes(answer))
                .containsExactlyInAnyOrder(
                        "/recipients RECIPIENT_DID_NOT_ASK",
                        "/caseReference CASE_DIFFERS",
                        "/mode MODE_DIFFERS",
                        "/content/answer/found NOT_WITH_THIS_ANSWER",
                        "/content/answer/forwarded/to FORWARDING_NOT_ALLOWED");
        assertThat(item(request).get("STATE")).isEqualTo("RECEIVED");
    }

    @Test
    void whoIsNotCompetentNamesWhoIs() {
        var request = asked(Handling.UNMARKED);

        var answer = refused(body -> {
            body.put("inReplyTo", request.toString());
            body.putObject("content").putObject("answer").put("kind", "REFUSED").put("ground", "NOT_COMPETENT");
        });

        assertThat(codes(answer)).containsExactly("/content/answer/competent REQUIRED");
        assertThat(answer.body()).contains("Name the authority that is competent");
    }

    @Test
    void aRequestThatIsTakenBackIsAnsweredByNobodyAndGoneFromTheAnswerThatWasBegun() {
        var request = asked(Handling.UNMARKED);
        var browser = node.browser(Role.INVESTIGATOR);
        var draft = Written.replying(browser, MessageType.INFORMATION_RESPONSE, request);
        assertThat(draft.page().body()).contains("Entries and exits at the border", "Entries of a woman");

        sealed(request);

        assertThat(draft.page().body())
                .contains("Recalled: Information request")
                .doesNotContain("Entries and exits at the border", "Entries of a woman");
        assertThat(draft.type("kind", "NEGATIVE")
                        .type("urgency", "NORMAL")
                        .type("subject", "Entries")
                        .type("searched", "Border records")
                        .press("send")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(
                                "/me",
                                "/drafts",
                                "type",
                                MessageType.INFORMATION_RESPONSE.name(),
                                "inReplyTo",
                                request.toString())
                        .headers()
                        .firstValue("Location"))
                .contains("/cases/" + reference + "?message=" + request);
        assertThat(codes(answers(request, "FULL", "found"))).containsExactly("/inReplyTo MESSAGE_UNKNOWN");
        assertThat(browser.get("/cases/" + reference).body())
                .contains("Recalled: Information request")
                .doesNotContain("Has the woman left by air?", ">Answer<");
        assertThat(node.program(Role.INVESTIGATOR)
                        .get("/api/v1/messages/" + request)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void onlyAnInformationRequestThatCameHereIsAnswered() {
        var own = ApiClient.JSON.readTree(
                client.released(Role.INVESTIGATOR, "own-" + reference, Documented.body(MessageType.INFORMATION_REQUEST))
                        .body());

        assertThat(codes(refused(
                        body -> body.put("inReplyTo", own.path("message").asString()))))
                .containsExactly("/inReplyTo ANSWERS_NO_REQUEST");
        assertThat(codes(refused(body -> body.remove("inReplyTo")))).containsExactly("/inReplyTo REQUIRED");
        assertThat(codes(refused(body -> body.put("inReplyTo", "019aab12-0000-7000-8000-00000000000f"))))
                .containsExactly("/inReplyTo MESSAGE_UNKNOWN");
    }

    @Test
    void whoDoesNotReadSuchRequestsAnswersNone() {
        var request = asked(Handling.UNMARKED);
        var consul = node.browser(Role.CONSULAR);

        assertThat(consul.get("/information").statusCode()).isEqualTo(403);
        assertThat(consul.get("/cases/" + reference).statusCode()).isEqualTo(404);
        assertThat(consul.submit("/me", "/drafts", "type", "INFORMATION_RESPONSE", "inReplyTo", request.toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.browser(Role.SUPERVISOR).get("/cases/" + reference).body())
                .doesNotContain("INFORMATION_RESPONSE");
        assertProblem(
                client.send(
                        Role.CONSULAR, "no-" + reference, body(request, _ -> {}).toString()),
                403,
                "forbidden");
    }

    @Test
    void anAnswerIsBegunOnlyFromWhatIsThere() {
        var browser = node.browser(Role.INVESTIGATOR);

        for (var id : List.of("", "x", "019aab12-0000-7000-8000-00000000000f")) {
            assertThat(browser.submit("/me", "/drafts", "type", "INFORMATION_RESPONSE", "inReplyTo", id)
                            .statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(browser.submit("/me", "/drafts", "type", "INFORMATION_RESPONSE")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/information").body())
                .contains("value=\"INFORMATION_REQUEST\"")
                .doesNotContain("value=\"INFORMATION_RESPONSE\"");
    }

    @Test
    void aFormCannotChangeWhatItReplies() {
        var request = asked(Handling.UNMARKED);
        var other = asked(Handling.UNMARKED);
        var draft = Written.replying(node.browser(Role.INVESTIGATOR), MessageType.INFORMATION_RESPONSE, request)
                .type("inReplyTo", other.toString())
                .type("kind", "NEGATIVE")
                .type("urgency", "NORMAL")
                .type("subject", "Entries of a woman")
                .type("searched", "Border records");

        assertThat(draft.press("send").statusCode()).isEqualTo(303);

        assertThat(item(request).get("ANSWERS")).isEqualTo("NEGATIVE");
        assertThat(item(other).get("ANSWERS")).isNull();
    }

    private MessageId asked(Handling handling) {
        return node.arrives(MX, Asked.request(), Asked.about(reference, handling));
    }

    /// As the node does it when its sender takes it back.
    private static void sealed(MessageId request) {
        var now = node.clock().instant();
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(request).orElseThrow();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SAFETY", now, now));
        });
    }

    private static Handling marked(HandlingCode code, Tlp tlp) {
        return new Handling(code, null, tlp, Pap.AMBER, null, List.of());
    }

    private static void accepted(MessageId request) {
        var duty = node.program(Role.DUTY);
        var item = item(request).get("ID");
        assertThat(duty.send("POST", "/api/v1/desk/items/" + item + "/acknowledge", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        var accepted = node.program(Role.INVESTIGATOR)
                .send(
                        "POST",
                        "/api/v1/desk/items/" + item + "/accept",
                        "application/json",
                        "{\"start\":\"" + node.clock().instant().toString().substring(0, 10) + "\"}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    }

    private static HttpResponse<String> answers(MessageId request, String kind, String field) {
        var body = body(request, answer -> {
            answer.removeAll();
            answer.put("kind", kind);
            if (field.equals("forwarded")) {
                answer.putObject("forwarded").put("to", "Unit 4").put("outside", true);
            } else {
                answer.put(field, "As far as it goes");
            }
        });
        body.withObject("/content").remove("police");
        return client.send(Role.INVESTIGATOR, UUID.randomUUID().toString(), body.toString());
    }

    private static HttpResponse<String> refused(Consumer<ObjectNode> change) {
        return client.refused(MessageType.INFORMATION_RESPONSE, change);
    }

    private static ObjectNode body(MessageId request, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.INFORMATION_RESPONSE).put("inReplyTo", request.toString());
        change.accept(body.withObject("/content/answer"));
        return body;
    }

    private static Map<String, @Nullable Object> item(MessageId request) {
        return node.bean(JdbcClient.class)
                .sql("select * from desk_item where message_id = ?")
                .param(request.value())
                .query()
                .singleRow();
    }

    private static String reference(MessageId message) {
        return String.valueOf(item(message).get("REFERENCE"));
    }

    private static String message(String home) {
        return ours(new CaseReference(home.substring(home.lastIndexOf('/') + 1)));
    }

    private static String ours(CaseReference reference) {
        return node.bean(JdbcClient.class)
                .sql("select id from case_message where reference = ? and side = 'SENT'")
                .param(reference.value())
                .query((row, _) -> row.getObject("id", UUID.class).toString())
                .single();
    }

    private static List<String> codes(HttpResponse<String> answer) {
        JsonNode errors = ApiClient.JSON.readTree(answer.body()).path("errors");
        return errors.valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
