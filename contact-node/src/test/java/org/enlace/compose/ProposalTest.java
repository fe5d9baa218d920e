package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.compose.ApiClient.JSON;
import static org.enlace.compose.ApiClient.assertError;
import static org.enlace.directory.TopicSubject.CASES;
import static org.enlace.directory.TopicSubject.VICTIMS;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.enlace.handling.HandlingCode;
import org.enlace.message.About;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Proposal;
import org.enlace.message.ProposalDecision;
import org.enlace.message.Recall;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.NotAsked;
import org.enlace.node.exchange.NotCorrectable;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Whoever holds a message proposes to its owner what it should say; the owner takes it up for all who have the
/// message, or says why not.
class ProposalTest {
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId MX = new NodeId("MX");
    private static final NodeId SV = new NodeId("SV");
    private static final NodeId BR = new NodeId("BR");
    private static final String GREY = "Grey minibus, heading for the border";
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
    void theOwnerAcceptsByCorrectingForAllAndSaysItWithTheCorrectionAlone() {
        var first = ours();
        var before = node.clock().instant();
        var proposal = proposedBy(MX, first);
        assertThat(answerDue(proposal)).isEqualTo(before.plus(Duration.ofDays(7)));
        var investigator = node.browser(Role.INVESTIGATOR);
        var page = investigator
                .get("/cases/" + caseOf(first) + "?message=" + proposal)
                .body();
        assertThat(page)
                .contains("Accept it", "name=\"takesUp\" value=\"" + proposal + "\"", GREY)
                .contains("What should stand there is sealed")
                .doesNotContain("P-000-INVENTED");
        assertThat(investigator
                        .get("/cases/" + caseOf(first) + "/persons?message=" + proposal)
                        .body())
                .contains("P-000-INVENTED");
        assertThat(investigator
                        .get("/cases/" + caseOf(first) + "?message=" + first)
                        .body())
                .contains("Proposed changes", "It was wrong", "not decided yet", "Change proposed");

        var begun = investigator.submit(
                "/me", "/drafts", "type", "CASE_ALERT", "corrects", first.toString(), "takesUp", proposal.toString());
        var form = investigator
                .get(begun.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(form)
                .contains(GREY, "value=\"WAS_WRONG\" checked", "The part without persons, What happens: In words");

        var outbox = node.count("outbox");
        var second = asked(correcting(first, body -> body.put("takesUp", proposal.toString())));
        assertThat(node.count("outbox")).as("it waits for a second person").isEqualTo(outbox);
        assertThat(sent(first, MessageType.PROPOSAL_DECISION)).isEmpty();

        client.released(second.toString());

        var correction = node.readBy(SV, second.toString());
        assertThat(correction.header().about().supersedes()).isEqualTo(first);
        var decision =
                node.readBy(MX, sent(first, MessageType.PROPOSAL_DECISION).getFirst());
        assertThat(decision.header().recipients()).containsExactly(MX);
        assertThat(decision.header().about().inReplyTo()).isEqualTo(proposal);
        assertThat(decision.message()).isEqualTo(ProposalDecision.acceptedBy(second));
        assertThat(investigator
                        .get("/cases/" + caseOf(first) + "?message=" + first)
                        .body())
                .contains(GREY, "Answer: Accepted");
        assertThat(state(proposal)).isEqualTo("COMPLETED");
        assertError(
                client.refused(Role.INVESTIGATOR, correcting(second, body -> body.put("takesUp", proposal.toString()))),
                "/takesUp",
                "NO_OPEN_PROPOSAL");
    }

    @Test
    void theOwnerSaysWhyNotAndNobodyAcceptsWithoutACorrection() {
        var first = ours();
        var proposal = proposedBy(MX, first);
        var other = ours();
        assertError(
                client.refused(Role.INVESTIGATOR, correcting(other, body -> body.put("takesUp", proposal.toString()))),
                "/takesUp",
                "NO_OPEN_PROPOSAL");
        assertError(
                client.refused(
                        Role.INVESTIGATOR,
                        decision(
                                proposal,
                                body -> body.withObject("/content/decision")
                                        .put("outcome", "ACCEPTED")
                                        .put("correction", first.toString())
                                        .remove("ground"))),
                "/content/decision/outcome",
                "ACCEPTED_BY_CORRECTING");
        assertError(
                client.refused(
                        Role.INVESTIGATOR,
                        decision(proposal, body -> body.putArray("recipients").add("SV"))),
                "/recipients",
                "RECIPIENT_DID_NOT_ASK");
        assertThat(client.send(Role.SUPERVISOR, "no", decision(proposal, _ -> {}))
                        .statusCode())
                .isEqualTo(403);
        var draft = Written.replying(node.browser(Role.INVESTIGATOR), MessageType.PROPOSAL_DECISION, proposal)
                .type("urgency", "URGENT")
                .type("child", "YES")
                .type("subject", "Minibus heading for the border");
        assertThat(draft.press("send").body()).contains("Choose the ground");

        var sent = draft.type("ground", "CANNOT_BE_CONFIRMED").press("send");

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(node.readBy(MX, sent(first, MessageType.PROPOSAL_DECISION).getFirst())
                        .message())
                .isEqualTo(Said.no());
        assertThat(node.browser(Role.INVESTIGATOR)
                        .get("/cases/" + caseOf(first) + "?message=" + first)
                        .body())
                .contains("Rejected: It cannot be confirmed");
    }

    @Test
    void whatIsNotHeldOrNeverChangedIsNotProposedFor() {
        var first = ours();
        var nowhere = MessageId.next(node.clock().instant(), new SecureRandom());
        var question = Documented.tree(MessageType.INFORMATION_REQUEST).put("mode", "EXERCISE");
        var asked = Said.id(client.released(Role.INVESTIGATOR, UUID.randomUUID().toString(), question.toString())
                .body());

        assertThatThrownBy(() -> proposedBy(BR, first)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> proposedBy(MX, asked)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> proposedBy(MX, null)).isInstanceOf(NotAsked.class);
        assertThatThrownBy(() -> proposedBy(MX, nowhere)).isInstanceOf(UnknownMessage.class);
        assertThatThrownBy(() -> node.arrives(MX, Said.change(), proposing(first), CASES, SV))
                .isInstanceOf(NotAsked.class);
    }

    @Test
    void aHolderProposesOfTheVersionThatStandsAndReadsWhatBecameOfIt() {
        var theirs = theirs();
        var duty = node.browser(Role.DUTY);
        assertThat(duty.get("/cases/" + reference).body()).contains("Propose a change");
        var draft = Written.replying(duty, MessageType.PROPOSAL, theirs)
                .type("urgency", "URGENT")
                .type("child", "YES")
                .type("subject", "Colour of the minibus")
                .type("reason", "WAS_WRONG")
                .type("explanation", "Read from a camera")
                .type("item.0.field", "ALERT/what")
                .type("item.1.part", "POLICE")
                .type("item.1.field", "/plates/0/number");
        assertThat(draft.press("send").body())
                .contains("Write what should stand there")
                .contains("value=\"ALERT/what\" selected", "<option value=\"POLICE/plates\">Number plates</option>");
        var sent = draft.type("item.0.shouldBe", GREY)
                .type("item.1.shouldBe", "P-000-INVENTED")
                .press("send");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var proposal = MessageId.parse(sent(theirs, MessageType.PROPOSAL).getFirst());
        var read = node.readBy(MX, proposal.toString());
        assertThat(read.header().about().inReplyTo()).isEqualTo(theirs);
        assertThat(read.message()).isInstanceOfSatisfying(Proposal.class, said -> {
            assertThat(said.proposal().items().getLast().shouldBe()).isNull();
            assertThat(said.police()).isNotNull();
        });
        assertThat(duty.get("/cases/" + reference + "?message=" + theirs).body())
                .contains("not decided yet");

        var second = node.arrives(MX, Provided.saying(GREY), Provided.correcting(theirs, alertAbout()), CASES, SV);
        refused(theirs, "/inReplyTo", "CORRECTED_BEFORE", _ -> {});
        refused(
                second,
                "/recipients",
                "RECIPIENT_IS_NOT_PROVIDER",
                body -> body.putArray("recipients").add("SV"));
        refused(
                second,
                "/handling",
                "HANDLED_AS_THAT",
                body -> body.putObject("handling")
                        .put("code", "H0")
                        .put("tlp", "AMBER")
                        .put("pap", "AMBER"));
        refused(ours(), "/inReplyTo", "NOT_PROVIDED_BY_OTHERS", _ -> {});
        refused(proposal, "/inReplyTo", "NOT_PROVIDED_BY_OTHERS", _ -> {});

        var other = node.arrives(MX, Provided.alert(), alertAbout(), CASES, SV);
        var otherCorrected =
                node.arrives(MX, Provided.saying("x"), Provided.correcting(other, alertAbout()), CASES, SV);
        for (var not : new MessageId[] {theirs, otherCorrected}) {
            assertThatThrownBy(() -> decides(proposal, ProposalDecision.acceptedBy(not)))
                    .isInstanceOf(NotAsked.class);
        }
        var unknown = MessageId.next(node.clock().instant(), new SecureRandom());
        assertThatThrownBy(() -> decides(proposal, ProposalDecision.acceptedBy(unknown)))
                .isInstanceOf(UnknownMessage.class);
        assertThatThrownBy(() -> node.arrives(SV, Said.no(), about(MessageType.PROPOSAL_DECISION, proposal), CASES))
                .isInstanceOf(NotAsked.class);

        decides(proposal, ProposalDecision.acceptedBy(second));
        decides(proposal, Said.no());

        assertThat(duty.get("/cases/" + reference + "?message=" + theirs).body())
                .contains("Accepted", "About an earlier version")
                .contains("Further answer: Rejected. The first final answer stands.");
        var told = JSON.readTree(
                node.program(Role.DUTY).get("/api/v1/messages/" + theirs).body());
        assertThat(told.at("/proposals/0/outcome").asString()).isEqualTo("ACCEPTED");
        var sure = Said.id(client.send(Role.DUTY, "again-" + second, proposalOf(second, _ -> {}))
                .body());
        assertThat(node.readBy(MX, sure.toString()).header().about().inReplyTo())
                .isEqualTo(second);
    }

    @Test
    void whatIsSealedInAPartIsReadByThoseWhoReadThatPart() {
        var body = Documented.tree(MessageType.VICTIM_ASSISTANCE_REQUEST).put("mode", "EXERCISE");
        body.remove("caseReference");
        var first = Said.id(client.released(Role.CONSULAR, UUID.randomUUID().toString(), body.toString())
                .body());

        // Its sender marks it as if anybody might read it.
        var proposal = node.arrives(MX, Said.change(), proposing(first), VICTIMS);

        var path = "/api/v1/messages/" + proposal + "?persons=true";
        assertThat(node.program(Role.INVESTIGATOR).get(path).statusCode()).isEqualTo(404);
        assertThat(node.program(Role.ANALYST).get(path).statusCode()).isEqualTo(404);
        var read = node.program(Role.CASE_WORKER).get(path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(read.body()).path("closed").has("POLICE")).isTrue();
        assertThat(read.body()).doesNotContain("P-000-INVENTED");
    }

    /// A proposal and a sighting of the first version, our correction and our recall, in every order.
    @Test
    void whateverCrossesTheOwnerHasTheSameInTheEnd() {
        var ends = new HashSet<String>();
        for (var order : orders(List.of("proposal", "sighting", "correction", "recall"))) {
            var first = ours();
            for (var event : order) {
                switch (event) {
                    case "proposal" -> proposedBy(MX, first);
                    case "sighting" ->
                        node.arrives(SV, Said.found(GT, "SEEN"), about(MessageType.CORROBORATION, first), CASES, MX);
                    case "correction" -> {
                        var answer = client.send(
                                Role.INVESTIGATOR, UUID.randomUUID().toString(), correcting(first, _ -> {}));
                        assertThat(answer.statusCode()).isIn(202, 422);
                        if (answer.statusCode() == 202) {
                            client.released(Said.id(answer.body()).toString());
                        }
                    }
                    default ->
                        assertThat(node.program(Role.INVESTIGATOR)
                                        .send(
                                                "POST",
                                                "/api/v1/messages/" + first + "/recall",
                                                "application/json",
                                                "{\"reason\":\"SENT_IN_ERROR\"}")
                                        .statusCode())
                                .isBetween(200, 299);
                }
            }
            ends.add(end(first));
        }
        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next()).contains("PROPOSAL WITHDRAWN taken back", "CORROBORATION WITHDRAWN");
    }

