package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One act on several items is as many acts: each is decided by itself, and each result is said.
class BulkTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(600_000);
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
    private static final JsonMapper JSON = new JsonMapper();

    private static DeskUnderTest.Running node;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eachItemIsDecidedByItselfAndWhatAColleagueTookMeanwhileIsSaid() {
        var free = alert(Urgency.NORMAL, ChildInvolved.NO);
        var taken = alert(Urgency.NORMAL, ChildInvolved.NO);
        browser(Role.SUPERVISOR).submit("/me", "/desk/items/" + item(taken) + "/acknowledge");
        var recalled = alert(Urgency.NORMAL, ChildInvolved.NO);
        node.transaction().executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(recalled).orElseThrow();
            var now = node.clock().instant();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SAFETY", now, now));
        });
        var absent = UUID.randomUUID().toString();
        var to = pseudonym(Role.INVESTIGATOR);

        var form = bulk(Role.DUTY, "assign", List.of(item(free), item(taken), absent), Map.of());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains(reference(free), reference(taken), "name=\"act\" value=\"do\"");
        assertThat(offers(free)).as("nothing is done before somebody is chosen").isZero();
        var nobody = bulk(Role.DUTY, "assign", List.of(item(free)), Map.of("act", "do"));
        assertThat(nobody.statusCode()).isEqualTo(422);

        var done =
                bulk(Role.DUTY, "assign", List.of(item(free), item(taken), absent), Map.of("act", "do", "choice", to));

        assertThat(done.body()).contains("1 of 3 done", "Ana Lucía", "There is no such item, or not for you");
        assertThat(offers(free)).isEqualTo(1);
        assertThat(offers(taken)).isZero();
        var results = api(Role.SUPERVISOR, "assign", "\"to\":\"" + to + "\"", item(taken), item(free), item(recalled));
        assertThat(codes(results)).hasSize(3);
        assertThat(codes(results).getFirst()).isEqualTo("DONE");
        assertThat(offers(taken)).isEqualTo(1);
    }

    @Test
    void belowWhatItsSenderSaidAnItemGoesOnlyByASupervisorWithAReasonInBulkAsSingly() {
        var child = alert(Urgency.URGENT, ChildInvolved.SUSPECTED);
        var plain = alert(Urgency.NORMAL, ChildInvolved.NO);
        var due = due(child);

        var duty = api(Role.DUTY, "urgency", "\"urgency\":\"ROUTINE\",\"reason\":\"x\"", item(child), item(plain));
        assertThat(codes(duty)).containsExactly("CHILD_NEEDS_SUPERVISOR", "LOWERING_NEEDS_SUPERVISOR");
        var silent = api(Role.SUPERVISOR, "urgency", "\"urgency\":\"NORMAL\"", item(child));
        assertThat(codes(silent)).containsExactly("LOWERING_REASON_MISSING");
        assertThat(rank(child)).isEqualTo(1);

        assertThat(codes(api(Role.DUTY, "urgency", "\"urgency\":\"IMMEDIATE\"", item(child), item(plain))))
                .containsExactly("DONE", "DONE");
        assertThat(rank(child)).isZero();
        assertThat(browser(Role.DUTY).get("/desk?item=" + item(plain)).body())
                .contains("Immediate here (the sender said: Normal)");
        var lowered = bulk(
                Role.SUPERVISOR,
                "urgency",
                List.of(item(child)),
                Map.of("act", "do", "choice", "NORMAL", "note", "Ya está a salvo <b>"));
        assertThat(lowered.body()).contains("1 of 1 done");
        assertThat(rank(child)).isEqualTo(2);
        assertThat(due(child)).as("the clock is that of what the sender said").isEqualTo(due);
        assertThat(browser(Role.SUPERVISOR).get("/cases/" + reference(child)).body())
                .contains("Urgency set for this desk", "Ya está a salvo &lt;b&gt;");
        assertThat(node.allRows()).doesNotContain("a salvo");
        assertThat(node.toldTo(CO)).noneMatch(status -> status.of().equals(node.given(child)));
        assertThat(audited("URGENCY_SET", child)).isEqualTo(2);
        assertThat(codes(api(Role.DUTY, "urgency", "\"urgency\":\"SOON\"", item(plain))))
                .containsExactly("URGENCY_UNKNOWN");
    }

    @Test
    void whatIsMarkedAsReadIsSoForOneOfficerAloneAndStopsNoClock() {
        var one = alert(Urgency.URGENT, ChildInvolved.NO);
        var two = alert(Urgency.URGENT, ChildInvolved.NO);
        var due = due(one);

        assertThat(bulk(Role.DUTY, "read", List.of(item(one), item(two), item(one)), Map.of())
                        .body())
                .contains("2 of 2 done");
        bulk(Role.DUTY, "read", List.of(item(one)), Map.of());

        assertThat(row(Role.DUTY, one)).doesNotContain("data-unread");
        assertThat(row(Role.SUPERVISOR, one)).contains("data-unread");
        assertThat(due(one)).isEqualTo(due);
        assertThat(audited("MARK_READ", one)).isEqualTo(1);
    }

    @Test
    void whatIsNotSeenIsNotThereAndNothingElseIsTakenIn() {
        var protection =
                node.arrives(CO, Samples.request(), Samples.requestAbout(next(), Urgency.URGENT, Samples.usual()));
        for (var act : List.of("read", "assign")) {
            var more = act.equals("read") ? "\"items\":null" : "\"to\":\"" + pseudonym(Role.DUTY) + "\"";
            if (act.equals("read")) {
                assertThat(send(Role.INVESTIGATOR, "read", "{" + more + "}").body())
                        .contains("NOTHING_CHOSEN");
                assertThat(send(Role.INVESTIGATOR, "read", "{\"items\":[],\"owner\":\"x\"}")
                                .statusCode())
                        .isEqualTo(400);
                assertThat(codes(send(Role.INVESTIGATOR, act, "{\"items\":[\"" + item(protection) + "\"]}")))
                        .containsExactly("NOT_THERE");
            } else {
                assertThat(codes(api(Role.INVESTIGATOR, act, more, item(protection))))
                        .containsExactly("NOT_THERE");
            }
        }
        assertThat(offers(protection)).isZero();
        assertThat(send(Role.INVESTIGATOR, "urgency", "{\"items\":[],\"urgency\":\"URGENT\"}")
                        .statusCode())
                .isEqualTo(403);
        var many = new ArrayList<String>();
        for (var i = 0; i < 51; i++) {
            many.add(UUID.randomUUID().toString());
        }
        assertThat(bulk(Role.DUTY, "read", many, Map.of()).statusCode()).isEqualTo(422);
        assertThat(bulk(Role.DUTY, "read", List.of(), Map.of()).body()).contains("Choose at least one item");
        assertThat(bulk(Role.DUTY, "read", List.of("' or 1=1"), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(browser(Role.DUTY).submit("/me", "/desk/bulk/acknowledge").statusCode())
                .as("some acts are done one by one")
                .isEqualTo(404);
    }

    private static MessageId alert(Urgency urgency, ChildInvolved child) {
        return node.arrives(CO, Samples.alert(), Samples.alertAbout(next(), urgency, child));
    }

    private static String next() {
        return "CO-2026-" + NUMBER.incrementAndGet();
    }

    private static HttpResponse<String> bulk(Role by, String act, List<String> items, Map<String, String> more) {
        var fields = new ArrayList<String>();
        fields.add("_token=" + Browser.token(browser(by).get("/me").body()));
        items.forEach(item -> fields.add("sel=" + URLEncoder.encode(item, StandardCharsets.UTF_8)));
        more.forEach((name, value) -> fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser(by)
                .send("POST", "/desk/bulk/" + act, "application/x-www-form-urlencoded", String.join("&", fields));
    }

    private static HttpResponse<String> api(Role by, String act, String more, String... items) {
        return send(by, act, "{\"items\":" + JSON.writeValueAsString(items) + "," + more + "}");
    }

    private static HttpResponse<String> send(Role by, String act, String body) {
        return node.api(by).send("POST", "/api/v1/desk/" + act, "application/json", body);
    }

    /// All codes of all items, in order.
    private static List<String> codes(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var codes = new ArrayList<String>();
        for (JsonNode result : JSON.readTree(answer.body()).get("results")) {
            result.get("codes").forEach(code -> codes.add(code.asString()));
        }
        return codes;
    }

    private static String row(Role reader, MessageId id) {
        var page = browser(reader).get("/desk").body();
        var from = page.indexOf("id=\"row-" + item(id));
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf('>', from));
    }

    private static Browser browser(Role role) {
        return BROWSERS.computeIfAbsent(role, one -> node.browser().signIn(one));
    }

    private static String pseudonym(Role role) {
        return node.bean(Officers.class).working().stream()
                .filter(officer -> officer.is(role))
                .findFirst()
                .orElseThrow()
                .pseudonym();
    }

    private static String item(MessageId id) {
        return Objects.toString(column(id, "id"));
    }

    private static String reference(MessageId id) {
        return Objects.toString(column(id, "reference"));
    }

    private static String due(MessageId id) {
        return Objects.toString(column(id, "due"));
    }

    private static int rank(MessageId id) {
        return Integer.parseInt(Objects.toString(column(id, "urgency_rank")));
    }

    private static Object column(MessageId id, String name) {
        return Objects.requireNonNull(node.database()
                .sql("select " + name + " from desk_item where message_id = ?")
                .param(id.value())
                .query()
                .singleValue());
    }

    private static int offers(MessageId id) {
        return node.database()
                .sql("select count(*) from handover where item_id = ? and outcome is null")
                .param(UUID.fromString(item(id)))
                .query(Integer.class)
                .single();
    }

    private static int audited(String act, MessageId id) {
        return node.database()
                .sql("select count(*) from audit_entry where action = ? and object_id = ?")
                .params(act, id.toString())
                .query(Integer.class)
                .single();
    }
}
