package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.ROUTE_REPORT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Numbers of cases and messages come with the request; that somebody knows one opens nothing.
class NumbersOfOthersTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aCaseThatTheOfficerSeesGoesOn() {
        var begun = reference(send(Role.INVESTIGATOR, Documented.immediate(CASE_ALERT)));

        var answer = send(Role.INVESTIGATOR, Documented.immediate(CASE_ALERT).put("caseReference", begun));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(reference(answer)).isEqualTo(begun);
    }

    @Test
    void aCaseThatTheOfficerDoesNotSeeLooksLikeOneThatIsNotThere() {
        var ofAVictim = reference(send(Role.CASE_WORKER, Documented.tree(VICTIM_ASSISTANCE_REQUEST)));

        var unseen = send(Role.ANALYST, Documented.tree(ROUTE_REPORT).put("caseReference", ofAVictim));
        var unknown = send(Role.ANALYST, Documented.tree(ROUTE_REPORT).put("caseReference", "MX-2026-ABCDEF"));

        assertThat(codes(unseen)).isEqualTo(codes(unknown)).containsExactly("/caseReference CASE_UNKNOWN");
        assertThat(messages(ofAVictim)).isEqualTo(1);
    }

    @Test
    void oneRepliesOnlyToWhatOneSees() {
        var ofAVictim = send(Role.CASE_WORKER, Documented.tree(VICTIM_ASSISTANCE_REQUEST));
        var message = JSON.readTree(ofAVictim.body()).path("message").asString();

        assertThat(codes(send(Role.ANALYST, Documented.tree(ROUTE_REPORT).put("inReplyTo", message))))
                .isEqualTo(codes(send(
                        Role.ANALYST,
                        Documented.tree(ROUTE_REPORT).put("inReplyTo", "019aab12-0000-7000-8000-00000000000f"))))
                .containsExactly("/inReplyTo MESSAGE_UNKNOWN");
    }

    @Test
    void theAuditLogNamesWhoSentAsItNamesEverybodyAndWhy() {
        var answer = send(Role.INVESTIGATOR, Documented.immediate(CASE_ALERT));
        var message = JSON.readTree(answer.body()).path("message").asString();

        var row = node.bean(JdbcClient.class)
                .sql("select actor, purpose from audit_entry where action = 'SEND' and object_id = ?")
                .param(message)
                .query()
                .singleRow();

        assertThat(row.values().stream().map(String::valueOf).toList())
                .containsExactly(pseudonym(message), "INVESTIGATION");
    }

    private static String pseudonym(String message) {
        return node.bean(JdbcClient.class)
                .sql("select author_name from case_message where id = ?")
                .param(UUID.fromString(message))
                .query(String.class)
                .single();
    }

    private static HttpResponse<String> send(Role role, ObjectNode body) {
        var program = node.program(role);
        return program.send(program.request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String reference(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        if (answer.statusCode() == 202) {
            new ApiClient(node)
                    .released(JSON.readTree(answer.body()).path("message").asString());
        }
        return JSON.readTree(answer.body()).path("caseReference").asString();
    }

    private static List<String> codes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return JSON.readTree(answer.body())
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private static int messages(String reference) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from case_message where reference = ?")
                .param(reference)
                .query(Integer.class)
                .single();
    }
}
