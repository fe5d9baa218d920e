package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.ApiClient.assertProblem;
import static org.enlace.compose.ApiClient.assertRule;
import static org.enlace.message.MessageType.CASE_ALERT;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// What is no such body: each place that is wrong is named, and nothing that was sent comes back.
class BodiesByApiTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);

    @AfterAll
    static void close() {
        node.close();
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
        var answer = client.refused(
                CASE_ALERT, body -> ((ObjectNode) (where.equals("/") ? body : body.at(where))).put(field, "SECRET"));

        assertProblem(answer, 400, "not-readable");
        assertError(answer, (where.equals("/") ? "" : where) + "/" + field, "UNKNOWN_FIELD");
        assertThat(answer.body()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource({
        "urgency,VERY,NOT_A_CODE",
        "type,CASE_ALARM,NOT_A_CODE",
        "childInvolved,PERHAPS,NOT_A_CODE",
        "mode,REAL,NOT_A_CODE",
        "caseReference,SECRET,NOT_A_VALUE"
    })
    void aValueThatNobodyKnowsIsRefusedAndNotRepeated(String field, String value, String code) {
        var answer = client.refused(CASE_ALERT, body -> body.put(field, value));

        assertProblem(answer, 400, "not-readable");
        assertError(answer, "/" + field, code);
        assertThat(answer.body()).doesNotContain(value);
    }

    @Test
    void allThatIsWrongInTheBodyAndInItsContentIsSaidAtOnce() {
        var answer = client.refused(CASE_ALERT, body -> {
            body.remove("urgency");
            body.put("subject", 7).put("mood", "SECRET");
            ((ObjectNode) body.at("/content/alert")).put("acts", "SECRET");
            ((ObjectNode) body.at("/content/alert/window")).put("from", "SECRET");
            ((ObjectNode) body.at("/content/alert/vehicles/0")).remove("mode");
        });

        assertProblem(answer, 400, "not-readable");
        assertError(answer, "/urgency", "MISSING");
        assertError(answer, "/subject", "WRONG_KIND");
        assertError(answer, "/mood", "UNKNOWN_FIELD");
        assertError(answer, "/content/alert/acts", "WRONG_KIND");
        assertError(answer, "/content/alert/window/from", "NOT_A_DATE");
        assertError(answer, "/content/alert/vehicles/0/mode", "MISSING");
        assertThat(answer.body()).doesNotContain("SECRET");
    }

    @Test
    void whatBelongsThereIsSaidInTheLanguageAskedFor() {
        var body = Documented.tree(CASE_ALERT);
        body.put("urgency", "VERY");

        var answer = node.program(Role.DUTY)
                .always("Idempotency-Key", "pt")
                .always("Accept-Language", "pt-BR")
                .send("POST", "/api/v1/messages", "application/json", body.toString());

        assertThat(answer.body()).contains("Escolha um destes: IMMEDIATE, URGENT, NORMAL, ROUTINE", "Nada foi feito.");
    }

    @ParameterizedTest
    @CsvSource({"urgency,/urgency", "content,/content", "recipients,/recipients"})
    void whatIsMissingIsNamed(String field, String pointer) {
        var answer = client.refused(CASE_ALERT, body -> body.remove(field));

        // No list of recipients is an empty list, which the rules refuse.
        if (field.equals("recipients")) {
            assertRule(answer, pointer, "NO_RECIPIENT");
        } else {
            assertProblem(answer, 400, "not-readable");
            assertError(answer, pointer, "MISSING");
        }
    }

    @Test
    void aContentOfAnotherKindOfMessageIsNamedPartByPart() {
        var answer = client.refused(CASE_ALERT, body -> body.put("type", "ROUTE_REPORT"));

        assertProblem(answer, 400, "not-readable");
        assertError(answer, "/content/alert", "UNKNOWN_FIELD");
        assertError(answer, "/content/period", "MISSING");
    }

    @Test
    void kindsThatNobodyWritesAreRefused() {
        assertProblem(client.refused(CASE_ALERT, body -> body.put("type", "RECEIPT")), 422, "kind-not-written-here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                    | `` | MISSING",
                "{                                                     | `` | NOT_JSON",
                "[]                                                    | `` | WRONG_KIND",
                "null                                                  | `` | WRONG_KIND",
                "7                                                     | `` | WRONG_KIND",
                "{} {}                                                 | `` | MORE_THAN_ONE",
                "{\"type\":\"CASE_ALERT\",\"type\":\"ROUTE_REPORT\"} | /type | FIELD_TWICE",
                "{\"content\":{\"a\":{\"b\":1,\"b\":2}}}              | /content/a/b | FIELD_TWICE",
                "{\"subject\":\"\\ud83d\"}                            | /subject | BROKEN_TEXT"
            })
    void whatIsNoSuchBodyIsRefusedWithItsPlace(String body, String pointer, String code) {
        var answer = client.refused(Role.DUTY, body);

        assertProblem(answer, 400, "not-readable");
        assertError(answer, pointer, code);
    }

    @Test
    void whatIsTooDeepOrTooLongIsNamedByItsPlace() {
        assertError(
                client.refused(Role.DUTY, "{\"content\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                "/content" + "/0".repeat(31),
                "TOO_DEEP");
        assertError(
                client.refused(Role.DUTY, "{\"subject\":\"" + "x".repeat(64 * 1024 + 1) + "\"}"),
                "/subject",
                "TOO_LONG");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        var program = node.program(Role.DUTY);
        var answer = program.send(program.request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "latin")
                .POST(BodyPublishers.ofByteArray("{\"subject\":\"ñ\"}".getBytes(StandardCharsets.ISO_8859_1))));

        assertProblem(answer, 400, "not-readable");
        assertError(answer, "", "NOT_UTF8");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        assertProblem(client.refused(Role.DUTY, "{\"subject\":\"" + "x".repeat(256 * 1024) + "\"}"), 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({"application/xml", "text/plain", "application/x-www-form-urlencoded"})
    void onlyJsonIsTakenIn(String type) {
        var answer = node.program(Role.DUTY)
                .always("Idempotency-Key", "xml")
                .send("POST", "/api/v1/messages", type, "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
    }

    @Test
    void onlyJsonIsGivenOut() {
        assertProblem(
                node.program(Role.DUTY).always("Accept", "application/xml").get("/api/v1/desk/items"),
                406,
                "not-acceptable");
    }

    @Test
    void anotherMethodIsRefusedAndTheRightOnesAreNamed() {
        var answer = node.program(Role.DUTY).send("DELETE", "/api/v1/messages", "application/json", "");

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages/not-an-id",
                "/api/v1/messages/00000000-0000-0000-0000-000000000000",
                "/api/v1/messages/019aab12-0000-7000-8000-000000000001",
                "/api/v1/cases/GT-2026-999999",
                "/api/v1/cases/anything"
            })
    void whatIsNotThereAnswersTheSameWhateverItIsCalled(String path) {
        assertProblem(node.program(Role.DUTY).get(path), 404, "not-found");
    }

    @Test
    void aParameterThatIsNoNumberIsNamed() {
        var answer = node.program(Role.DUTY).get("/api/v1/desk/items?page=SECRET");

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.body())
                .contains("\"parameter\":\"page\"", "\"code\":\"NOT_A_VALUE\"")
                .doesNotContain("SECRET");
    }
}
