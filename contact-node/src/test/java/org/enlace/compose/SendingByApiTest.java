package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertProblem;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.ROUTE_REPORT;

import java.util.UUID;
import java.util.concurrent.Executors;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.MessageType;
import org.enlace.message.Release;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may send through the API, and that one key sends once.
class SendingByApiTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);

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
    void aRequestWithoutAKeyIsRefused() {
        var body = Documented.body(CASE_ALERT);

        assertProblem(
                node.program(Role.DUTY).send("POST", "/api/v1/messages", "application/json", body),
                400,
                "idempotency-key-needed");
        assertProblem(client.send(Role.DUTY, "k".repeat(129), body), 400, "idempotency-key-needed");
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR,CASE_ALERT",
        "OPERATOR,CASE_ALERT",
        "ANALYST,CASE_ALERT",
        "CONSULAR,CASE_ALERT",
        "CASE_WORKER,INFORMATION_REQUEST",
        "SUPERVISOR,INFORMATION_RESPONSE",
        "INVESTIGATOR,VICTIM_ASSISTANCE_REQUEST",
        "INVESTIGATOR,VICTIM_REFERRAL",
        "INVESTIGATOR,IDENTITY_VERIFICATION",
        "DUTY,IDENTITY_VERIFICATION_ANSWER",
        "SUPERVISOR,USE_PERMISSION_REQUEST",
        "OPERATOR,USE_PERMISSION_DECISION",
        "CASE_WORKER,CORROBORATION",
        "SUPERVISOR,PROPOSAL",
        "OPERATOR,PROPOSAL_DECISION",
        "CONSULAR,ROUTE_REPORT"
    })
    void whoMayNotWriteSuchAMessageMayNotSendIt(Role role, MessageType type) {
        assertProblem(client.send(role, "not-mine", Documented.body(type)), 403, "forbidden");
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
        "INFORMATION_REQUEST,INVESTIGATOR",
        "VICTIM_ASSISTANCE_REQUEST,CONSULAR",
        "VICTIM_REFERRAL,CASE_WORKER",
        "IDENTITY_VERIFICATION,CONSULAR",
        "ROUTE_REPORT,ANALYST",
        "MODUS_OPERANDI_REPORT,ANALYST"
    })
    void whatThePageAboutTheApiShowsIsSentAsItStandsThere(MessageType type, Role role) {
        var second = Release.of(type, Urgency.NORMAL) == Release.BY_SECOND_PERSON;
        var answer = client.released(role, "doc-" + type, Documented.body(type));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(second ? 202 : 201);
        var sent = ApiClient.JSON.readTree(answer.body());
        assertThat(sent.path("caseReference").asString()).matches("GT-2026-[0-9A-HJ-NP-Z]{6}");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/messages/" + sent.path("message").asString() + (second ? "/release" : ""));
        assertThat(inOutbox(sent.path("message").asString())).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainAnswersTheSameAndSendsNothingMore() {
        var body = Documented.body(ROUTE_REPORT);
        var first = client.send(Role.ANALYST, "again", body);
        var second = client.send(Role.ANALYST, "again", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(ApiClient.JSON.readTree(second.body()).path("message"))
                .isEqualTo(ApiClient.JSON.readTree(first.body()).path("message"));
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void twoAtTheSameMomentSendOnce() throws Exception {
        var body = Documented.body(ROUTE_REPORT);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> client.send(Role.ANALYST, "together", body));
            var other = both.submit(() -> client.send(Role.ANALYST, "together", body));

            assertThat(one.get().body()).isEqualTo(other.get().body());
            assertThat(one.get().statusCode()).isEqualTo(201);
        }
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void aKeyIsForOneRequestAndForOneOfficer() {
        var body = Documented.body(ROUTE_REPORT);
        assertThat(client.send(Role.ANALYST, "mine", body).statusCode()).isEqualTo(201);

        assertProblem(client.send(Role.ANALYST, "mine", body.replace("River", "Sea")), 409, "idempotency-key-reused");
        assertThat(node.count("outbox")).isEqualTo(before + 1);

        assertThat(client.send(Role.INVESTIGATOR, "mine", body.replace("River", "Sea"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatWasRefusedMayBePutRightUnderItsKey() {
        var wrong = Documented.tree(ROUTE_REPORT).put("subject", "");
        assertThat(client.send(Role.ANALYST, "better", wrong.toString()).statusCode())
                .isEqualTo(422);

        assertThat(client.send(Role.ANALYST, "better", Documented.body(ROUTE_REPORT))
                        .statusCode())
                .isEqualTo(201);
    }

    private void assertNothingLeft() {
        assertThat(node.count("outbox")).isEqualTo(before);
    }

    private static int inOutbox(String message) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from outbox where msg_id = ?")
                .param(UUID.fromString(message))
                .query(Integer.class)
                .single();
    }
}
