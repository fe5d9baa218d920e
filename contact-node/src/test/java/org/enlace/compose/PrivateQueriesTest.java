package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.message.MessageType.CASE_ALERT;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.enlace.console.Browser;
import org.enlace.message.MatchAnswer;
import org.enlace.message.MatchHit;
import org.enlace.message.MatchQuery;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NotAsked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Private queries with neighbours that are played: what each side learns, and what nobody does.
class PrivateQueriesTest {
    /// Neighbours in tests send exercises, and so does a node for training.
    private static final DeskNode.Running node = DeskNode.start("enlace.training=true");
    private static final ApiClient client = new ApiClient(node);
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final NodeId BR = new NodeId("BR");
    private static final String KNOWN = "+51987654321";
    private static final String UNKNOWN = "+51987654322";

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void theAskerLearnsWhatIsHeldAndThePartnerNothingOfWhatIsNot() {
        var mexico = new Neighbour(node, MX);
        var reference = sent(_ -> {});

        var asked = ok(ask(reference, List.of("MX", "BR"), KNOWN, UNKNOWN));

        assertThat(states(asked)).containsExactlyInAnyOrder("BR WAITING", "MX WAITING");
        var toMexico = mexico.newest(MatchQuery.class);
        var toBrazil = new Neighbour(node, BR).newest(MatchQuery.class);
        assertThat(toMexico.message().elements())
                .hasSize(2)
                .doesNotContainAnyElementsOf(toBrazil.message().elements());
        assertThat(toMexico.header().recipients()).containsExactly(MX);
        assertThat(toMexico.header().about().purpose()).containsExactly("INVESTIGATION");
        assertThat(toMexico.header().about().senderOfficer()).startsWith("officer-");

        var reader = node.browser(Role.INVESTIGATOR);
        var path = "/queries/" + asked.path("id").asString();
        assertThat(reader.get("/queries").body()).contains("hx-get=\"/queries/mine?page=0\"");
        var live = path + "/answers?seen=0";
        assertThat(reader.get(path).body()).contains("hx-get=\"" + live + "\"");
        var opened = node.count("audit_entry where action = 'SHOW_QUERY'");
        assertThat(reader.get(live).body()).doesNotContain("An answer has come");

        mexico.answers(toMexico, KNOWN);

        assertThat(reader.get(live).body()).contains("An answer has come").doesNotContain("hx-get", KNOWN);
        assertThat(reader.get("/queries/mine").body())
                .contains("Mexico: Hit", "hx-get=\"/queries/mine?page=0\"", " here</p>")
                .doesNotContain("<html");
        assertThat(node.count("audit_entry where action = 'SHOW_QUERY'"))
                .as("a page that asks by itself opens nothing")
                .isEqualTo(opened);
        assertThat(node.browser(Role.ANALYST).get(live).statusCode()).isEqualTo(404);
        var read = whole(asked, Role.INVESTIGATOR);

        assertThat(states(read.path("query"))).containsExactlyInAnyOrder("BR WAITING", "MX HIT");
        var hit = partner(read.path("query"), "MX");
        assertThat(hit.path("hits").toString()).isEqualTo("[1]");
        assertThat(hit.path("contactRole").asString()).isEqualTo("DUTY");
        assertThat(hit.path("reference").asString()).matches("GT-Q-[0-9A-Z]{8}");
        assertThat(read.path("identifiers").path(1).path("number").asString()).isEqualTo(UNKNOWN);
        assertThat(left("MX").path("today").asInt()).isEqualTo(198);

        mexico.tick();
        assertThat(mexico.newest(MatchHit.class).message().tags()).containsExactly(mexico.tag(KNOWN));
        mexico.tick();
        assertThat(mexico.all(MatchHit.class)).hasSize(1);

        // Only who asked sees it, and what was asked about stands nowhere else.
        assertThat(get("/api/v1/queries/" + asked.path("id").asString(), Role.ANALYST)
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.count("audit_entry where object_id like '%98765432%' or outcome like '%98765432%'"))
                .isZero();
        assertThat(node.count("match_asked where blinded is not null and partner = 'MX' and query_id = '"
                        + asked.path("id").asString() + "'"))
                .isZero();
        assertThat(audit(hit.path("reference").asString())).containsExactly("MATCH_FOUND HIT", "MATCH_QUERY DONE");

        var browser = node.browser(Role.INVESTIGATOR);
        var page = browser.get("/queries/" + asked.path("id").asString()).body();
        assertThat(page).contains(KNOWN);
        var begun = browser.submit("/queries", "/queries/" + asked.path("id").asString() + "/write/MX");
        var draft = begun.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(draft).body())
                .contains(hit.path("reference").asString(), reference)
                .doesNotContain("98765432");
    }

    @Test
    void anAnswerThatIsNotProvenOrComesTwiceOrToNothingChangesNothing() {
        var brazil = new Neighbour(node, BR);
        var reference = sent(_ -> {});
        var first = ok(ask(reference, List.of("BR"), KNOWN));
        var query = brazil.newest(MatchQuery.class);
        brazil.answers(query, UNKNOWN);
        brazil.answers(query, KNOWN);
        assertThat(states(whole(first, Role.INVESTIGATOR).path("query"))).containsExactly("BR NO_HIT");

        // Another key within one month would mark who asks, or hide what is held.
        var second = ok(ask(reference, List.of("BR"), KNOWN));
        brazil.takesAnotherKey();
        brazil.answers(brazil.newest(MatchQuery.class), KNOWN);
        assertThat(states(whole(second, Role.INVESTIGATOR).path("query"))).containsExactly("BR UNREADABLE");

        // And so would a key for each answer, each said to be for a month to come.
        var third = ok(ask(reference, List.of("BR"), KNOWN));
        brazil.answers(brazil.newest(MatchQuery.class), KNOWN, 1);
        assertThat(states(whole(third, Role.INVESTIGATOR).path("query"))).containsExactly("BR UNREADABLE");

        assertThatThrownBy(() -> brazil.says(
                        new MatchAnswer(MatchAnswer.PURPOSE_REFUSED, null, null), MessageId.next(now(), new Random(1))))
                .isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> new Neighbour(node, SV)
                        .says(
                                new MatchAnswer(MatchAnswer.PURPOSE_REFUSED, null, null),
                                query.header().msgId()))
                .isInstanceOf(NotAsked.class);
    }

    @Test
    void whatStandsAgainstAQueryIsSaidAtOnceAndNothingLeaves() {
        var reference = sent(body -> caveats(body, "EXCLUDE(BR)"));
        var before = node.count("outbox");

        var wrong =
                JSON.createObjectNode().put("caseReference", "GT-2026-000000").put("purpose", "FUN");
        var all = wrong.putArray("identifiers");
        add(all, "PHONE", null, "98765432");
        add(all, "PASSPORT", "Peru", "P1234567");
        add(all, "PLATE", "CO", "ABC");
        all.addObject().put("number", "1");
        wrong.putArray("partners").add("AR");
        var answer = post(wrong, Role.INVESTIGATOR);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("98765432", "P1234567");
        assertError(answer, "/reference", "CASE_UNSEEN");
        assertError(answer, "/purpose", "PURPOSE_MISSING");
        assertError(answer, "/legalBasis", "LEGAL_BASIS_MISSING");
        assertError(answer, "/identifiers/0", "IDENTIFIER_NO_COUNTRY_CODE");
        assertError(answer, "/identifiers/1", "IDENTIFIER_STATE");
        assertError(answer, "/identifiers/2", "IDENTIFIER_NO_DIGIT");
        assertError(answer, "/identifiers/3", "IDENTIFIER_KIND");
        assertError(answer, "/partners", "PARTNER_UNKNOWN");

        // The case must not be known in Brazil, and an analyst does not see it at all.
        assertError(ask(reference, List.of("BR"), KNOWN), "/partners", "PARTNER_KEPT_OUT");
        assertThat(audit(reference)).contains("MATCH_QUERY REFUSED");
        assertError(post(query(reference, List.of("MX"), KNOWN), Role.ANALYST), "/reference", "CASE_UNSEEN");
        assertError(
                ask(reference, List.of("MX"), many(65).toArray(String[]::new)), "/identifiers", "IDENTIFIER_TOO_MANY");
        assertError(ask(reference, List.of("MX"), KNOWN, "+51 987-654-321"), "/identifiers/1", "IDENTIFIER_TWICE");
        assertThat(post(query(reference, List.of("MX"), KNOWN), Role.DUTY).statusCode())
                .isEqualTo(403);
        assertThat(post(JSON.createObjectNode(), Role.INVESTIGATOR).statusCode())
                .isEqualTo(422);
        assertThat(node.count("outbox")).isEqualTo(before);
    }

    @Test
    void partnersFindWhatTheyMayFindOfOursAndNothingElse() {
        var mexico = new Neighbour(node, MX);
        var found = sent(body -> phone(body, "+502 5555 0001"));
        sent(body -> caveats(phone(body, "+502 5555 0002"), "NO_AUTO_MATCH"));
        sent(body -> caveats(phone(body, "+502 5555 0003"), "EXCLUDE(MX)")
                .putArray("recipients")
                .add("SV"));
        sent(body -> phone(body, "+502 5555 0004").put("mode", "ACTUAL"));
        var wanted = List.of("+50255550001", "+50255550002", "+50255550003", "+50255550004", "+50255559999");

        var answer = mexico.asks(wanted);

        assertThat(answer.outcome()).isEqualTo(MatchAnswer.EVALUATED);
        assertThat(mexico.found(answer)).containsExactly(true, false, false, false, false);
        var notice = new MatchHit(List.of(mexico.foundTag(answer), "0".repeat(32)));
        var query = mexico.asked();
        assertThat(new Neighbour(node, SV).finds("+50255550003")).isTrue();
        assertThat(mexico.asks(List.of("+50255550001")).result())
                .satisfies(result -> assertThat(result.table().tags())
                        .as("a table that the asker has is not sent again")
                        .isEmpty());

        mexico.says(notice, query);
        var hits = json(get("/api/v1/queries/hits", Role.INVESTIGATOR));
        assertThat(hits).hasSize(1);
        assertThat(hits.path(0).path("caseReference").asString()).isEqualTo(found);
        assertThat(hits.path(0).path("partner").asString()).isEqualTo("MX");
        assertThat(json(get("/api/v1/queries/hits", Role.ANALYST)))
                .as("an analyst reads no alerts")
                .isEmpty();
        var review = "/api/v1/queries/hits/" + hits.path(0).path("id").asString() + "/review";
        assertThat(send(review, Role.ANALYST).statusCode()).isEqualTo(404);
        assertThat(send(review, Role.INVESTIGATOR).statusCode()).isEqualTo(204);
        assertThat(json(get("/api/v1/queries/hits", Role.INVESTIGATOR))
                        .path(0)
                        .path("reviewedAt")
                        .asString())
                .isNotBlank();
        assertThat(node.browser(Role.INVESTIGATOR).get("/queries").body()).contains(found);

        assertThatThrownBy(
                        () -> mexico.says(new MatchHit(List.of("0".repeat(32))), MessageId.next(now(), new Random(2))))
                .isInstanceOf(NotAsked.class);
    }

    @Test
    void twoHundredADayAreAnsweredAndTheAuditorSeesWhatWasRefused() {
        var brazil = new Neighbour(node, BR);
        assertThat(brazil.asks(List.of(KNOWN), "ANALYSIS").outcome()).isEqualTo(MatchAnswer.PURPOSE_REFUSED);
        for (var at = 0; at < 3; at++) {
            assertThat(brazil.asks(many(64)).outcome()).isEqualTo(MatchAnswer.EVALUATED);
        }

        var refused = brazil.asks(many(64));

        assertThat(refused.outcome()).isEqualTo(MatchAnswer.QUOTA_EXCEEDED);
        assertThat(refused.result()).isNull();
        assertThat(refused.quota()).satisfies(left -> assertThat(left.today()).isEqualTo(8));
        assertThat(audit(MatchQuery.reference(BR, brazil.asked()))).containsExactly("MATCH_ANSWER QUOTA_EXCEEDED");
        assertThat(brazil.asks(many(8)).outcome()).isEqualTo(MatchAnswer.EVALUATED);
        assertThat(brazil.asks(many(1)).outcome()).isEqualTo(MatchAnswer.QUOTA_EXCEEDED);
        node.clock().forward(Duration.ofDays(1));
        assertThat(brazil.asks(many(1)).outcome()).isEqualTo(MatchAnswer.EVALUATED);
    }

    @Test
    void whoIsRefusedOrAsksAboutManyIsSeenBySupervisorsAndAuditors() {
        var salvador = new Neighbour(node, SV);
        var reference = sent(_ -> {});
        var asked = ok(ask(reference, List.of("SV"), KNOWN));
        var until = now().plus(Duration.ofHours(2));
        salvador.says(
                new MatchAnswer(MatchAnswer.QUOTA_EXCEEDED, null, new MatchAnswer.Quota(0, 12, until)),
                salvador.newest(MatchQuery.class).header().msgId());

        assertThat(states(whole(asked, Role.INVESTIGATOR).path("query"))).containsExactly("SV QUOTA_EXCEEDED");
        assertError(ask(reference, List.of("SV"), KNOWN), "/partners", "PARTNER_QUOTA_USED_UP");
        assertThat(audit(reference)).contains("MATCH_QUERY REFUSED");
        assertThat(get("/api/v1/watch", Role.AUDITOR).body()).contains("QUERIES");
        assertThat(get("/queries", Role.AUDITOR).statusCode()).isEqualTo(403);
        node.clock().forward(Duration.ofHours(3));
        assertThat(ask(reference, List.of("SV"), KNOWN).statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyAsksOneThingAndAFormThatSomebodyWentBackToAndChangedAsksAnew() {
        var reference = sent(_ -> {});
        var program = node.program(Role.INVESTIGATOR).always("Idempotency-Key", "one query");

        var first = ok(post(query(reference, List.of("MX"), KNOWN), program));
        assertThat(ok(post(query(reference, List.of("MX"), KNOWN), program)).path("id"))
                .isEqualTo(first.path("id"));
        var other = post(query(reference, List.of("MX"), UNKNOWN), program);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("idempotency-key-reused").doesNotContain("98765432");

        var browser = node.browser(Role.INVESTIGATOR);
        var page = written(browser, reference, KNOWN);
        assertThat(written(browser, reference, KNOWN)).isEqualTo(page);
        var changed = written(browser, reference, UNKNOWN);
        assertThat(changed).isNotEqualTo(page);
        assertThat(browser.get(changed).body()).contains(UNKNOWN).doesNotContain(KNOWN);
    }

    @Test
    void ofTwoThatBringOneKeyAtTheSameInstantTheSecondGetsTheAnswerOfTheFirst() throws Exception {
        var reference = sent(_ -> {});
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 6; round++) {
                var key = "round " + round;
                var asked = node.count("match_query");
                var start = new CyclicBarrier(2);
                // The first rounds ask the same, the others something else under the same key.
                var answers = Stream.of(KNOWN, round < 4 ? KNOWN : UNKNOWN)
                        .map(phone -> both.submit(() -> {
                            var program = node.program(Role.INVESTIGATOR).always("Idempotency-Key", key);
                            start.await();
                            return post(query(reference, List.of("SV"), phone), program);
                        }))
                        .toList();
                var first = answers.getFirst().get();
                var second = answers.getLast().get();
                if (round < 4) {
                    assertThat(ok(first).path("id")).isEqualTo(ok(second).path("id"));
                } else {
                    assertThat(Stream.of(first.statusCode(), second.statusCode())
                                    .sorted())
                            .containsExactly(201, 409);
                }
                assertThat(node.count("match_query")).isEqualTo(asked + 1);
            }
        }
    }

    /// @return where the query is shown
    private static String written(Browser browser, String reference, String phone) {
        var fields = List.of(
                "key",
                "one form",
                "reference",
                reference,
                "purpose",
                "INVESTIGATION",
                "legalBasis",
                "PALERMO_PROTOCOL");
        var more = List.of("kind.0", "PHONE", "number.0", phone, "partners", "MX");
        var answer = browser.submit(
                "/queries",
                "/queries",
                Stream.concat(fields.stream(), more.stream()).toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Instant now() {
        return node.clock().instant();
    }

    /// An alert that left.
    ///
    /// @return its case
    private static String sent(Consumer<ObjectNode> change) {
        var body = Documented.tree(CASE_ALERT);
        change.accept(body);
        var answer = client.released(Role.INVESTIGATOR, UUID.randomUUID().toString(), body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(201, 202);
        return JSON.readTree(answer.body()).path("caseReference").asString();
    }

    private static ObjectNode phone(ObjectNode body, String number) {
        ((ObjectNode) body.path("content").path("police")).putArray("phones").add(number);
        return body;
    }

    private static ObjectNode caveats(ObjectNode body, String caveat) {
        ((ObjectNode) body.path("handling")).putArray("caveats").add("CHILD").add(caveat);
        return body;
    }

    private static List<String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "+5198765%04d".formatted(i))
                .toList();
    }

    private static ObjectNode query(String reference, List<String> partners, String... phones) {
        var body = JSON.createObjectNode()
                .put("caseReference", reference)
                .put("purpose", "INVESTIGATION")
                .put("legalBasis", "PALERMO_PROTOCOL");
        var all = body.putArray("identifiers");
        List.of(phones).forEach(phone -> add(all, "PHONE", null, phone));
        var to = body.putArray("partners");
        partners.forEach(to::add);
        return body;
    }

    private static void add(ArrayNode all, String kind, @Nullable String state, String number) {
        all.addObject().put("kind", kind).put("state", state).put("number", number);
    }

    private static HttpResponse<String> ask(String reference, List<String> partners, String... phones) {
        return post(query(reference, partners, phones), Role.INVESTIGATOR);
    }

    private static HttpResponse<String> post(ObjectNode body, Role role) {
        return post(body, node.program(role));
    }

    private static HttpResponse<String> post(ObjectNode body, Browser program) {
        return program.send(program.request("/api/v1/queries")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static HttpResponse<String> send(String path, Role role) {
        return node.program(role).send("POST", path, "application/json", "{}");
    }

    private static HttpResponse<String> get(String path, Role role) {
        return path.startsWith("/api/")
                ? node.program(role).get(path)
                : node.browser(role).get(path);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode whole(JsonNode asked, Role role) {
        return json(get("/api/v1/queries/" + asked.path("id").asString(), role));
    }

    private static JsonNode left(String partner) {
        return json(get("/api/v1/queries", Role.INVESTIGATOR))
                .path("left")
                .valueStream()
                .filter(one -> one.path("partner").asString().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> states(JsonNode query) {
        return query.path("partners")
                .valueStream()
                .map(one ->
                        one.path("partner").asString() + " " + one.path("state").asString())
                .toList();
    }

    private static JsonNode partner(JsonNode query, String code) {
        return query.path("partners")
                .valueStream()
                .filter(one -> one.path("partner").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /// Newest first.
    private static List<String> audit(String object) {
        return node.bean(JdbcClient.class)
                .sql(
                        "select action, outcome from audit_entry where object_id = ? and action like 'MATCH%' order by seq desc")
                .param(object)
                .query((row, _) -> row.getString(1) + " " + row.getString(2))
                .list();
    }
}
