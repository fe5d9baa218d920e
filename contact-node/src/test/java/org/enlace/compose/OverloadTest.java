package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.assertProblem;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database has no time for is turned away, loses nothing, and is done once when it is sent again.
class OverloadTest {
    private static final int CONNECTIONS = 4;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whoIsTurnedAwayIsToldWhenToComeAgainAndHoldsWhatWasTyped(String kind) throws SQLException {
        try (var node = DeskNode.on(
                database(kind),
                "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
                "spring.datasource.hikari.connection-timeout=500")) {
            var client = new ApiClient(node);
            var body = Documented.body(MessageType.ROUTE_REPORT);
            var browser = node.browser(Role.INVESTIGATOR);
            var draft = Written.alert(browser).to("MX").type("what", "Seen <again> at the bridge");
            draft.page();

            try (var _ = auditHeld(node)) {
                assertBusy(client.send(Role.ANALYST, "one key", body));
                assertHolds(draft.press("send"), draft.path());
            }
            try (var _ = allTaken(node)) {
                assertBusy(client.send(Role.ANALYST, "one key", body));
                var page = browser.get("/cases");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(page.body())
                        .contains("This node is busy")
                        .doesNotContain("<form method=\"post\" action=\"/cases");
                assertThat(browser.post("/sign-in", Map.of("password", "known to one alone"))
                                .body())
                        .doesNotContain("known to one alone");
            }
            assertThat(node.count("outbox")).isZero();
            assertThat(node.count("sending_request")).isZero();

            var sent = client.send(Role.ANALYST, "one key", body);
            assertThat(sent.statusCode()).isEqualTo(201);
            assertThat(client.send(Role.ANALYST, "one key", body).body()).isEqualTo(sent.body());
            assertThat(node.count("outbox")).isEqualTo(1);
            assertThat(draft.press("send").statusCode()).isEqualTo(303);
            assertThat(node.count("outbox")).isEqualTo(2);
            assertThat(counted(node, "LOCK")).isGreaterThanOrEqualTo(2);
            assertThat(counted(node, "CONNECTION")).isGreaterThanOrEqualTo(2);
        }
    }

    private static void assertBusy(HttpResponse<String> answer) {
        assertProblem(answer, 503, "busy");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    private static void assertHolds(HttpResponse<String> page, String path) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(page.body())
                .contains(
                        "<form method=\"post\" action=\"" + path + "\"",
                        "name=\"what\" value=\"Seen &lt;again> at the bridge\"",
                        "name=\"act\" value=\"send\"")
                // Another language would lose what was typed.
                .doesNotContain("action=\"/look\"");
        assertThat(page.body().split("name=\"_token\"", -1)).hasSizeGreaterThan(1);
    }

    /// The one row that everything needs that is written down.
    private static Connection auditHeld(DeskNode.Running node) throws SQLException {
        var connection = node.bean(DataSource.class).getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.executeQuery("select seq from audit_head where id = 1 for update");
        }
        return connection;
    }

    private static AutoClosing allTaken(DeskNode.Running node) throws SQLException {
        var taken = new ArrayList<Connection>();
        var pool = node.bean(DataSource.class).unwrap(HikariDataSource.class);
        for (var i = 0; i < CONNECTIONS; i++) {
            taken.add(pool.getConnection());
        }
        return () -> {
            for (var connection : taken) {
                connection.close();
            }
        };
    }

    private interface AutoClosing extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static double counted(DeskNode.Running node, String lacking) {
        return node.bean(MeterRegistry.class)
                .counter("enlace.busy", "lacking", lacking)
                .count();
    }

    private static String database(String kind) {
        return kind.equals("h2")
                ? H2.inMemory("LOCK_TIMEOUT=500")
                : Postgres.database() + "&options=-c%20lock_timeout=500";
    }
}
