package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.ApiClient.assertProblem;
import static org.enlace.compose.ApiClient.assertRule;
import static org.enlace.message.MessageType.CASE_ALERT;
import static org.enlace.message.MessageType.VICTIM_ASSISTANCE_REQUEST;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// Sharing groups: what goes to one goes to all whom its writer saw in it, or to nobody.
class GroupsTest {
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static final GroupClient groups = new GroupClient(node);
    private static final NodeId MX = new NodeId("MX");

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
    void whatIsWrongWithAGroupIsSaidAtOnceAndNothingIsKept() {
        var kept = node.count("sharing_group");
        var today = groups.today();

        assertThat(refused(body -> body.put("name", " ").put("purpose", "FUN").put("ownReference", "x".repeat(61))))
                .contains("NAME_MISSING", "PURPOSE_UNKNOWN", "OWN_REFERENCE_LONG");
        assertThat(refused(body -> body.put("name", "Río \u202E azul"))).contains("CHARACTERS_HIDDEN");
        assertThat(refused(body -> body.put("name", "x".repeat(81)).remove("starts")))
                .contains("NAME_LONG", "FIRST_DAY_MISSING");
        assertThat(refused(body -> body.remove("ends"))).contains("LAST_DAY_MISSING");
        assertThat(refused(body -> body.put("starts", today.minusDays(1).toString())))
                .contains("FIRST_DAY_PAST");
        assertThat(refused(body -> body.put("ends", today.minusDays(1).toString())))
                .contains("LAST_DAY_BEFORE_FIRST");
        assertThat(refused(body -> body.put("ends", today.plusYears(1).toString())))
                .contains("LAST_DAY_FAR");
        assertThat(refused(body -> body.putArray("members").add("GT").add("AR").add("mx")))
                .contains("MEMBER_IS_SELF", "MEMBER_UNKNOWN");
        assertThat(refused(body -> body.put("ground", "WORK_DONE"))).contains("JOINING_GROUND_MISSING");
        for (var field : List.of("revision", "id", "foundedBy", "overAt", "standing")) {
            assertProblem(
                    groups.post("", groups.body("Río", "MX").put(field, "1").toString()), 400, "not-readable");
        }
        assertThat(node.count("sharing_group")).isEqualTo(kept);
        assertThat(node.count("group_act where words is not null and kind = 'FOUNDED'"))
                .isZero();

        var noList = groups.body("Río");
        noList.remove("members");
        noList.remove("ground");
        assertThat(groups.post("", noList.toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void whoWritesSeesWhatRunsSupervisorsSeeAllAndNobodyElseAny() {
        var runs = groups.founded(groups.body("Ruta norte", "MX", "SV").put("ownReference", "MP-17/2026"));
        var later = groups.founded(groups.body("Luego", "MX")
                .put("starts", groups.today().plusDays(1).toString()));
        var over = groups.founded("Antes", "MX");
        groups.ended(over, 1);

        var writer = node.program(Role.INVESTIGATOR);
        assertThat(writer.get(GroupClient.PATH).body()).contains(runs).doesNotContain(later, over);
        for (var hidden : List.of(later, over)) {
            assertProblem(writer.get(GroupClient.PATH + "/" + hidden), 404, "not-found");
            assertThat(node.browser(Role.CONSULAR).get("/groups/" + hidden).statusCode())
                    .isEqualTo(404);
        }
        assertThat(groups.read(Role.INVESTIGATOR, "/" + runs).toString()).doesNotContain("MP-17/2026");
        assertThat(groups.read(Role.SUPERVISOR, "/" + runs).toString()).contains("MP-17/2026");
        assertThat(node.browser(Role.ANALYST).get("/groups/" + runs).body())
                .contains("Ruta norte", "El Salvador, Mexico")
                .doesNotContain("MP-17/2026", "/groups/" + runs + "/add");
        var supervisor = node.browser(Role.SUPERVISOR);
        assertThat(supervisor.get("/groups").body())
                .contains("Ruta norte", "Luego")
                .doesNotContain("Antes");
        assertThat(supervisor.get("/groups?view=past").body()).contains("Antes").doesNotContain("Ruta norte");
        assertThat(groups.read(Role.SUPERVISOR, "?view=past").toString()).contains(over);
        for (var role : List.of(Role.AUDITOR, Role.OPERATOR)) {
            assertProblem(node.program(role).get(GroupClient.PATH + "/" + runs), 403, "forbidden");
        }
        assertProblem(
                node.program(Role.DUTY).send("POST", GroupClient.PATH, "application/json", "{}"), 403, "forbidden");
        assertThat(node.program(Role.AUDITOR)
                        .get("/api/v1/audit?object=" + over + "%201")
                        .body())
                .doesNotContain("Antes");
        assertThat(deeds(over)).containsExactly("FOUND_GROUP DONE", "END_GROUP DONE");
        assertThat(node.bean(JdbcClient.class)
                        .sql("select count(*) from sharing_group where position(? in cast(name as varchar)) > 0")
                        .param("Ruta")
                        .query(Integer.class)
                        .single())
                .as("the name rests encrypted")
                .isZero();
    }

    @Test
    void ofTwoSupervisorsAtOnceTheSecondIsToldWhatTheFirstDid() throws Exception {
        var group = groups.founded("Dos a la vez", "MX");
        try (var two = Executors.newFixedThreadPool(2)) {
            var one = two.submit(() -> groups.change(group, "add", 1, "SV"));
            var other = two.submit(() -> groups.change(group, "add", 1, "BR"));
            var answers = List.of(one.get(), other.get());

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> {
                assertProblem(answer, 409, "changed-meanwhile");
                assertError(answer, "/revision", "CHANGED_SINCE");
                assertThat(answer.body()).containsPattern("Ana Lucía Ramírez Ortega added (El Salvador|Brazil)");
            });
        }
        assertThat(groups.read(Role.SUPERVISOR, "/" + group).at("/group/members"))
                .hasSize(2);

        var late = node.browser(Role.SUPERVISOR)
                .submit("/me", "/groups/" + group + "/end", "revision", "1", "end-reason", "Terminó la operación");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody changed the group while you read", "Terminó la operación")
                .containsPattern("added (El Salvador|Brazil)");
        assertThat(node.browser(Role.SUPERVISOR)
                        .submit("/me", "/groups/" + group + "/end", "end-reason", "No revision")
                        .statusCode())
                .isEqualTo(409);
        assertThat(groups.read(Role.SUPERVISOR, "/" + group)
                        .at("/group/standing")
                        .asString())
                .isEqualTo("RUNS");
    }

    @Test
    void whatWasDoneStaysAndWhoWasInItOnADayIsAnswered() {
        var key = "founded-once";
        var body = groups.body("Historia", "MX", "SV").toString();
        var program = node.program(Role.SUPERVISOR).always("Idempotency-Key", key);
        var group = JSON.readTree(program.send("POST", GroupClient.PATH, "application/json", body)
                        .body())
                .path("id")
                .asString();
        assertThat(program.send("POST", GroupClient.PATH, "application/json", body)
                        .body())
                .as("once for each key")
                .contains(group);
        groups.changed(group, "remove", 1, "SV");
        groups.changed(group, "add", 2, "BR");
        assertError(groups.change(group, "add", 3, "BR"), "/members", "MEMBER_IS_IN");
        assertError(groups.change(group, "remove", 3, "SV"), "/members", "MEMBER_NOT_IN");
        var lastDay = groups.today().plusMonths(9).toString();
        assertError(prolonged(group, 3, lastDay, " "), "/reason", "CHANGE_REASON_MISSING");
        assertError(prolonged(group, 3, groups.today().toString(), "x"), "/ends", "LAST_DAY_NOT_LATER");
        assertError(prolonged(group, 3, groups.today().plusMonths(13).toString(), "x"), "/ends", "LAST_DAY_FAR");
        assertThat(prolonged(group, 3, lastDay, "El juicio sigue").statusCode()).isEqualTo(200);
        assertThat(groups.post(
                                "/" + group + "/describe",
                                "{\"revision\":4,\"name\":\"Otro nombre\",\"purpose\":\"STANDING_COOPERATION\"}")
                        .statusCode())
                .isEqualTo(200);
        groups.ended(group, 5);
        assertError(groups.change(group, "add", 6, "SV"), "/revision", "GROUP_OVER");

        var whole = groups.read(Role.SUPERVISOR, "/" + group + "?on=" + groups.today());

        assertThat(whole.path("memberships").toString())
                .contains("\"addedFor\":\"TAKES_PART\"", "\"removedFor\":\"WORK_DONE\"", "CASE_LEADS_THERE")
                .contains("officer-");
        assertThat(whole.path("on")).as("at some hour of that day").hasSize(3);
        assertThat(whole.path("history").toString())
                .contains("FOUNDED", "JOINED", "LEFT", "PROLONGED", "DESCRIBED", "ENDED")
                .contains("El juicio sigue", "Historia", lastDay);
        var dayBefore = groups.today().minusDays(1);
        assertThat(groups.read(Role.SUPERVISOR, "/" + group + "?on=" + dayBefore)
                        .path("on"))
                .isEmpty();
        assertThat(node.browser(Role.SUPERVISOR)
                        .get("/groups/" + group + "?on=" + groups.today())
                        .body())
                .contains("Otro nombre", "El juicio sigue", "added Brazil", "took El Salvador out")
                .containsPattern("On .*: Brazil, El Salvador, Mexico")
                .doesNotContain("/groups/" + group + "/add");
        assertProblem(
                node.program(Role.SUPERVISOR).get(GroupClient.PATH + "/" + group + "?on=yesterday"),
                400,
                "invalid-parameter");
        assertThat(deeds(group))
                .containsSubsequence(
                        "ADD_TO_GROUP DONE", "PROLONG_GROUP REFUSED", "PROLONG_GROUP DONE", "END_GROUP DONE");
    }

    @Test
    void aGroupIsChosenWithTheMembersItHasAndItsCaseKeepsThem() {
        var group = groups.founded("Operación Río", "MX", "SV");
        var writer = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(writer);
        assertThat(draft.page().body()).contains("Operación Río – 2 contact points");
        draft.type("groupMembers", "BR").type("group", UUID.randomUUID().toString());
        choose(draft, group);
        assertThat(draft.page().body())
                .contains("When it was chosen: El Salvador, Mexico", "remove-recipient:MX")
                .doesNotContain("remove-recipient:BR");

        groups.changed(group, "add", 1, "BR");
        groups.changed(group, "remove", 2, "SV");
        assertThat(draft.page().body())
                .contains("Brazil joined the sharing group since it was chosen")
                .contains("El Salvador left the sharing group since it was chosen");
        assertThat(draft.press("send").statusCode()).isEqualTo(422);
        assertThat(node.count("outbox")).isEqualTo(before);

        choose(draft, group);
        var sent = draft.press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var path = sent.headers().firstValue("Location").orElseThrow();
        groups.post(
                "/" + group + "/describe",
                "{\"revision\":3,\"name\":\"Renombrada\",\"purpose\":\"JOINT_INVESTIGATION\"}");
        groups.changed(group, "add", 4, "SV");
        assertThat(writer.get(path).body())
                .contains("Sent to a sharing group", "Operación Río")
                .doesNotContain("Renombrada");
        var message = sentBy(sent);
        var kept = JSON.readTree(node.program(Role.INVESTIGATOR)
                        .get("/api/v1/messages/" + message)
                        .body())
                .path("group");
        assertThat(kept.path("members").toString()).isEqualTo("[\"BR\",\"MX\"]");
        assertThat(kept.path("revision").asInt()).isEqualTo(3);
        assertThat(node.readBy(MX, message).toString()).doesNotContain("Operación Río", group);
        assertThat(deeds(message + " " + group)).containsExactly("SEND_TO_GROUP DONE");
    }

    @Test
    void whoTakesAMemberOutWritesToContactPointsOneByOneAndSeesIt() {
        var group = groups.founded("Sin uno", "MX", "SV", "BR");
        var draft = Written.alert(node.browser(Role.INVESTIGATOR)).to("MX");
        choose(draft, group);
        draft.type("caveat", "EXCLUDE").type("exclude", "BR");

        var refused = draft.press("send");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Brazil is excluded by the handling you chose")
                .contains("Brazil is in the sharing group and may not have this message");
        assertThat(node.count("outbox")).isEqualTo(before);

        draft.press("remove-recipient:BR");
        assertThat(draft.page().body())
                .contains("You took Brazil out of the sharing group")
                .doesNotContain("When it was chosen");
        var sent = draft.press("send");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(node.count("group_sending where message_id = '" + sentBy(sent) + "'"))
                .isZero();

        var other = Written.alert(node.browser(Role.INVESTIGATOR)).to("SV");
        choose(other, group);
        other.press("drop-group");
        assertThat(other.page().body()).doesNotContain("When it was chosen", "remove-recipient:MX");
    }

    @Test
    void betweenAskingAndReleaseTheGroupMayChangeAndThenNothingLeaves() {
        var group = groups.founded("Espera", "MX", "SV");
        var wanted = named(Documented.tree(CASE_ALERT), group, 1);
        wanted.remove("recipients");
        var first = Said.id(
                client.send(Role.INVESTIGATOR, "g-" + group, wanted.toString()).body());
        var second = Said.id(
                client.send(Role.INVESTIGATOR, "h-" + group, wanted.toString()).body());
        var supervisor = node.browser(Role.SUPERVISOR);
        assertThat(supervisor.get("/release/" + first).body())
                .contains("Sharing group", "Espera", "When it was chosen: El Salvador, Mexico");
        assertThat(JSON.readTree(node.program(Role.SUPERVISOR)
                                .get("/api/v1/releases/" + first)
                                .body())
                        .at("/group/members")
                        .toString())
                .isEqualTo("[\"MX\",\"SV\"]");

        groups.changed(group, "add", 1, "BR");
        var refused = node.program(Role.SUPERVISOR)
                .send("POST", "/api/v1/releases/" + first + "/release", "application/json", "{}");
        assertProblem(refused, 422, "not-released");
        assertError(refused, "/group", "GROUP_MEMBER_JOINED");
        assertThat(supervisor.get("/release/" + first).body())
                .contains("It cannot leave now", "Brazil joined the sharing group");
        assertThat(node.count("outbox")).isEqualTo(before);

        var waits = node.browser(Role.INVESTIGATOR);
        var draft = Written.alert(waits);
        choose(draft, group);
        draft.type("urgency", "NORMAL").press("send");
        groups.changed(group, "remove", 2, "BR");
        assertThat(draft.page().body())
                .as("the writer sees it where it waits")
                .contains("Brazil left the sharing group", "take-back");
        client.released(first.toString());
        assertThat(node.count("outbox")).as("who is in it is the same again").isEqualTo(before + 1);

        groups.ended(group, 3);
        var over = node.program(Role.SUPERVISOR)
                .send("POST", "/api/v1/releases/" + second + "/release", "application/json", "{}");
        assertError(over, "/group", "GROUP_ENDED");
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void aChangeThatIsUnderWayIsWaitedForBeforeAnythingIsSealed() throws Exception {
        var group = groups.founded("A la vez", "MX", "SV");
        var wanted = named(Documented.tree(CASE_ALERT), group, 1);
        wanted.remove("recipients");
        var asked = Said.id(
                client.send(Role.INVESTIGATOR, "w-" + group, wanted.toString()).body());
        var database = node.bean(JdbcClient.class);
        try (var other = Executors.newSingleThreadExecutor()) {
            var release = new TransactionTemplate(node.bean(PlatformTransactionManager.class)).execute(_ -> {
                database.sql("update sharing_group set members = 'MX', revision = 2 where id = ?")
                        .param(UUID.fromString(group))
                        .update();
                var released = other.submit(() -> node.program(Role.SUPERVISOR)
                        .send("POST", "/api/v1/releases/" + asked + "/release", "application/json", "{}"));
                await().until(() ->
                        database.sql("select count(*) from information_schema.sessions where blocker_id is not null")
                                        .query(Integer.class)
                                        .single()
                                > 0);
                return released;
            });

            assertError(Objects.requireNonNull(release).get(), "/group", "GROUP_MEMBER_LEFT");
        }
        assertThat(node.count("outbox")).isEqualTo(before);
    }

    @Test
    void aProgramNamesTheGroupWithTheRevisionItReadAndAllIsJudged() {
        var group = groups.founded("Programa", "MX", "SV");
        var empty = groups.founded("Vacío");
        var tomorrow = groups.founded(groups.body("Mañana", "MX")
                .put("starts", groups.today().plusDays(1).toString()));
        Consumer<ObjectNode> alone = body -> body.remove("recipients");

        rule(
                group,
                1,
                "/group",
                "GROUP_NOT_WHOLE",
                body -> body.putArray("recipients").add("MX"));
        rule(
                group,
                1,
                "/recipients",
                "RECIPIENT_UNKNOWN",
                body -> body.putArray("recipients").add("MX").add("SV").add("AR"));
        rule(
                group,
                1,
                "/group",
                "GROUP_MEMBER_SHUT",
                body -> ((ObjectNode) body.path("handling")).putArray("caveats").add("EXCLUDE(SV)"));
        rule(group, 7, "/group", "GROUP_UNKNOWN", alone);
        rule(UUID.randomUUID().toString(), 1, "/group", "GROUP_UNKNOWN", alone);
        rule(empty, 1, "/group", "GROUP_EMPTY", alone);
        rule(empty, 1, "/recipients", "NO_RECIPIENT", alone);
        rule(tomorrow, 1, "/group", "GROUP_NOT_BEGUN", alone);
        groups.changed(group, "remove", 1, "SV");
        rule(group, 1, "/group", "GROUP_MEMBER_LEFT", alone);
        var half = Documented.immediate(CASE_ALERT);
        half.putObject("group").put("id", group);
        assertProblem(client.refused(Role.INVESTIGATOR, half.toString()), 400, "not-readable");
        half.putObject("group").put("id", group).put("revision", 2).put("members", "all");
        assertProblem(client.refused(Role.INVESTIGATOR, half.toString()), 400, "not-readable");

        var more = named(Documented.immediate(CASE_ALERT), group, 2);
        more.putArray("recipients").add("MX").add("BR");
        var answer = client.send(Role.INVESTIGATOR, "more-" + group, more.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(client.send(Role.INVESTIGATOR, "more-" + group, more.toString())
                        .body())
                .as("once for each key")
                .isEqualTo(answer.body());
        assertThat(node.count("outbox")).isEqualTo(before + 1);
    }

    @Test
    void oneWhoMayNotHaveTheMessageStopsItForTheWholeGroup() {
        var group = groups.founded("Todos o nadie", "MX", "SV");
        Consumer<ObjectNode> alone = body -> body.remove("recipients");

        shut(
                VICTIM_ASSISTANCE_REQUEST,
                group,
                "RECIPIENT_IS_STATE_OF_ORIGIN",
                alone.andThen(body -> caveats(body, "VICTIM_PROTECTION_ONLY", "NO_CONSULAR_CONTACT")));
        shut(
                VICTIM_ASSISTANCE_REQUEST,
                group,
                "RECIPIENT_WITHHELD",
                alone.andThen(body -> ((ObjectNode) body.at("/content/protection/consent"))
                        .putArray("withheldFrom")
                        .addObject()
                        .put("from", "México")
                        .put("reason", "FEAR_OF_HARM")));
        var kin = named(Documented.tree(VICTIM_ASSISTANCE_REQUEST), groups.founded("Ayuda", "MX"), 1);
        kin.remove("recipients");
        ((ObjectNode) kin.at("/content/protection/consent"))
                .putArray("withheldFrom")
                .addObject()
                .put("from", "Su tío en México")
                .put("reason", "FEAR_OF_HARM");
        assertThat(client.send(Role.CONSULAR, "kin-" + group, kin.toString()).statusCode())
                .as("that keeps nothing from Mexico")
                .isEqualTo(202);
        shut(CASE_ALERT, group, "RECIPIENT_EXCLUDED", alone.andThen(body -> caveats(body, "EXCLUDE(MX)")));
        // Only those who do not protect are left there.
        shut(
                CASE_ALERT,
                group,
                "GROUP_MEMBER_SHUT",
                alone.andThen(body -> caveats(
                        body,
                        "VICTIM_PROTECTION_ONLY",
                        "EXCLUDE(MX:DUTY)",
                        "EXCLUDE(MX:CONSULAR)",
                        "EXCLUDE(MX:CASE_WORKER)")));
        var reference = new CaseReference("MX-2026-0000J7");
        var report = node.arrives(
                MX, Said.route(), Provided.about(reference, MessageType.ROUTE_REPORT, null, HandlingCode.H2));
        var found = named(Documented.tree(MessageType.CORROBORATION), group, 1).put("inReplyTo", report.toString());
        found.remove("recipients");
        var refused = client.refused(Role.ANALYST, found.toString());
        assertError(refused, "/recipients", "RECIPIENT_IS_NO_HOLDER");
        assertError(refused, "/group", "GROUP_MEMBER_SHUT");
    }

    @Test
    void withoutARecipientNothingLeavesByAnyWay() {
        var draft = Written.alert(node.browser(Role.INVESTIGATOR));
        assertThat(draft.press("send").statusCode()).isEqualTo(422);
        var empty = groups.founded("Nadie");
        choose(draft, empty);
        var refused = draft.press("send");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nobody is in the sharing group", "Choose at least one contact point");
        assertRule(client.refused(CASE_ALERT, body -> body.putArray("recipients")), "/recipients", "NO_RECIPIENT");
        assertRule(client.refused(CASE_ALERT, body -> body.putNull("recipients")), "/recipients", "NO_RECIPIENT");

        var sent = client.send(
                Role.INVESTIGATOR,
                "c-" + empty,
                Documented.immediate(CASE_ALERT).toString());
        var correction = Documented.immediate(CASE_ALERT)
                .put("corrects", Said.id(sent.body()).toString())
                .put("correctionReason", "WAS_WRONG");
        correction.putArray("recipients");
        var corrected = client.refused(Role.INVESTIGATOR, correction.toString());
        assertRule(corrected, "/recipients", "NO_RECIPIENT");
        assertRule(corrected, "/recipients", "STAYS_AS_SENT");
        var group = groups.founded("Otro", "MX", "BR");
        named(correction, group, 1);
        assertRule(client.refused(Role.INVESTIGATOR, correction.toString()), "/recipients", "STAYS_AS_SENT");

        var asked =
                node.arrives(MX, Asked.request(), Asked.about(new CaseReference("MX-2026-0000J8"), Handling.UNMARKED));
        var duty = node.program(Role.DUTY);
        var item = item(asked);
        duty.send("POST", "/api/v1/desk/items/" + item + "/acknowledge", "application/json", "");
        var forward = duty.send(
                "POST",
                "/api/v1/desk/items/" + item + "/forward",
                "application/json",
                "{\"unit\":\" \",\"outside\":false}");
        assertProblem(forward, 422, "refused");
        assertError(forward, "/unit", "UNIT_MISSING");
    }

    private static void choose(Written draft, String group) {
        draft.type("groupChoice", group);
        draft.press("choose-group");
    }

    private static void rule(String group, int revision, String pointer, String code, Consumer<ObjectNode> change) {
        var body = named(Documented.immediate(CASE_ALERT), group, revision);
        change.accept(body);
        assertRule(client.refused(Role.INVESTIGATOR, body.toString()), pointer, code);
    }

    private static void shut(MessageType type, String group, String code, Consumer<ObjectNode> change) {
        var body = named(Documented.immediate(type), group, 1);
        change.accept(body);
        var role = type == CASE_ALERT ? Role.INVESTIGATOR : Role.CONSULAR;
        var answer = client.refused(role, body.toString());
        assertThat(answer.body()).contains(code);
        assertRule(answer, "/group", "GROUP_MEMBER_SHUT");
        assertThat(answer.body()).contains("Mexico is in the sharing group").doesNotContain("El Salvador is in");
    }

    private static void caveats(ObjectNode body, String... caveats) {
        var handling = body.withObject("/handling");
        handling.put("code", "H1").put("tlp", "AMBER+STRICT").put("pap", "AMBER");
        var all = handling.putArray("caveats");
        List.of(caveats).forEach(all::add);
    }

    private static ObjectNode named(ObjectNode body, String group, int revision) {
        body.putObject("group").put("id", group).put("revision", revision);
        return body;
    }

    private static String refused(Consumer<ObjectNode> change) {
        var body = groups.body("Río", "MX");
        change.accept(body);
        var answer = groups.post("", body.toString());
        assertProblem(answer, 422, "refused");
        return answer.body();
    }

    private static HttpResponse<String> prolonged(String group, int revision, String ends, String reason) {
        return groups.post(
                "/" + group + "/prolong",
                "{\"revision\":%d,\"ends\":\"%s\",\"reason\":\"%s\"}".formatted(revision, ends, reason));
    }

    private static List<String> deeds(String object) {
        return node.bean(JdbcClient.class)
                .sql("select action || ' ' || outcome from audit_entry where object_id like ? order by seq")
                .param(object + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The message in the new case to which the answer leads.
    private static String sentBy(HttpResponse<String> answer) {
        return node.bean(JdbcClient.class)
                .sql("select cast(id as varchar) from case_message where reference = ?")
                .param(answer.headers().firstValue("Location").orElseThrow().substring("/cases/".length()))
                .query(String.class)
                .single();
    }

    private static String item(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select cast(id as varchar) from desk_item where message_id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }
}
