package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.enlace.console.Browser;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Two who correct one version of a message at one moment, on both databases.
class TwoCorrectionsTest {
    private static final Map<String, DeskNode.Running> NODES = new ConcurrentHashMap<>();

    @AfterAll
    static void close() {
        NODES.values().forEach(DeskNode.Running::close);
    }

    private static DeskNode.Running node(String kind) {
        return NODES.computeIfAbsent(
                kind, one -> DeskNode.on(one.equals("h2") ? H2.inMemory("LOCK_TIMEOUT=20000") : Postgres.database()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void ofTwoCorrectionsOfOneVersionReleasedAtOneMomentOneLeavesAndTheOtherIsToldAndWaits(String kind)
            throws Exception {
        var node = node(kind);
        var body = Documented.tree(MessageType.VICTIM_ASSISTANCE_REQUEST);
        var first = asked(node, "first", body);
        assertThat(release(node, first).statusCode()).isEqualTo(200);
        body.put("corrects", first).put("correctionReason", "WAS_WRONG").remove("caseReference");
        var one = asked(node, "one", body);
        var other = asked(node, "other", body);
        var before = left(node);

        var answers = atOnce(kind, first, List.of(() -> release(node, one), () -> release(node, other)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        var loser = answers.getFirst().statusCode() == 409 ? one : other;
        assertThat(versions(node, first)).isEqualTo(2);
        assertThat(left(node)).isEqualTo(before.and(1, 0));
        assertThat(waits(node, loser)).isTrue();
        for (var answer : List.of(answers.get(loser.equals(one) ? 0 : 1), release(node, loser))) {
            ApiClient.assertProblem(answer, 409, "changed-meanwhile");
            ApiClient.assertError(answer, "/corrects", "CORRECTED_BEFORE");
        }
        var pressed = node.browser(Role.SUPERVISOR).submit("/release/" + loser, "/release/" + loser + "/release");
        assertThat(pressed.statusCode()).isEqualTo(409);
        assertThat(pressed.body()).contains("It still waits", "Somebody corrected this in the meantime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void ofTwoWhoSendACorrectionAtOneMomentOneDoesAndTheOtherKeepsWhatTheyWrote(String kind) throws Exception {
        var node = node(kind);
        var client = new ApiClient(node);
        var body = Documented.tree(MessageType.MODUS_OPERANDI_REPORT);
        body.remove("caseReference");
        var first = message(client.released(Role.ANALYST, "report", body.toString()));
        var analyst = node.browser(Role.ANALYST);
        var form = correcting(analyst, first);
        var late = correcting(analyst, first);
        body.put("corrects", first)
                .put("correctionReason", "WAS_WRONG")
                .withObject("/content")
                .remove("police");
        var before = left(node);

        var answers = atOnce(
                kind,
                first,
                List.of(() -> form.press("send"), () -> client.send(Role.ANALYST, "report-2", body.toString())));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409).count())
                .as(answers.toString())
                .isEqualTo(1);
        assertThat(versions(node, first)).isEqualTo(2);
        assertThat(left(node)).isEqualTo(before.and(1, 0));
        assertThat(answers.getFirst().statusCode()).isIn(303, 409);
        assertThat(answers.getLast().statusCode()).isIn(201, 409);
        ApiClient.assertProblem(client.send(Role.ANALYST, "report-3", body.toString()), 409, "changed-meanwhile");
        var kept = late.press("send");
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("Somebody corrected this in the meantime", "Two officers at the counter");
        assertThat(late.reload()).contains("Two officers at the counter");
    }

    private static Filled correcting(Browser analyst, String message) {
        var begun = analyst.submit("/me", "/drafts", "type", "MODUS_OPERANDI_REPORT", "corrects", message);
        return Filled.from(analyst, begun.headers().firstValue("Location").orElseThrow())
                .type("correctionReason", "WAS_WRONG")
                .type("countermeasure", "Two officers at the counter");
    }

    /// Both begin before either can end: the case is held until both of them wait for somebody.
    private static List<HttpResponse<String>> atOnce(
            String kind, String message, List<Callable<HttpResponse<String>>> acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            var begun = new TransactionTemplate(node(kind).bean(PlatformTransactionManager.class)).execute(_ -> {
                node(kind)
                        .bean(JdbcClient.class)
                        .sql("""
                                select reference from case_file where reference =
                                    (select reference from case_message where id = ?) for update""")
                        .param(UUID.fromString(message))
                        .query(String.class)
                        .single();
                var all = acts.stream().map(pool::submit).toList();
                await().atMost(Duration.ofSeconds(20)).until(() -> waiting(kind) == acts.size());
                return all;
            });
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : Objects.requireNonNull(begun)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /// How many transactions wait for a row that another holds.
    private static int waiting(String kind) {
        return node(kind)
                .count(
                        kind.equals("h2")
                                ? "information_schema.sessions where blocker_id is not null"
                                : "pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");
    }

    /// @return the message that now waits for a second person
    private static String asked(DeskNode.Running node, String key, ObjectNode body) {
        return message(new ApiClient(node).send(Role.CASE_WORKER, key, body.toString()));
    }

    private static String message(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return ApiClient.JSON.readTree(answer.body()).path("message").asString();
    }

    private static HttpResponse<String> release(DeskNode.Running node, String message) {
        return node.program(Role.SUPERVISOR)
                .send("POST", "/api/v1/releases/" + message + "/release", "application/json", "{}");
    }

    private static boolean waits(DeskNode.Running node, String message) {
        return node.count("release_item where state = 'AWAITING_RELEASE' and kept is not null and message_id = '"
                        + message + "'")
                == 1;
    }

    private static int versions(DeskNode.Running node, String message) {
        return node.count("case_version where message_id = '" + message + "'");
    }

    private static Left left(DeskNode.Running node) {
        return new Left(node.count("outbox"), node.count("case_message"));
    }

    /// @param filed a correction stands in its message, and is none of its own
    private record Left(int sealed, int filed) {
        Left and(int moreSealed, int moreFiled) {
            return new Left(sealed + moreSealed, filed + moreFiled);
        }
    }
}
