package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A program that sends messages through the API of one node, and reads what is said against them.
final class ApiClient {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeskNode.Running node;

    ApiClient(DeskNode.Running node) {
        this.node = node;
    }

    HttpResponse<String> send(Role role, String key, String body) {
        var program = node.program(role);
        return program.send(program.request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /// Sends it, and a supervisor lets it go if it waits for one.
    HttpResponse<String> released(Role role, String key, String body) {
        var answer = send(role, key, body);
        if (answer.statusCode() == 202) {
            released(JSON.readTree(answer.body()).path("message").asString());
        }
        return answer;
    }

    void released(String message) {
        var answer = node.program(Role.SUPERVISOR)
                .send("POST", "/api/v1/releases/" + message + "/release", "application/json", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// Sends the documented body of this type with a change, and sees that nothing has left.
    HttpResponse<String> refused(MessageType type, Consumer<ObjectNode> change) {
        var body = Documented.tree(type);
        change.accept(body);
        var role = type.isForCare() ? Role.CASE_WORKER : Role.INVESTIGATOR;
        return refused(role, body.toString());
    }

    HttpResponse<String> refused(Role role, String body) {
        var before = node.count("outbox");
        var answer = send(role, "r-" + UUID.randomUUID(), body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(node.count("outbox")).isEqualTo(before);
        return answer;
    }

    /// Such a rule was broken there, and the answer says in words what to do.
    static void assertRule(HttpResponse<String> answer, String pointer, String code) {
        assertProblem(answer, 422, "not-sent");
        assertError(answer, pointer, code);
    }

    static void assertError(HttpResponse<String> answer, String pointer, String code) {
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        assertThat(errors.valueStream())
                .as(answer.body())
                .anySatisfy(error -> assertThat(error.path("pointer").asString() + " "
                                + error.path("code").asString())
                        .isEqualTo(pointer + " " + code));
        assertThat(errors.valueStream())
                .allSatisfy(error -> assertThat(error.path("detail").asString()).isNotBlank());
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"type\":\"urn:enlace:problem:" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("detail").asString()).isNotBlank();
    }
}
