package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.enlace.node.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A supervisor's program that keeps sharing groups of the node of Guatemala.
final class GroupClient {
    static final String PATH = "/api/v1/groups";
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");

    private final DeskNode.Running node;

    GroupClient(DeskNode.Running node) {
        this.node = node;
    }

    LocalDate today() {
        return LocalDate.ofInstant(node.clock().instant(), ZONE);
    }

    /// A body that founds a group of these members which runs for half a year.
    ObjectNode body(String name, String... members) {
        var body = ApiClient.JSON.createObjectNode();
        body.put("name", name)
                .put("purpose", "JOINT_INVESTIGATION")
                .put("starts", today().toString())
                .put("ends", today().plusMonths(6).toString())
                .put("ground", "TAKES_PART");
        var all = body.putArray("members");
        List.of(members).forEach(all::add);
        return body;
    }

    /// @return its id
    String founded(String name, String... members) {
        return founded(body(name, members));
    }

    String founded(ObjectNode body) {
        var answer = post("", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.JSON.readTree(answer.body()).path("id").asString();
    }

    HttpResponse<String> post(String path, String body) {
        var program = node.program(Role.SUPERVISOR);
        return program.send(program.request(PATH + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /// Adds or removes one.
    HttpResponse<String> change(String group, String act, int revision, String member) {
        var ground = act.equals("add") ? "CASE_LEADS_THERE" : "WORK_DONE";
        return post(
                "/" + group + "/" + act,
                "{\"revision\":%d,\"members\":[\"%s\"],\"ground\":\"%s\"}".formatted(revision, member, ground));
    }

    void changed(String group, String act, int revision, String member) {
        var answer = change(group, act, revision, member);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void ended(String group, int revision) {
        var answer = post("/" + group + "/end", "{\"revision\":%d,\"reason\":\"Done\"}".formatted(revision));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    JsonNode read(Role role, String path) {
        var answer = node.program(role).get(PATH + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.JSON.readTree(answer.body());
    }
}
