package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.compose.Said.found;
import static org.enlace.directory.TopicSubject.CASES;
import static org.enlace.directory.TopicSubject.ROUTES;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.directory.TopicSubject;
import org.enlace.handling.Caveat;
import org.enlace.handling.Evaluation;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Pap;
import org.enlace.handling.Tlp;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.Corroboration;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Whoever holds a report or an alert says whether they met with what it tells of: its owner and the others who hold it
/// learn of that, and nobody else.
class CorroborationTest {
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final NodeId BR = new NodeId("BR");
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
    void anAnalystSaysWhatWasFoundToItsOwnerAndToAllWhoHaveIt() {
        var report = report();
        var analyst = node.browser(Role.ANALYST);
        var path = "/cases/" + reference + "?message=" + report;
        assertThat(analyst.get(path).body()).contains("Say what you found").doesNotContain("Corroborated by\",");
        var draft = Written.replying(analyst, MessageType.CORROBORATION, report)
                .type("urgency", "ROUTINE")
                .type("child", "NO")
                .type("subject", "River crossing at night");
        assertThat(draft.page().body())
                .contains("remove-recipient:MX", "remove-recipient:SV")
                .doesNotContain("name=\"tlp\"");
        assertThat(draft.press("send").body()).contains("Choose what you found", "Say how reliable the source");

        var sent = draft.type("finding", "NOT_SEEN")
                .type("periodFrom", "2026-06")
                .type("source", "A")
                .type("accuracy", "2")
                .type("urgency", "URGENT")
                .type("child", "YES")
                .press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        for (var reader : new NodeId[] {MX, SV}) {
            var read = node.readBy(reader, newest("CORROBORATION"));
            assertThat(read.header().about().inReplyTo()).isEqualTo(report);
            assertThat(read.header().about().caseRef()).isEqualTo(reference);
            assertThat(read.header().about().handling())
                    .isEqualTo(new Handling(
                            HandlingCode.H1,
                            null,
                            Tlp.AMBER_STRICT,
                            Pap.AMBER,
                            Evaluation.parse("A2"),
                            List.of(Caveat.CHILD)));
            assertThat(read.message()).isInstanceOfSatisfying(Corroboration.class, said -> {
                assertThat(said.sighting().owner()).isEqualTo(MX);
                assertThat(said.sighting().finding()).isEqualTo("NOT_SEEN");
            });
        }
        assertThat(analyst.get(path).body())
                .contains("Corroborated by", "Not seen: 1", "Grade A2", "2026-06 – …", "Holder’s finding");
        assertThat(node.browser(Role.CASE_WORKER).get("/cases").body()).doesNotContain(reference.value());
    }

    @Test
    void whatOthersFoundStandsWithTheMessageAndTheNewestOfEachCounts() {
        var report = report();
        arrives(SV, found(MX, "SEEN"), about(report), ROUTES, MX);
        node.clock().forward(Duration.ofSeconds(1));
        arrives(SV, found(MX, "EXPIRED"), about(report), ROUTES, MX);
        said(report, Role.ANALYST, _ -> {});

        var page = node.browser(Role.ANALYST)
                .get("/cases/" + reference + "?message=" + report)
                .body();
        assertThat(page).contains("No longer so: 1 · Not seen: 1", "Said before; the newest counts");
        var told = JSON.readTree(
                node.program(Role.ANALYST).get("/api/v1/messages/" + report).body());
        assertThat(told.at("/corroborations").valueStream())
                .extracting(one -> one.path("by").asString() + " "
                        + one.path("finding").asString() + " "
                        + one.path("counts").asBoolean())
                .containsExactlyInAnyOrder("GT NOT_SEEN true", "SV EXPIRED true", "SV SEEN false");
        var earlier = told.at("/corroborations")
                .valueStream()
                .filter(one -> one.path("finding").asString().equals("SEEN"))
                .findFirst()
                .orElseThrow();
        assertThat(node.program(Role.ANALYST)
                        .get("/api/v1/messages/" + earlier.path("message").asString())
                        .body())
                .contains("At the bridge");
    }

    @Test
    void nobodyLearnsOfAMessageByWhatIsSaidAboutIt() {
        var report = report();
        refused(
                report,
                "/recipients",
                "RECIPIENT_IS_NO_HOLDER",
                body -> body.withArray("/recipients").add("BR"));
        refused(
                report,
                "/recipients",
                "OWNER_NOT_ADDRESSED",
                body -> body.putArray("recipients").add("SV"));
        refused(
                report,
                "/content/sighting/owner",
                "OWNER_NOT_ADDRESSED",
                body -> sighting(body).put("owner", "SV"));
        refused(
                report,
                "/handling",
                "HANDLED_AS_THAT",
                body -> body.withObject("/handling").put("code", "H0"));
        refused(
                report,
                "/handling",
                "HANDLED_AS_THAT",
                body -> body.withObject("/handling").putArray("caveats"));
        refused(
                report,
                "/handling/evaluation",
                "EVALUATION_REQUIRED",
                body -> body.withObject("/handling").remove("evaluation"));
        refused(
                report,
                "/content/sighting/period/from",
                "TOO_EXACT_DATE",
                body -> body.withObject("/content/sighting/period").put("from", "2026-06-03"));
        refused(report, "/mode", "MODE_DIFFERS", body -> body.put("mode", "ACTUAL"));
        var ours = Said.id(client.send(Role.ANALYST, "own", Documented.body(MessageType.ROUTE_REPORT))
                .body());
        refused(ours, "/inReplyTo", "NOT_PROVIDED_BY_OTHERS", _ -> {});
        var question = node.arrives(
                MX,
                Provided.asked(),
                Provided.about(reference, MessageType.USE_PERMISSION_REQUEST, ours, HandlingCode.H1));
        refused(question, "/inReplyTo", "KIND_NOT_CORROBORATED", _ -> {});
        assertThat(client.send(Role.SUPERVISOR, "no", body(report, _ -> {})).statusCode())
                .isEqualTo(403);
        var nowhere = MessageId.next(node.clock().instant(), new SecureRandom());
        refused(nowhere, "/inReplyTo", "MESSAGE_UNKNOWN", _ -> {});
    }

