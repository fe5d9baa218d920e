package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.Provided.asked;
import static org.enlace.compose.Provided.granted;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.handling.HandlingCode;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.UsePermissionDecision;
import org.enlace.message.UsePermissionRequest;
import org.enlace.message.UsePermissionRequest.AskPart;
import org.enlace.message.UsePermissionRequest.Item;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// May what another provided be used in court, or by another holder? Asked and decided, on both sides.
class PermissionTest {
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final String UNIT = "Fiscalía, unidad 4";
    private static final LocalDate LATER = LocalDate.parse("2027-05-21");
    private static final DeskNode.Running node = DeskNode.start();
    private static final ApiClient client = new ApiClient(node);
    private static int cases;

    private CaseReference reference = new CaseReference("MX-2026-AAAAAA");

    @BeforeEach
    void anotherCase() {
        reference = new CaseReference("MX-2026-%06d".formatted(++cases));
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void aForwardThatH2StopsOffersToAskAndGoesToExactlyThatUnitOnceItIsGranted() {
        var alert = alert(HandlingCode.H2);
        var desk = "/desk/items/" + taken(alert);
        var duty = node.browser(Role.DUTY);
        var stopped = duty.submit(desk + "/forward", desk + "/forward", "unit", UNIT, "outside", "yes");
        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(stopped.body())
                .contains("H2: not to be passed on without the permission of Mexico")
                .contains("name=\"holder\" value=\"" + UNIT + "\"", "Mexico can allow that exactly this unit gets it")
                .contains("Nothing was passed on", "The request is filled in");
        var supervisor = node.browser(Role.SUPERVISOR)
                .submit(desk + "/forward", desk + "/forward", "unit", UNIT, "outside", "yes");
        assertThat(supervisor.body()).contains("Nothing was passed on", "A duty officer, an investigator");
        assertThat(supervisor.body()).doesNotContain("name=\"holder\"");

        var begun = duty.submit(
                "/me", "/drafts", "type", "USE_PERMISSION_REQUEST", "inReplyTo", alert.toString(), "holder", UNIT);
        var draft = begun.headers().firstValue("Location").orElseThrow();
        assertThat(duty.get(draft).body())
                .contains("value=\"" + UNIT + "\"", "value=\"PASS_ON\" checked", "value=\"URGENT\" checked")
                .as("as urgent as what it asks about, and for the same reason, which stays where it was written")
                .contains("id=\"urgencyReason\" name=\"urgencyReason\" type=\"text\" value=\"Cf. " + reference + "\"")
                .doesNotContain("value=\"Expected tonight\"")
                .contains("<option value=\"ALERT/whereNow/country\">", "<option value=\"ALERT/what\">");
        var request = asks(alert, UsePermissionRequest.PASS_ON, UNIT);
        assertThat(forwards(alert, UNIT)).isEqualTo(422);
        assertThat(duty.submit(desk + "/forward", desk + "/forward", "unit", UNIT, "outside", "yes")
                        .body())
                .contains("Mexico was asked on", "has not decided yet", "?message=" + request)
                .as("nobody asks twice")
                .doesNotContain("name=\"holder\"");

        node.arrives(MX, granted("GRANTED", LATER), about(MessageType.USE_PERMISSION_DECISION, request));

        assertThat(forwards(alert, "Fiscalía, unidad 5")).isEqualTo(422);
        assertThat(forwards(alert, UNIT)).isEqualTo(200);
        assertThat(node.browser(Role.DUTY)
                        .get("/cases/" + reference + "?message=" + alert)
                        .body())
                .contains(
                        "Passing it on to another holder: " + UNIT, "The whole message: Granted", "Until May 21, 2027")
                .contains("Answer: Granted");
    }

    @Test
    void aRequestIsUrgentForTheReasonOfItsMessageOrOfWhatThatAnswersAndMoreUrgentForItsOwnAlone() {
        var alert = alert(HandlingCode.H2);
        var sent = ours("urgent-" + alert, request(alert, body -> body.put("urgency", "URGENT")));
        assertThat(node.readBy(MX, sent.toString()).header().about().urgencyReason())
                .isEqualTo("Cf. " + reference);
        assertError(refused(alert, body -> body.put("urgency", "IMMEDIATE")), "/urgencyReason", "REQUIRED");

        var asked = Documented.immediate(MessageType.INFORMATION_REQUEST).put("mode", "EXERCISE");
        asked.remove("caseReference");
        asked.putArray("recipients").add("MX");
        var question = ours("question", asked.toString());
        reference = new CaseReference(caseOf(question));
        var answer = node.arrives(
                MX, Provided.answer(), Provided.unexplained(about(MessageType.INFORMATION_RESPONSE, question)));
        var draft = Written.replying(node.browser(Role.INVESTIGATOR), MessageType.USE_PERMISSION_REQUEST, answer);
        assertThat(Written.shown(draft.page().body(), "urgencyReason")).isEqualTo("Cf. " + reference);
        assertThat(draft.page().body()).doesNotContain("Say why it is immediate or urgent");
    }

    @ParameterizedTest
    @CsvSource({
        "COURT, GRANTED, 2027-05-21",
        "PASS_ON, REFUSED, 2027-05-21",
        "PASS_ON, GRANTED, 2026-11-20",
        "PASS_ON, OF_2031, 2027-05-21",
    })
    void noOtherDecisionLetsItPass(String use, String decision, LocalDate until) {
        var alert = alert(HandlingCode.H2);
        taken(alert);
        var request = asks(alert, use, UNIT);

        node.arrives(MX, granted(decision, until), about(MessageType.USE_PERMISSION_DECISION, request));

        assertThat(forwards(alert, UNIT)).isEqualTo(422);
    }

    @Test
    void onlyWhoProvidedItDecidesAndOnlyAboutWhatWasAsked() {
        var alert = alert(HandlingCode.H2);
        taken(alert);
        var request = asks(alert, UsePermissionRequest.PASS_ON, UNIT);
        var yes = granted("GRANTED", LATER);

        assertThatThrownBy(() -> node.arrives(SV, yes, about(MessageType.USE_PERMISSION_DECISION, request)))
                .isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> node.arrives(MX, yes, about(MessageType.USE_PERMISSION_DECISION, alert)))
                .isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> node.arrives(MX, yes, about(MessageType.USE_PERMISSION_DECISION, null)))
                .isInstanceOf(NotAsked.class);
        assertThat(forwards(alert, UNIT)).isEqualTo(422);

