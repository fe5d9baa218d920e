package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.ApiClient.assertProblem;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.console.Team;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What concerns a person in care leaves with the word of two: nobody lets go what they wrote themselves.
class ReleaseTest {
    private static final String BOTH = "both";
    private static final DeskNode.Running node =
            DeskNode.start("enlace.users-file=" + Team.with(BOTH, Role.CONSULAR, Role.SUPERVISOR));
    private static final String NOWHERE = "019aab12-0000-7000-8000-00000000000f";

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
    void aRequestForAVictimWaitsAndItsWriterSeesWhereItStands() {
        var body = Documented.body(VICTIM_ASSISTANCE_REQUEST);
        var answer = send(program(Role.CONSULAR), "waits", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var message = message(answer);
        assertThat(JSON.readTree(answer.body()).path("state").asString()).isEqualTo("AWAITING_RELEASE");
        var place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(place).isEqualTo("/api/v1/messages/" + message + "/release");
        assertThat(send(program(Role.CONSULAR), "waits", body).body()).contains(message, "AWAITING_RELEASE");
        assertThat(program(Role.CONSULAR).get(place).body()).contains("AWAITING_RELEASE", "ASKED");
        for (var other : List.of(Role.CASE_WORKER, Role.DUTY, Role.INVESTIGATOR)) {
            assertThat(program(other).get(place).statusCode()).isEqualTo(404);
        }
        assertNothingLeft();
        assertThat(audited(message)).containsExactly("ASK_RELEASE DONE PROTECTION");

        assertThat(released(program(Role.SUPERVISOR), message).statusCode()).isEqualTo(200);
        assertThat(send(program(Role.CONSULAR), "waits", body).statusCode()).isEqualTo(201);
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void whoReleasesReadsWhatIsSealedForThatPurposeAloneAndNamesByASecondStep() {
        var message = asked(program(Role.CONSULAR));
        var supervisor = program(Role.SUPERVISOR);

        var one = JSON.readTree(supervisor.get("/api/v1/releases/" + message).body());

        assertThat(one.at("/content/PROTECTION/consent/ref").asString()).isEqualTo("c-81d3");
        assertThat(one.path("content").has("IDENTITY")).isFalse();
        assertThat(one.path("readers").toString())
                .contains("\"MX\"", "\"GT\"", "Consular officer (after acceptance), Case worker (after acceptance)")
                .contains("Consular officer, Case worker, Duty officer, Supervisor");
        assertThat(audited(message))
                .containsExactly(
                        "ASK_RELEASE DONE PROTECTION", "SHOW_ALERT DONE RELEASE", "SHOW_PROTECTION DONE RELEASE");

        assertThat(JSON.readTree(supervisor
                                .get("/api/v1/releases/" + message + "?persons=true")
                                .body())
                        .path("content")
                        .has("IDENTITY"))
                .isTrue();
        assertThat(audited(message)).contains("SHOW_IDENTITY DONE RELEASE");
        assertThat(supervisor
                        .get("/api/v1/messages/" + message + "?persons=true")
                        .statusCode())
                .as("nothing of it is in a case before it leaves")
                .isEqualTo(404);
    }

    @Test
    void aFileThatSomebodyAskedToLetThroughIsShownToWhoeverDecidesAndCountsForThemAlone() {
        var reference = new CaseReference("MX-2026-F00001");
        var alert = node.arrives(
                new NodeId("MX"),
                Provided.alert(),
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H1));
        var database = node.bean(JdbcClient.class);
        database.sql("""
                        insert into attachment (member, id, message_id, given_id, number, chunks, done, have, state,
                            since, sealed) values ('MX', ?, ?, ?, 1, 1, 1, ?, 'UNSCANNED', ?, ?)""")
                .params(UUID.randomUUID(), alert.value(), alert.value(), new byte[1], now(), new byte[1])
                .update();
        var supervisor = node.browser(Role.SUPERVISOR);
        var waiting = waiting(supervisor);
        assertThat(supervisor.get("/release").body()).doesNotContain(reference.value());

        database.sql("insert into file_asked (message_id, number, officer, asked_at) values (?, 1, ?, ?)")
                .params(alert.value(), officer("duty"), now())
                .update();

        assertThat(supervisor.get("/release").body())
                .contains("Attachments to be let through", "/messages/" + alert + "/files#file-1", "Exercise: ");
        assertThat(waiting(supervisor)).isEqualTo(waiting + 1);
        assertThat(node.browser(Role.DUTY).get("/release").statusCode()).isEqualTo(403);
        database.sql("update file_asked set officer = ? where message_id = ?")
                .params(officer("supervisor"), alert.value())
                .update();
        assertThat(supervisor.get("/release").body()).contains(reference.value(), "Yours: somebody else decides");
        assertThat(waiting(supervisor)).isEqualTo(waiting);
        database.sql("update attachment set state = 'WHOLE' where message_id = ?")
                .param(alert.value())
                .update();
        assertThat(supervisor.get("/release").body()).doesNotContain(reference.value());
    }

    /// The number beside the entry.
    private static int waiting(Browser browser) {
        var page = browser.get("/me").body();
        var entry = page.substring(page.indexOf("href=\"/release\""));
        var count = Pattern.compile("cp-count\">(\\d+)<").matcher(entry.substring(0, entry.indexOf("</a>")));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private static String officer(String username) {
        return node.bean(Officers.class).named(username).orElseThrow().id().value();
    }

    private static Timestamp now() {
        return Timestamp.from(node.clock().instant());
    }

    /// That nobody else reaches a route at all is in `RoutesTest`.
    @Test
    void whoIsNoSupervisorDecidesNothing() {
        var message = asked(program(Role.CONSULAR));
        for (var role : List.of(Role.CONSULAR, Role.DUTY, Role.AUDITOR)) {
            var program = program(role);
            assertThat(program.get("/api/v1/releases/" + message).statusCode()).isEqualTo(403);
            assertThat(released(program, message).statusCode()).isEqualTo(403);
            assertThat(returned(program, message, "no").statusCode()).isEqualTo(403);
        }
        assertThat(state(message)).isEqualTo("AWAITING_RELEASE");
    }

    @Test
    void whoWroteItNeverReleasesItWhateverElseTheyAre() {
        var both = both();
        var message = asked(both);

        assertProblem(released(both, message), 403, "own-work");
        assertProblem(post(both, message, "release", "{\"writer\":\"somebody\",\"immediate\":true}"), 403, "own-work");
        assertProblem(returned(both, message, "Mine"), 403, "own-work");
        assertThat(both.get("/api/v1/releases").body()).contains("\"own\":true");
        var browser = new Browser(node.port());
        assertThat(browser.signIn(BOTH, Team.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(browser.get("/release/" + message).body())
                .contains("Somebody else has to decide")
                .doesNotContain("/release/" + message + "/release");
        assertThat(browser.submit("/me", "/release/" + message + "/release").statusCode())
                .isEqualTo(403);
        assertNothingLeft();
        assertThat(audited(message)).contains("RELEASE REFUSED null", "RETURN REFUSED null");

        assertThat(released(program(Role.SUPERVISOR), message).statusCode()).isEqualTo(200);
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void anotherIdOrAFieldThatIsNotAskedForLeadsNowhere() {
        var message = asked(program(Role.CONSULAR));
        var supervisor = program(Role.SUPERVISOR);

        for (var act : List.of("release", "return", "review")) {
            assertThat(post(
                                    supervisor,
                                    NOWHERE,
                                    act,
                                    "{\"reason\":\"x\",\"right\":true}"
                                            .replace(
                                                    act.equals("return") ? ",\"right\":true" : "\"reason\":\"x\",", ""))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertProblem(
                post(supervisor, message, "return", "{\"reason\":\"x\",\"state\":\"RELEASED\"}"), 400, "not-readable");
        for (var field : List.of("released", "releasedBy", "state", "waiting")) {
            var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST).put(field, "RELEASED");
            assertProblem(
                    send(program(Role.CONSULAR), UUID.randomUUID().toString(), body.toString()), 400, "not-readable");
        }
        assertNothingLeft();
        assertThat(state(message)).isEqualTo("AWAITING_RELEASE");
    }

    @Test
    void ofTwoSupervisorsTheFirstWinsAndTheOtherIsTold() throws Exception {
        var message = asked(program(Role.CONSULAR));
        try (var two = Executors.newFixedThreadPool(2)) {
            var one = two.submit(() -> released(program(Role.SUPERVISOR), message));
            var other = two.submit(() -> released(both(), message));

            var answers = List.of(one.get(), other.get());

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> {
                assertProblem(answer, 409, "taken");
                assertThat(JSON.readTree(answer.body()).at("/now/state").asString())
                        .isEqualTo("RELEASED");
                assertThat(JSON.readTree(answer.body()).at("/now/by").asString())
                        .startsWith("officer-");
            });
        }
        assertThat(node.count("outbox")).isEqualTo(before + 1);
        assertProblem(returned(both(), message, "Too late"), 409, "taken");
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void itGoesBackWithAReasonAndTheWayItTookIsPartOfItsCase() {
        var message = asked(program(Role.CONSULAR));
        var supervisor = program(Role.SUPERVISOR);

        assertError(returned(supervisor, message, "  "), "/reason", "REASON_MISSING");
        assertError(returned(supervisor, message, "x".repeat(2_001)), "/reason", "WORDS_LONG");
        assertThat(state(message)).isEqualTo("AWAITING_RELEASE");
        assertThat(returned(supervisor, message, "Ask Señora Ejemplo about retaliation")
                        .statusCode())
                .isEqualTo(200);

        assertThat(state(message)).isEqualTo("RETURNED");
        assertThat(program(Role.CONSULAR)
                        .get("/api/v1/messages/" + message + "/release")
                        .body())
                .contains("RETURNED", "Ask Señora Ejemplo about retaliation");
        assertProblem(released(supervisor, message), 409, "taken");
        assertThat(node.bean(JdbcClient.class)
                        .sql("select sealed from release_step where message_id = ? and sealed is not null")
                        .param(UUID.fromString(message))
                        .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .hasSize(1)
                .noneMatch(cell -> cell.contains("Ejemplo"));
        assertNothingLeft();
    }

    @Test
    void onlyItsWriterTakesItBack() {
        var message = asked(program(Role.CONSULAR));

        for (var other : List.of(Role.CASE_WORKER, Role.DUTY)) {
            assertThat(takenBack(program(other), message).statusCode()).isEqualTo(404);
        }
        assertThat(takenBack(program(Role.SUPERVISOR), message).statusCode()).isEqualTo(403);
        assertThat(takenBack(program(Role.CONSULAR), message).statusCode()).isEqualTo(200);
        assertThat(state(message)).isEqualTo("TAKEN_BACK");
        assertProblem(takenBack(program(Role.CONSULAR), message), 409, "taken");
        assertProblem(released(program(Role.SUPERVISOR), message), 409, "taken");
        assertNothingLeft();
    }

    @Test
    void whatIsImmediateLeavesAtOnceAndIsReviewedBySomebodyElse() {
        var both = both();
        var message = message(send(both, "now", immediate().toString()));
        assertThat(node.count("outbox")).isEqualTo(before + 1);

        var owed = item(message);
        assertThat(owed.path("state").asString()).isEqualTo("REVIEW_OWED");
        assertThat(Instant.parse(owed.path("due").asString()))
                .isEqualTo(Instant.parse(owed.path("since").asString()).plus(Duration.ofHours(24)));
        assertProblem(post(both, message, "review", "{\"right\":true}"), 403, "own-work");
        var supervisor = program(Role.SUPERVISOR);
        assertProblem(released(supervisor, message), 409, "taken");
        assertError(post(supervisor, message, "review", "{\"right\":false}"), "/words", "REASON_MISSING");
        assertProblem(post(supervisor, message, "review", "{}"), 400, "not-readable");
        assertThat(post(supervisor, message, "review", "{\"right\":false,\"words\":\"A day was left\"}")
                        .statusCode())
                .isEqualTo(200);

        assertProblem(post(supervisor, message, "review", "{\"right\":true}"), 409, "taken");
        var reference = owed.path("caseReference").asString();
        assertThat(node.browser(Role.CONSULAR).get("/cases/" + reference).body())
                .contains("Reviewed: it should not have gone alone", "A day was left");
        assertThat(audited(message)).contains("REVIEW DONE PROTECTION").doesNotContain("ASK_RELEASE DONE PROTECTION");
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void everyRuleIsAskedAgainAtReleaseAndAReviewThatIsOverdueShows() {
        try (var later = DeskNode.start()) {
            var client = new ApiClient(later);
            var answered = Documented.tree(VICTIM_ASSISTANCE_REQUEST)
                    .put(
                            "deadline",
                            later.clock().instant().plus(Duration.ofHours(2)).toString());
            var message = message(client.send(Role.CONSULAR, "soon", answered.toString()));
            var other = message(client.send(Role.CONSULAR, "later", Documented.body(VICTIM_ASSISTANCE_REQUEST)));
            client.send(Role.CONSULAR, "now", immediate().toString());
            var groups = new GroupClient(later);
            var brief = groups.founded(groups.body("Brief", "MX")
                    .put("ends", groups.today().plusDays(3).toString()));
            var toGroup = message(client.send(Role.CONSULAR, "group", toGroup(groups.founded("Long", "MX"))));
            var toBrief = message(client.send(Role.CONSULAR, "brief", toGroup(brief)));
            var sent = later.count("outbox");
            var supervisor = later.program(Role.SUPERVISOR);

            later.clock().forward(Duration.ofHours(25));

            var refused = released(supervisor, message);
            assertProblem(refused, 422, "not-released");
            assertError(refused, "/deadline", "DEADLINE_PASSED");
            var page = later.browser(Role.SUPERVISOR);
            assertThat(page.get("/release").body()).contains("Left at once, review owed", "Overdue");
            assertThat(page.get("/release/" + message).body()).contains("It cannot leave now");
            assertThat(page.submit("/me", "/release/" + message + "/release").statusCode())
                    .isEqualTo(422);

            later.clock().forward(Duration.ofDays(32));

            var keyless = released(supervisor, other);
            assertProblem(keyless, 422, "not-released");
            assertError(keyless, "/recipients", "RECIPIENT_WITHOUT_KEYS");
            var shut = released(supervisor, toGroup);
            assertError(shut, "/recipients", "RECIPIENT_WITHOUT_KEYS");
            assertError(shut, "/group", "GROUP_MEMBER_SHUT");
            assertError(released(supervisor, toBrief), "/group", "GROUP_ENDED");
            assertThat(later.count("outbox")).isEqualTo(sent);
            assertThat(later.count("release_item where state = 'AWAITING_RELEASE'"))
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLEAR", "GREEN"})
    void aMarkThatIsWiderThanItsPartsIsRefusedBeforeAnybodyIsAsked(String tlp) {
        var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST);
        body.putObject("handling")
                .put("code", "H1")
                .put("tlp", tlp)
                .put("pap", "AMBER")
                .putArray("caveats")
                .add("VICTIM_PROTECTION_ONLY");
        var answer = send(program(Role.CONSULAR), UUID.randomUUID().toString(), body.toString());

        assertProblem(answer, 422, "not-sent");
        assertError(answer, "/handling/tlp", "MARKING_TOO_WIDE");
    }

    @Test
    void whatThePersonTookBackInTheMeantimeNeitherLeavesNorIsAskedFor() {
        var reference = CaseReference.next(DeskNode.GT, 2026, new SecureRandom());
        var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST)
                .put("caseReference", reference.value())
                .toString();
        var first = message(send(program(Role.CASE_WORKER), UUID.randomUUID().toString(), body));
        var second = message(send(program(Role.CASE_WORKER), UUID.randomUUID().toString(), body));
        assertThat(released(program(Role.SUPERVISOR), first).statusCode()).isEqualTo(200);

        var withdrawn = program(Role.CASE_WORKER)
                .send(
                        "POST",
                        "/api/v1/messages/" + first + "/consent-withdrawal",
                        "application/json",
                        "{\"purposes\":[\"SHARE_CONSULATE\"],\"on\":\"2026-11-21\",\"language\":\"tzh\",\"interpreter\":true}");

        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        var left = node.count("outbox");
        var gone = "/content/protection/consent/answers/SHARE_CONSULATE";
        var late = released(program(Role.SUPERVISOR), second);
        assertProblem(late, 422, "not-released");
        assertError(late, gone, "CONSENT_WITHDRAWN");
        assertError(send(program(Role.CASE_WORKER), "again", body), gone, "CONSENT_WITHDRAWN");
        assertThat(node.count("outbox")).isEqualTo(left);

        var asked = Documented.tree(VICTIM_ASSISTANCE_REQUEST).put("caseReference", reference.value());
        ((ObjectNode) asked.at("/content/protection/consent")).put("date", "2026-11-22");
        assertThat(send(program(Role.CASE_WORKER), "asked-again", asked.toString())
                        .statusCode())
                .isEqualTo(202);
        var other = Documented.tree(VICTIM_ASSISTANCE_REQUEST).put("caseReference", reference.value());
        ((ObjectNode) other.at("/content/protection/person")).put("personRef", "p-another");
        assertThat(send(program(Role.CASE_WORKER), "another", other.toString()).statusCode())
                .as("somebody else took nothing back")
                .isEqualTo(202);
    }

    private static String toGroup(String group) {
        var body = Documented.tree(VICTIM_ASSISTANCE_REQUEST);
        body.remove("recipients");
        body.putObject("group").put("id", group).put("revision", 1);
        return body.toString();
    }

    private static ObjectNode immediate() {
        return Documented.tree(VICTIM_ASSISTANCE_REQUEST)
                .put("urgency", "IMMEDIATE")
                .put("urgencyReason", "She is followed");
    }

    private static Browser program(Role role) {
        return node.program(role);
    }

    private static Browser both() {
        var pair = BOTH + ":" + Team.PASSWORD;
        return new Browser(node.port())
                .always(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static String asked(Browser program) {
        var answer = send(program, UUID.randomUUID().toString(), Documented.body(VICTIM_ASSISTANCE_REQUEST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return message(answer);
    }

    private static HttpResponse<String> send(Browser program, String key, String body) {
        return program.send(program.request("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> released(Browser program, String message) {
        return post(program, message, "release", "{}");
    }

    private static HttpResponse<String> returned(Browser program, String message, String reason) {
        return post(
                program,
                message,
                "return",
                JSON.createObjectNode().put("reason", reason).toString());
    }

    private static HttpResponse<String> takenBack(Browser program, String message) {
        return program.send("POST", "/api/v1/messages/" + message + "/take-back", "application/json", "{}");
    }

    private static HttpResponse<String> post(Browser program, String message, String act, String body) {
        return program.send("POST", "/api/v1/releases/" + message + "/" + act, "application/json", body);
    }

    private static JsonNode item(String message) {
        return JSON.readTree(program(Role.SUPERVISOR)
                        .get("/api/v1/releases/" + message)
                        .body())
                .path("item");
    }

    private static String state(String message) {
        return item(message).path("state").asString();
    }

    private static String message(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("message").asString();
    }

    private static List<String> audited(String message) {
        return node.bean(JdbcClient.class)
                .sql(
                        "select action || ' ' || outcome || ' ' || coalesce(purpose, 'null') from audit_entry where object_id = ? order by seq")
                .param(message)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void assertNothingLeft() {
        assertThat(node.count("outbox")).isEqualTo(before);
    }
}
