package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.MODUS_OPERANDI_REPORT;
import static org.enlace.message.MessageType.ROUTE_REPORT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.enlace.console.Browser;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SendingByApiTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private int before;

    @BeforeEach
    void count() {
        before = node.count("outbox");
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void withoutARecipientItIsRefused() {
        var answer = refused(CASE_ALERT, body -> ((ArrayNode) body.get("recipients")).removeAll());

        assertRule(answer, "recipients", "NO_RECIPIENT");
    }

    @ParameterizedTest
    @CsvSource({"US,RECIPIENT_UNKNOWN", "GT,RECIPIENT_IS_SENDER", "MX,RECIPIENT_TWICE"})
    void whoCannotBeAddressedIsRefused(String recipient, String code) {
        var answer = refused(CASE_ALERT, body -> ((ArrayNode) body.get("recipients")).add(recipient));

        assertRule(answer, "recipients", code);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var answer = refused(CASE_ALERT, body -> {
            ((ArrayNode) body.get("recipients")).removeAll();
            body.put("urgency", "NORMAL");
            body.put("subject", "");
            ((ObjectNode) body.get("handling")).remove("evaluation");
        });

        assertRule(answer, "recipients", "NO_RECIPIENT");
        assertRule(answer, "about.urgency", "CHILD_RAISES_URGENCY");
        assertRule(answer, "about.subject", "REQUIRED");
        assertRule(answer, "about.handling.evaluation", "EVALUATION_REQUIRED");
    }

    @Test
    void aChildIsNeverNormalEvenIfTheSenderSaysThereIsNone() {
        var answer = refused(CASE_ALERT, body -> {
            body.put("urgency", "NORMAL");
            body.put("childInvolved", "NO");
        });

        assertRule(answer, "about.urgency", "CHILD_RAISES_URGENCY");
    }

    @Test
    void theStateOfOriginIsLeftOutWhereThePersonFearsIt() {
        var answer = refused(
                VICTIM_ASSISTANCE_REQUEST,
                body -> body.putObject("handling")
                        .put("code", "H1")
                        .put("tlp", "AMBER+STRICT")
                        .put("pap", "AMBER")
                        .putArray("caveats")
                        .add("VICTIM_PROTECTION_ONLY")
                        .add("NO_CONSULAR_CONTACT"));

        assertRule(answer, "recipients", "RECIPIENT_IS_STATE_OF_ORIGIN");
    }

    @Test
    void withoutConsentNothingIsSharedAboutAVictim() {
        assertRule(
                refused(VICTIM_ASSISTANCE_REQUEST, body -> protection(body).remove("consent")),
                "protection.consent",
                "CONSENT_MISSING");
        assertRule(
                refused(
                        VICTIM_ASSISTANCE_REQUEST,
                        body -> ((ObjectNode) protection(body).at("/consent/answers")).put("SHARE_CONSULATE", "NO")),
                "protection.consent.answers.SHARE_CONSULATE",
                "CONSENT_NOT_GIVEN");
    }

    @Test
    void nobodyAsksForAVictimWithoutHavingThoughtOfTheRisks() {
        assertRule(
                refused(VICTIM_ASSISTANCE_REQUEST, body -> protection(body).remove("risk")),
                "protection.risk",
                "RISK_BLOCK_MISSING");
        assertRule(
                refused(
                        VICTIM_ASSISTANCE_REQUEST,
                        body -> ((ObjectNode) protection(body).get("risk")).remove("returnRisk")),
                "protection.risk.returnRisk",
                "RISK_INCOMPLETE");
    }

    @ParameterizedTest
    @EnumSource(names = {"CASE_ALERT", "ROUTE_REPORT", "MODUS_OPERANDI_REPORT"})
    void whatOthersActOnSaysHowFarToBelieveIt(MessageType type) {
        var answer = refused(type, body -> ((ObjectNode) body.get("handling")).remove("evaluation"));

        assertRule(answer, "about.handling.evaluation", "EVALUATION_REQUIRED");
    }

    @Test
    void anotherRestrictionIsSaidInWords() {
        var answer = refused(CASE_ALERT, body -> ((ObjectNode) body.get("handling")).put("code", "H3"));

        assertRule(answer, "about.handling.h3Text", "H3_NEEDS_TEXT");
    }

    @Test
    void aPointThatWouldLeadToSomebodyIsRefused() {
        var answer = refused(ROUTE_REPORT, body -> {
            ((ObjectNode) body.at("/content/basedOn")).put("cases", 2);
            ((ArrayNode) body.at("/content/legs/0/to/place/point/coordinates"))
                    .removeAll()
                    .add(-92.1478)
                    .add(14.6795);
        });

        assertRule(answer, "legs[0].to.place.point", "TOO_EXACT_PLACE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring\u202Eowt", "a\u200Bb", "tab\u0007bell"})
    void charactersThatHideSomethingAreRefusedAndNotRepeated(String text) {
        var answer = refused(CASE_ALERT, body -> body.put("subject", text));

        assertRule(answer, "about.subject", "HIDDEN_CHARACTER");
        assertThat(answer.body()).doesNotContain(text);
    }

    @ParameterizedTest
    @CsvSource({
        "/,colour",
        "/handling,colour",
        "/content/alert,colour",
        "/content/alert/vehicles/0,colour",
        "/content/identity/persons/0,nickName"
    })
    void aFieldThatNobodyKnowsIsNamedAndNothingIsLeftOutInSilence(String where, String field) {
        var answer = refused(
                CASE_ALERT, body -> ((ObjectNode) (where.equals("/") ? body : body.at(where))).put(field, "SECRET"));

        assertProblem(answer, 400, "unknown-field");
        assertThat(answer.body())
                .contains("\"" + (where.equals("/") ? "" : where) + "/" + field + "\"")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource({"urgency,VERY", "type,CASE_ALARM", "childInvolved,PERHAPS", "mode,REAL", "caseReference,SECRET"})
    void aValueThatNobodyKnowsIsRefusedAndNotRepeated(String field, String value) {
        var answer = refused(CASE_ALERT, body -> body.put(field, value));

        assertProblem(answer, 400, "not-readable");
        assertThat(answer.body()).doesNotContain(value);
    }

    @Test
    void aCodeThatIsInNoListIsRefused() {
        var answer = refused(CASE_ALERT, body -> ((ObjectNode) body.at("/content/alert")).put("askedAction", "ARREST"));

        assertRule(answer, "alert.askedAction", "NOT_IN_LIST");
        assertThat(answer.body()).doesNotContain("ARREST");
    }

    @Test
    void whatIsMissingIsRefused() {
        assertProblem(refused(CASE_ALERT, body -> body.remove("urgency")), 400, "not-readable");
        assertProblem(refused(CASE_ALERT, body -> body.remove("content")), 400, "not-readable");
        assertProblem(
                refused(CASE_ALERT, body -> ((ObjectNode) body.get("content")).remove("alert")), 400, "not-readable");
    }

    @Test
    void kindsThatNobodyWritesAreRefused() {
        assertProblem(refused(CASE_ALERT, body -> body.put("type", "RECEIPT")), 422, "kind-not-written-here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"type\":\"CASE_ALERT\",\"type\":\"ROUTE_REPORT\"}"})
    void whatIsNoSuchBodyIsRefused(String body) {
        assertProblem(send(Role.DUTY, "k-" + UUID.randomUUID(), body), 400, "not-readable");
        assertNothingLeft();
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        var body = "{\"subject\":\"" + "x".repeat(256 * 1024) + "\"}";

        assertProblem(send(Role.DUTY, "large", body), 413, "too-large");
        assertNothingLeft();
    }

    @Test
    void onlyJsonIsTakenIn() {
        var answer = node.program(Role.DUTY)
                .always("Idempotency-Key", "xml")
                .send("POST", "/api/v1/messages", "application/xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");

        assertProblem(answer, 415, "unsupported-media-type");
        assertNothingLeft();
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        var body = Documented.body(CASE_ALERT);

        assertProblem(
                node.program(Role.DUTY).send("POST", "/api/v1/messages", "application/json", body),
                400,
                "idempotency-key-needed");
        assertProblem(send(Role.DUTY, "k".repeat(129), body), 400, "idempotency-key-needed");
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR,CASE_ALERT",
        "OPERATOR,CASE_ALERT",
        "ANALYST,CASE_ALERT",
        "CONSULAR,CASE_ALERT",
        "INVESTIGATOR,VICTIM_ASSISTANCE_REQUEST",
        "CONSULAR,ROUTE_REPORT"
    })
    void whoMayNotWriteSuchAMessageMayNotSendIt(Role role, MessageType type) {
        assertProblem(send(role, "not-mine", Documented.body(type)), 403, "forbidden");
        assertNothingLeft();
    }

    @Test
    void whoDoesNotSignInSendsNothing() {
        var answer = new Browser(node.port())
                .always("Idempotency-Key", "nobody")
                .send("POST", "/api/v1/messages", "application/json", Documented.body(CASE_ALERT));

        assertProblem(answer, 401, "unauthorized");
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({
        "CASE_ALERT,INVESTIGATOR",
        "VICTIM_ASSISTANCE_REQUEST,CONSULAR",
        "ROUTE_REPORT,ANALYST",
        "MODUS_OPERANDI_REPORT,ANALYST"
    })
    void whatThePageAboutTheApiShowsIsSentAsItStandsThere(MessageType type, Role role) {
        var answer = send(role, "doc-" + type, Documented.body(type));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var sent = JSON.readTree(answer.body());
        assertThat(sent.path("caseReference").asString()).matches("GT-2026-[0-9A-HJ-NP-Z]{6}");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/messages/" + sent.path("message").asString());
        assertThat(inOutbox(sent.path("message").asString())).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainAnswersTheSameAndSendsNothingMore() {
        var body = Documented.body(ROUTE_REPORT);
        var first = send(Role.ANALYST, "again", body);
        var second = send(Role.ANALYST, "again", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(second.body()).path("message"))
                .isEqualTo(JSON.readTree(first.body()).path("message"));
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void twoAtTheSameMomentSendOnce() throws Exception {
        var body = Documented.body(ROUTE_REPORT);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> send(Role.ANALYST, "together", body));
            var other = both.submit(() -> send(Role.ANALYST, "together", body));

            assertThat(one.get().body()).isEqualTo(other.get().body());
            assertThat(one.get().statusCode()).isEqualTo(201);
        }
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void aKeyIsForOneRequestAndForOneOfficer() {
        var body = Documented.body(ROUTE_REPORT);
        assertThat(send(Role.ANALYST, "mine", body).statusCode()).isEqualTo(201);

        assertProblem(send(Role.ANALYST, "mine", body.replace("River", "Sea")), 409, "idempotency-key-reused");
        assertThat(node.count("outbox")).isEqualTo(before + 1);

        assertThat(send(Role.INVESTIGATOR, "mine", body.replace("River", "Sea")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatWasRefusedMayBePutRightUnderItsKey() {
        var wrong = Documented.tree(ROUTE_REPORT).put("subject", "");
        assertThat(send(Role.ANALYST, "better", wrong.toString()).statusCode()).isEqualTo(422);

        assertThat(send(Role.ANALYST, "better", Documented.body(ROUTE_REPORT)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatIsOnlyToBeLookedAtAgainIsSaidAndSent() {
        var body = Documented.tree(MODUS_OPERANDI_REPORT);
        ((ArrayNode) body.at("/content/pattern/acts")).removeAll();

        var answer = send(Role.ANALYST, "warned", body.toString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).path("warnings").toString())
                .contains("\"field\":\"pattern.acts\"", "\"code\":\"ACT_NOT_ESTABLISHED\"");
    }

    @Test
    void theAnswerIsInTheLanguageAskedFor() {
        var body = Documented.tree(CASE_ALERT);
        ((ArrayNode) body.get("recipients")).removeAll();

        var spanish = node.program(Role.DUTY)
                .always("Idempotency-Key", "es")
                .always("Accept-Language", "es-GT,es;q=0.9")
                .send("POST", "/api/v1/messages", "application/json", body.toString());

        assertThat(detail(spanish)).contains("punto de contacto");
        assertThat(detail(send(Role.DUTY, "en", body.toString()))).contains("contact point");
    }

    private static String detail(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/errors/0/detail").asString();
    }

    private HttpResponse<String> refused(MessageType type, Consumer<ObjectNode> change) {
        var body = Documented.tree(type);
        change.accept(body);
        var role = type == VICTIM_ASSISTANCE_REQUEST ? Role.CASE_WORKER : Role.INVESTIGATOR;
        var answer = send(role, "r-" + UUID.randomUUID(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertNothingLeft();
        return answer;
    }

    private static HttpResponse<String> send(Role role, String key, String body) {
        var program = node.program(role);
        return program.send(program.request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private void assertNothingLeft() {
        assertThat(node.count("outbox")).isEqualTo(before);
    }

    private static ObjectNode protection(ObjectNode body) {
        return (ObjectNode) body.at("/content/protection");
    }

    private static void assertRule(HttpResponse<String> answer, String field, String code) {
        assertProblem(answer, 422, "not-sent");
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertThat(errors.valueStream())
                .as(answer.body())
                .anySatisfy(error -> assertThat(error.path("field").asString() + " "
                                + error.path("code").asString())
                        .isEqualTo(field + " " + code));
        assertThat(errors.valueStream())
                .allSatisfy(error -> assertThat(error.path("detail").asString()).isNotBlank());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"type\":\"urn:enlace:problem:" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static int inOutbox(String message) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from outbox where msg_id = ?")
                .param(UUID.fromString(message))
                .query(Integer.class)
                .single();
    }
}