        node.arrives(MX, granted("REFUSED", null), about(MessageType.USE_PERMISSION_DECISION, request));
        node.arrives(MX, yes, about(MessageType.USE_PERMISSION_DECISION, request));

        assertThat(forwards(alert, UNIT)).isEqualTo(422);
        assertThat(node.browser(Role.DUTY).get("/cases/" + reference).body())
                .contains("Further answer: Granted. The first final answer stands.");
    }

    @Test
    void aDecisionThatIsTakenBackGrantsNothingAnyMoreAndTheNextOneCounts() {
        var alert = alert(HandlingCode.H2);
        taken(alert);
        var request = asks(alert, UsePermissionRequest.PASS_ON, UNIT);
        var decision = node.arrives(MX, granted("GRANTED", LATER), about(MessageType.USE_PERMISSION_DECISION, request));

        var now = node.clock().instant();
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(decision).orElseThrow();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SENT_IN_ERROR", now, now));
        });

        assertThat(forwards(alert, UNIT)).isEqualTo(422);
        assertThat(node.browser(Role.DUTY)
                        .get("/cases/" + reference + "?message=" + alert)
                        .body())
                .contains("The whole message: not decided yet");
        node.arrives(MX, granted("GRANTED", LATER), about(MessageType.USE_PERMISSION_DECISION, request));
        assertThat(forwards(alert, UNIT)).isEqualTo(200);
    }

    @Test
    void theProviderDecidesItemByItemAndBothSidesReadItAtTheMessage() {
        var ours = ours("provides");
        var asked = asked(new Item("POLICE", "/phones"), new Item("ALERT", "/what"), new Item("IDENTITY", null));
        var request = node.arrives(MX, asked, about(MessageType.USE_PERMISSION_REQUEST, ours));
        var investigator = node.browser(Role.INVESTIGATOR);
        var draft = Written.replying(investigator, MessageType.USE_PERMISSION_DECISION, request)
                .type("urgency", "NORMAL")
                .type("child", "NO")
                .type("subject", "Use of an alert in court")
                .type("handling", "H1")
                .type("tlp", "AMBER+STRICT")
                .type("pap", "AMBER")
                .type("verdict.0.decision", "GRANTED")
                .type("verdict.1.decision", "GRANTED_WITH_CONDITIONS")
                .type("verdict.2.decision", "REFUSED")
                .type("verdict.2.ground", "PROTECTION_OF_PERSON");
        assertThat(draft.page().body())
                .contains("The police part, Telephones", "The part with names and addresses")
                .contains("name=\"verdict.2.decision\"")
                .doesNotContain("name=\"verdict.3.decision\"");
        assertThat(draft.press("send").body())
                .contains("Give the last day of use", "Write the conditions, or grant it without");

        var sent = draft.type("until", LATER.toString())
                .type("verdict.1.conditions", "Without naming the source")
                .press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var read = node.readBy(MX, newest(ours));
        assertThat(read.header().about().inReplyTo()).isEqualTo(request);
        assertThat(read.message()).isInstanceOfSatisfying(UsePermissionDecision.class, decision -> {
            assertThat(decision.outcome()).isEqualTo("PARTLY_GRANTED");
            assertThat(decision.decision().grants(1, LATER)).isTrue();
            assertThat(decision.decision().grants(3, LATER)).isFalse();
        });
        assertThat(investigator
                        .get("/cases/" + caseOf(ours) + "?message=" + ours)
                        .body())
                .contains("Use in court: Juzgado B, 12/2026")
                .contains(
                        "The part without persons, What happens: In words: Granted with conditions: Without naming the source")
                .contains("Refused: Protection of the person", "Until May 21, 2027")
                .doesNotContain("Ask for permission");
        var told = node.program(Role.INVESTIGATOR).get("/api/v1/messages/" + ours);
        assertThat(ApiClient.JSON
                        .readTree(told.body())
                        .at("/permissions/0/decided/verdicts")
                        .size())
                .isEqualTo(3);
        assertThat(item(request).get("STATE")).isEqualTo("COMPLETED");
    }

    @Test
    void nobodyAsksToUseWhatNeverCameToIt() {
        var ours = ours("never");
        var asked = new UsePermissionRequest(new AskPart(
                UsePermissionRequest.PASS_ON, List.of(new Item(Item.WHOLE, null)), null, UNIT, "To act on it"));
        var theirs = alert(HandlingCode.H1);
        var unknown = MessageId.next(node.clock().instant(), new SecureRandom());

        for (var never : new @Nullable MessageId[] {theirs, null}) {
            assertThatThrownBy(() -> node.arrives(MX, asked, about(MessageType.USE_PERMISSION_REQUEST, never)))
                    .isInstanceOf(NotAsked.class);
        }
        assertThatThrownBy(() -> node.arrives(new NodeId("BR"), asked, about(MessageType.USE_PERMISSION_REQUEST, ours)))
                .isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> node.arrives(MX, asked, about(MessageType.USE_PERMISSION_REQUEST, unknown)))
                .isInstanceOf(UnknownMessage.class);
    }

    @Test
    void whatIsAskedAboutAVictimIsReadOnlyByThoseWhoReadOfTheVictim() {
        var ours = MessageId.parse(ApiClient.JSON
                .readTree(client.released(Role.CONSULAR, "victim", Documented.body(MessageType.IDENTITY_VERIFICATION))
                        .body())
                .path("message")
                .asString());
        var asked = asked(new Item(Item.WHOLE, null));

        // Its sender marks it as if anybody might read it.
        var request = node.arrives(MX, asked, about(MessageType.USE_PERMISSION_REQUEST, ours));

        var path = "/api/v1/messages/" + request;
        assertThat(node.program(Role.INVESTIGATOR).get(path).statusCode()).isEqualTo(404);
        assertThat(node.program(Role.ANALYST).get(path).statusCode()).isEqualTo(404);
        assertThat(node.program(Role.CONSULAR).get(path).statusCode()).isEqualTo(200);
        assertThat(node.browser(Role.INVESTIGATOR).get("/cases").body()).doesNotContain(caseOf(ours));
        assertThat(node.browser(Role.CONSULAR)
                        .get("/cases/" + caseOf(ours) + "?message=" + ours)
                        .body())
                .contains("Use in court: Juzgado B, 12/2026", "The whole message: not decided yet");
        var open = client.refused(
                Role.CONSULAR,
                decision(
                        request,
                        body -> body.withObject("/content/decision")
                                .putArray("verdicts")
                                .addObject()
                                .put("item", 1)
                                .put("decision", "GRANTED")));
        assertError(open, "/handling/caveats", "VICTIM_PROTECTION_ONLY_MISSING");
    }

    @Test
    void nobodyGrantsWhatThePersonTookBack() {
        var ours = MessageId.parse(ApiClient.JSON
                .readTree(
                        client.released(Role.CONSULAR, "withdrawn", Documented.body(MessageType.IDENTITY_VERIFICATION))
                                .body())
                .path("message")
                .asString());
        var request =
                node.arrives(MX, asked(new Item(Item.WHOLE, null)), about(MessageType.USE_PERMISSION_REQUEST, ours));
        var granted = decision(request, body -> {
            body.withObject("/handling")
                    .put("code", "H1")
                    .put("tlp", "AMBER+STRICT")
                    .put("pap", "AMBER")
                    .putArray("caveats")
                    .add("VICTIM_PROTECTION_ONLY");
            body.withObject("/content/decision")
                    .putArray("verdicts")
                    .addObject()
                    .put("item", 1)
                    .put("decision", "GRANTED");
        });

        node.program(Role.CONSULAR)
                .send(
                        "POST",
                        "/api/v1/messages/" + ours + "/consent-withdrawal",
                        "application/json",
                        "{\"purposes\":[\"COURT_USE\"],\"on\":\"2026-11-21\",\"language\":\"tzh\",\"interpreter\":true}");

        assertError(client.refused(Role.CONSULAR, granted), "/content/decision/verdicts", "CONSENT_WITHDRAWN");
        assertThat(node.browser(Role.CONSULAR)
                        .get("/cases/" + caseOf(ours) + "?message=" + ours)
                        .body())
                .contains("The person no longer agrees: this use ends");
    }

    @Test
    void aRequestGoesToTheProviderInTheCaseOfTheMessageAndDecidesNothingItself() {
        var alert = alert(HandlingCode.H2);
        var own = ours("own");

        assertError(
                refused(alert, body -> body.putArray("recipients").add("SV")),
                "/recipients",
                "RECIPIENT_IS_NOT_PROVIDER");
        assertError(refused(alert, body -> body.put("mode", "ACTUAL")), "/mode", "MODE_DIFFERS");
        assertError(refused(own, _ -> {}), "/inReplyTo", "NOT_PROVIDED_BY_OTHERS");
        var request = ours("asks-" + alert, request(alert, _ -> {}));
        assertError(refused(request, _ -> {}), "/inReplyTo", "NOT_PROVIDED_BY_OTHERS");
        assertThat(client.send(Role.SUPERVISOR, "no", request(alert, _ -> {})).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDecisionSpeaksOfEachItemAndOfNoOther() {
        var ours = ours("each");
        var asked = asked(new Item("ALERT", "/what"), new Item("POLICE", null));
        var request = node.arrives(MX, asked, about(MessageType.USE_PERMISSION_REQUEST, ours));

        var three = client.refused(Role.INVESTIGATOR, decision(request, _ -> {}));
        assertError(three, "/content/decision/verdicts/2/item", "NOT_ASKED_FOR");
        var one = client.refused(
                Role.INVESTIGATOR,
                decision(
                        request,
                        body -> body.withObject("/content/decision")
                                .putArray("verdicts")
                                .addObject()
                                .put("item", 1)
                                .put("decision", "GRANTED")));
        assertError(one, "/content/decision/verdicts", "REQUIRED");
        assertThat(item(request).get("STATE")).isEqualTo("RECEIVED");
    }

    private MessageId alert(HandlingCode code) {
        return node.arrives(MX, Provided.alert(), Provided.about(reference, MessageType.CASE_ALERT, null, code));
    }

    /// An alert of ours to MX and SV.
    private static MessageId ours(String key) {
        return ours(key, Documented.body(MessageType.CASE_ALERT));
    }

    private static MessageId ours(String key, String body) {
        var sent = client.released(Role.INVESTIGATOR, key, body);
        assertThat(sent.statusCode()).as(sent.body()).isBetween(201, 202);
        return MessageId.parse(
                ApiClient.JSON.readTree(sent.body()).path("message").asString());
    }

    private MessageId asks(MessageId alert, String use, String where) {
        return ours("asks-" + alert, request(alert, body -> {
            var request = body.withObject("/content/request");
            request.put("use", use).putArray("items").addObject().put("part", "WHOLE");
            request.remove("court");
            request.put(use.equals(UsePermissionRequest.COURT) ? "court" : "holder", where);
        }));
    }

    private About about(MessageType type, @Nullable MessageId inReplyTo) {
        return Provided.about(reference, type, inReplyTo, HandlingCode.H1);
    }

    private static String request(MessageId about, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.USE_PERMISSION_REQUEST).put("inReplyTo", about.toString());
        change.accept(body);
        return body.toString();
    }

    private static HttpResponse<String> refused(MessageId about, Consumer<ObjectNode> change) {
        return client.refused(Role.INVESTIGATOR, request(about, change));
    }

    private static String decision(MessageId request, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.USE_PERMISSION_DECISION).put("inReplyTo", request.toString());
        change.accept(body);
        return body.toString();
    }

    private static Object taken(MessageId alert) {
        var item = String.valueOf(item(alert).get("ID"));
        assertThat(node.program(Role.DUTY)
                        .send("POST", "/api/v1/desk/items/" + item + "/acknowledge", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        return item;
    }

    private static int forwards(MessageId alert, String unit) {
        var body = ApiClient.JSON.createObjectNode().put("unit", unit).put("outside", true);
        return node.program(Role.DUTY)
                .send(
                        "POST",
                        "/api/v1/desk/items/" + item(alert).get("ID") + "/forward",
                        "application/json",
                        body.toString())
                .statusCode();
    }

    private static Map<String, @Nullable Object> item(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select * from desk_item where message_id = ?")
                .param(message.value())
                .query()
                .singleRow();
    }

    private static String caseOf(MessageId message) {
        return String.valueOf(item(message).get("REFERENCE"));
    }

    private static String newest(MessageId of) {
        return node.bean(JdbcClient.class)
                .sql("select id from case_message where reference = ? and type = 'USE_PERMISSION_DECISION'")
                .param(caseOf(of))
                .query((row, _) -> row.getObject("id", UUID.class).toString())
                .single();
    }
}
