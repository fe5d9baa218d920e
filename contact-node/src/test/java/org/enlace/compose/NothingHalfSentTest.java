package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is sent is sealed, filed and audited, or none of it; on both databases, with one node on each.
@TestInstance(Lifecycle.PER_CLASS)
class NothingHalfSentTest {
    private final Map<String, DeskNode.Running> nodes = new HashMap<>();

    @AfterAll
    void close() {
        nodes.values().forEach(DeskNode.Running::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aFaultAfterSealingLeavesTheDraftAndNothingElse(String kind) {
        var node = node(kind);
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");
        var before = Rows.of(node);
        var audited = node.count("audit_entry");
        refuseAuditOf(node, "SEND");

        assertThat(draft.press("send").statusCode()).isEqualTo(500);

        assertThat(Rows.of(node)).isEqualTo(before);
        assertThat(node.count("audit_entry")).isEqualTo(audited);
        assertThat(draft.page().body()).contains("Minibus heading for the border");

        allowAudit(node);
        assertThat(draft.press("send").statusCode()).isEqualTo(303);
        assertThat(node.count("outbox")).isEqualTo(before.outbox() + 1);
        assertThat(node.count("case_message")).isEqualTo(before.filed() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aKeyIsNotUsedUpByAFault(String kind) {
        var node = node(kind);
        var before = Rows.of(node);
        refuseAuditOf(node, "SEND");
        assertThat(send(node).statusCode()).isEqualTo(500);
        assertThat(Rows.of(node)).isEqualTo(before);

        allowAudit(node);
        assertThat(send(node).statusCode()).isEqualTo(201);
        assertThat(send(node).statusCode()).isEqualTo(201);
        assertThat(node.count("outbox")).isEqualTo(before.outbox() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aReleaseThatBreaksOffLeavesTheMessageWaitingAndIsMadeOnce(String kind) {
        var node = node(kind);
        var client = new ApiClient(node);
        var asked = client.send(Role.CASE_WORKER, "once", Documented.body(MessageType.VICTIM_ASSISTANCE_REQUEST));
        var path = "/api/v1/releases/"
                + ApiClient.JSON.readTree(asked.body()).path("message").asString() + "/release";
        var supervisor = node.program(Role.SUPERVISOR);
        var before = Rows.of(node);
        refuseAuditOf(node, "SEND");

        assertThat(supervisor.send("POST", path, "application/json", "{}").statusCode())
                .isEqualTo(500);

        assertThat(Rows.of(node)).isEqualTo(before);
        assertThat(node.count("release_item where state = 'AWAITING_RELEASE' and kept is not null"))
                .isEqualTo(1);

        allowAudit(node);
        for (var i = 0; i < 2; i++) {
            assertThat(supervisor.send("POST", path, "application/json", "{}").statusCode())
                    .isEqualTo(200);
        }
        assertThat(node.count("outbox")).isEqualTo(before.outbox() + 1);
        assertThat(node.count("case_message")).isEqualTo(before.filed() + 1);
        assertThat(node.count("release_item where kept is not null")).isZero();
        assertThat(node.count("audit_entry where action = 'RELEASE'")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatWasTypedIsStillThereAfterARestartAndWhenTheDirectoryHasExpiredNothingLeavesAndTheFormSaysWhy(String kind) {
        var database = kind.equals("h2") ? H2.inFile(DeskNode.folder("drafts").resolve("node")) : database(kind);
        var storage = "enlace.keys.storage-file=" + DeskNode.folder("storage").resolve("kept.p12");
        String path;
        try (var node = DeskNode.on(database, storage)) {
            var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX").type("name.0.family", "Ñandú d’Ávila");
            draft.press("save");
            path = draft.path();
        }
        try (var node = DeskNode.on(database, storage)) {
            var page = node.browser(Role.INVESTIGATOR).get(path).body();

            assertThat(page).contains("Ñandú d’Ávila", "value=\"remove-recipient:MX\"");

            node.clock().forward(Duration.ofHours(30 * 24 + 1));
            var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");

            var answer = draft.press("send");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#send\"", "Minibus heading for the border");
            assertThat(send(node).statusCode()).isEqualTo(503);
            assertThat(node.count("outbox")).isZero();
            assertThat(node.count("sending_request")).isZero();
        }
    }

    private DeskNode.Running node(String kind) {
        return nodes.computeIfAbsent(kind, one -> DeskNode.on(database(one)));
    }

    /// How many rows there are of what sending writes.
    ///
    /// @param asked keys of requests
    private record Rows(int outbox, int deliveries, int filed, int asked) {
        static Rows of(DeskNode.Running node) {
            return new Rows(
                    node.count("outbox"),
                    node.count("delivery"),
                    node.count("case_message"),
                    node.count("sending_request"));
        }
    }

    private static HttpResponse<String> send(DeskNode.Running node) {
        return node.program(Role.ANALYST)
                .always("Idempotency-Key", "one")
                .send("POST", "/api/v1/messages", "application/json", Documented.body(MessageType.ROUTE_REPORT));
    }

    /// From now on.
    private static void refuseAuditOf(DeskNode.Running node, String action) {
        node.bean(JdbcClient.class)
                .sql("alter table audit_entry add constraint refused check (action <> '%s' or seq <= %d)"
                        .formatted(action, node.count("audit_entry")))
                .update();
    }

    private static void allowAudit(DeskNode.Running node) {
        node.bean(JdbcClient.class)
                .sql("alter table audit_entry drop constraint refused")
                .update();
    }

    private static String database(String kind) {
        return kind.equals("h2") ? H2.inMemory() : Postgres.database();
    }
}