    /// Their correction and their recall, and a sighting of another holder, in every order; ours was sent before.
    @Test
    void whateverCrossesTheHolderHasTheSameInTheEnd() {
        var ends = new HashSet<String>();
        for (var order : orders(List.of("sighting", "correction", "recall"))) {
            reference = new CaseReference("MX-2026-%06d".formatted(++cases));
            var theirs = theirs();
            client.send(Role.DUTY, UUID.randomUUID().toString(), proposalOf(theirs, _ -> {}));
            for (var event : order) {
                switch (event) {
                    case "sighting" ->
                        node.arrives(SV, Said.found(MX, "SEEN"), about(MessageType.CORROBORATION, theirs), CASES, MX);
                    case "correction" -> {
                        try {
                            node.arrives(
                                    MX, Provided.saying(GREY), Provided.correcting(theirs, alertAbout()), CASES, SV);
                        } catch (NotCorrectable _) {
                            assertThat(order.indexOf("recall")).isLessThan(order.indexOf("correction"));
                        }
                    }
                    default -> recalls(theirs);
                }
            }
            ends.add(end(theirs));
            assertThat(node.program(Role.DUTY).get("/api/v1/cases/" + reference).body())
                    .doesNotContain("SEEN", "WAS_WRONG");
        }
        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next()).contains("PROPOSAL WITHDRAWN sealed", "CORROBORATION WITHDRAWN sealed");
    }

    private static List<List<String>> orders(List<String> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : events) {
            var rest = new ArrayList<>(events);
            rest.remove(first);
            for (var order : orders(rest)) {
                var one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }

    /// What stands in the end: each message about it, what waits for it, and whether anybody opens it.
    private static String end(MessageId message) {
        return String.join(
                "\n",
                node.bean(JdbcClient.class)
                        .sql("""
                        select m.type, i.state, i.due, m.recall_reason, m.sealed_at from case_message m
                            left join desk_item i on i.message_id = m.id
                        where m.id = ? or m.id in (select remark_id from message_remark where message_id = ?)
                        order by m.type""")
                        .params(message.value(), message.value())
                        .query((row, _) -> "%s %s %s%s"
                                .formatted(
                                        row.getString("type"),
                                        row.getString("state"),
                                        row.getString("sealed_at") != null
                                                ? "sealed"
                                                : row.getString("recall_reason") != null ? "taken back" : "open",
                                        row.getString("type").equals("CASE_ALERT") || row.getString("due") == null
                                                ? ""
                                                : " waits"))
                        .list());
    }

    private void recalls(MessageId theirs) {
        node.arrives(
                MX,
                new Recall(theirs, "SENT_IN_ERROR", "desk 9"),
                About.control(MessageType.RECALL, null, theirs, "desk 9"),
                CASES);
    }

    /// An alert of ours to MX and SV.
    private static MessageId ours() {
        var body = Documented.tree(MessageType.CASE_ALERT).put("mode", "EXERCISE");
        var sent = client.released(Role.INVESTIGATOR, UUID.randomUUID().toString(), body.toString());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        return Said.id(sent.body());
    }

    /// An alert of MX that came to SV too.
    private MessageId theirs() {
        return node.arrives(MX, Provided.alert(), alertAbout(), CASES, SV);
    }

    private About alertAbout() {
        return Provided.about(reference, MessageType.CASE_ALERT, null, HandlingCode.H1);
    }

    private About about(MessageType type, @Nullable MessageId of) {
        return Provided.about(reference, type, of, HandlingCode.H1);
    }

    private About proposing(@Nullable MessageId of) {
        return about(MessageType.PROPOSAL, of);
    }

    private MessageId proposedBy(NodeId holder, @Nullable MessageId of) {
        return node.arrives(holder, Said.change(), proposing(of), CASES);
    }

    private void decides(MessageId proposal, ProposalDecision decision) {
        node.arrives(MX, decision, about(MessageType.PROPOSAL_DECISION, proposal), CASES);
    }

    private static String correcting(MessageId first, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.CASE_ALERT)
                .put("corrects", first.toString())
                .put("correctionReason", "WAS_WRONG");
        ((ObjectNode) body.at("/content/alert")).put("what", GREY);
        change.accept(body);
        return body.toString();
    }

    private static MessageId asked(String body) {
        var asked = client.send(Role.INVESTIGATOR, UUID.randomUUID().toString(), body);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return Said.id(asked.body());
    }

    private static String decision(MessageId proposal, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.PROPOSAL_DECISION).put("inReplyTo", proposal.toString());
        change.accept(body);
        return body.toString();
    }

    private static String proposalOf(MessageId message, Consumer<ObjectNode> change) {
        var body = Documented.tree(MessageType.PROPOSAL).put("inReplyTo", message.toString());
        change.accept(body);
        return body.toString();
    }

    private static void refused(MessageId of, String pointer, String code, Consumer<ObjectNode> change) {
        assertError(client.refused(Role.DUTY, proposalOf(of, change)), pointer, code);
    }

    private static Instant answerDue(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select answer_due from desk_item where message_id = ?")
                .param(message.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String state(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select state from desk_item where message_id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }

    /// What we sent of this kind in the case of that message.
    private static List<String> sent(MessageId of, MessageType type) {
        return node.bean(JdbcClient.class)
                .sql("""
                        select m.id from case_message m where m.type = ? and m.side = 'SENT'
                            and m.reference = (select reference from case_message where id = ?) order by m.stored_at, m.id""")
                .params(type.name(), of.value())
                .query((row, _) -> row.getObject("id", UUID.class).toString())
                .list();
    }

    private static String caseOf(MessageId message) {
        return node.bean(JdbcClient.class)
                .sql("select reference from case_message where id = ?")
                .param(message.value())
                .query(String.class)
                .single();
    }
}