    @Test
    void whoDoesNotHoldItOrTellsOthersIsHeardByNobody() {
        var report = report();
        var nowhere = MessageId.next(node.clock().instant(), new SecureRandom());
        var seen = found(MX, "SEEN");
        assertThatThrownBy(() -> arrives(SV, seen, about(nowhere), ROUTES, MX)).isInstanceOf(UnknownMessage.class);
        assertThatThrownBy(() -> arrives(SV, found(BR, "SEEN"), about(report), ROUTES, BR))
                .isInstanceOf(UnknownMessage.class);
        assertThatThrownBy(() -> arrives(BR, seen, about(report), ROUTES, MX)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> arrives(MX, seen, about(report), ROUTES, SV)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> arrives(SV, seen, about(report), ROUTES, MX, BR))
                .isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> arrives(SV, seen, about(report), ROUTES)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> arrives(SV, seen, about(null), ROUTES, MX)).isInstanceOf(NotAsked.class);
        assertThat(node.count("message_remark where message_id = '" + report + "'"))
                .isZero();
    }

    @Test
    void whomTheSenderShutOutReadsNothingOfWhatIsSaidAboutItEither() {
        var guarded = Said.marked(
                Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H1),
                "{\"code\":\"H1\",\"tlp\":\"AMBER+STRICT\",\"pap\":\"AMBER\",\"evaluation\":\"B2\","
                        + "\"caveats\":[\"EXCLUDE(GT:INVESTIGATOR)\"]}");
        var alert = node.arrives(MX, Provided.alert(), guarded, CASES, SV);

        // Its sender marks it as if anybody might read it.
        var seen = arrives(SV, found(MX, "SEEN"), about(alert), CASES, MX);

        assertThat(node.program(Role.INVESTIGATOR)
                        .get("/api/v1/messages/" + seen)
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.program(Role.DUTY).get("/api/v1/messages/" + seen).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theOwnerReadsWhoFoundWhatAndWhatSpeaksOfAnEarlierVersionCountsNoMore() {
        var alert = Documented.immediate(MessageType.CASE_ALERT).put("mode", "EXERCISE");
        var first = Said.id(client.send(Role.INVESTIGATOR, UUID.randomUUID().toString(), alert.toString())
                .body());
        arrives(MX, found(GT, "SEEN"), about(first), CASES, SV);
        var path = "/cases/" + caseOf(first) + "?message=" + first;
        var investigator = node.browser(Role.INVESTIGATOR);
        assertThat(investigator.get(path).body()).contains("Seen: 1").doesNotContain("Say what you found");
        assertThatThrownBy(() -> arrives(BR, found(GT, "SEEN"), about(first), CASES, SV))
                .isInstanceOf(NotAsked.class);

        client.send(
                Role.INVESTIGATOR,
                UUID.randomUUID().toString(),
                alert.put("corrects", first.toString())
                        .put("correctionReason", "WAS_WRONG")
                        .toString());

        assertThat(investigator.get(path).body())
                .contains("About an earlier version")
                .doesNotContain("Seen: 1");
    }

    /// A report of MX that came to SV too.
    private MessageId report() {
        return node.arrives(
                MX,
                Said.route(),
                Provided.about(reference, MessageType.ROUTE_REPORT, null, HandlingCode.H1),
                ROUTES,
                SV);
    }

    private About about(@Nullable MessageId of) {
        return Provided.about(reference, MessageType.CORROBORATION, of, HandlingCode.H1);
    }

    private static MessageId arrives(
            NodeId from, Corroboration said, About about, TopicSubject subject, NodeId... others) {
        return node.arrives(from, said, about, subject, others);
    }

    private static ObjectNode sighting(ObjectNode body) {
        return body.withObject("/content/sighting");
    }

    private static void said(MessageId report, Role role, Consumer<ObjectNode> change) {
        var sent = client.send(role, UUID.randomUUID().toString(), body(report, change));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    }

    private static void refused(MessageId report, String pointer, String code, Consumer<ObjectNode> change) {
        assertError(client.refused(Role.ANALYST, body(report, change)), pointer, code);
    }

    private static String body(MessageId report, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.CORROBORATION).put("inReplyTo", report.toString());
        body.withObject("/handling")
                .put("code", "H1")
                .put("tlp", "AMBER+STRICT")
                .put("pap", "AMBER")
                .putArray("caveats")
                .add("CHILD");
        body.put("urgency", "URGENT").put("childInvolved", "YES");
        change.accept(body);
        return body.toString();
    }

    private String newest(String type) {
        return node.bean(JdbcClient.class)
                .sql("select id from case_message where reference = ? and type = ? and side = 'SENT'")
                .params(reference.value(), type)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static String caseOf(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select reference from case_message where id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }
}
