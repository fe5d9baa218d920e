package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;
import static org.enlace.desk.DeskUnderTest.PA;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.enlace.console.Browser;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.About;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.UnknownMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Panama takes back what it sent to Colombia: two nodes of one network, each with its own database and officers.
class RecallTest {
    private static DeskUnderTest.Running owner;
    private static DeskUnderTest.Running holder;
    private static Correspondence post;
    private static final AtomicLong toHolder = new AtomicLong();
    private static final AtomicLong toOwner = new AtomicLong();
    private static int cases = 100;

    @BeforeAll
    static void start() {
        owner = DeskUnderTest.onH2();
        holder = owner.beside(CO);
        post = new Correspondence(owner);
    }

    @AfterAll
    static void stop() {
        holder.close();
        owner.close();
    }

    @Test
    void aRecalledMessageIsSealedBeforeAnybodyActsAndGoneOnceAnOfficerAttests() {
        var reference = reference();
        var id = sends(reference);
        var reader = holder.browser().signIn(Role.INVESTIGATOR);
        var program = holder.api(Role.DUTY);
        var duty = holder.browser().signIn(Role.DUTY);
        assertThat(reader.get("/cases/" + reference + "/persons").body()).contains(Samples.PHONE);
        assertThat(duty.get("/desk?item=" + item(holder, id)).body()).contains(Samples.WORDS);
        var investigator = owner.browser().signIn(Role.INVESTIGATOR);
        assertThat(investigator.get("/cases/" + reference).body()).contains("/messages/" + id + "/recall");

        assertThat(recall(investigator, id, "SAFETY")).isEqualTo(303);
        meet();

        for (var path : List.of(
                "/cases/" + reference,
                "/cases/" + reference + "?message=" + id,
                "/cases/" + reference + "/persons?message=" + id,
                "/cases",
                "/alerts",
                "/desk",
                "/desk/list",
                "/desk?item=" + item(holder, id),
                "/desk/items/" + item(holder, id),
                "/cases/" + reference + "/progress?message=" + id)) {
            for (var role : List.of(Role.INVESTIGATOR, Role.DUTY, Role.SUPERVISOR)) {
                var shown = holder.browser().signIn(role).get(path).body();
                assertThat(shown)
                        .as(role + " " + path)
                        .doesNotContain(Samples.WORDS)
                        .doesNotContain("Dos adolescentes")
                        .doesNotContain(Samples.PHONE)
                        .doesNotContain(Samples.FAMILY)
                        .doesNotContain("Suspected movement");
            }
        }
        assertThat(program.get("/api/v1/messages/" + id + "?persons=true").statusCode())
                .isEqualTo(410);
        assertThat(program.get("/api/v1/messages/" + id + "/condition").statusCode())
                .isEqualTo(404);
        assertThat(program.get("/api/v1/cases/" + reference).body())
                .contains("\"recalled\":{\"reason\":\"SAFETY\"")
                .doesNotContain(Samples.WORDS);
        assertThat(reader.get("/cases/" + reference).body())
                .contains("Recalled: Case alert", "Panama recalled this message", "Safety of a person", "Sealed here");
        assertThat(holder.database()
                        .sql("select codes from case_message where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("{}");

        // Before any officer there has acted, the owner has it from the node.
        assertThat(investigator.get("/cases/" + reference).body())
                .contains("Sealed ", "(machine)", "Opened by 2 persons", "Attestation due ");
        assertThat(duty.get("/desk").body()).contains("Recalled: Case alert", "to attest");

        assertThat(attest(duty, id, "DESTROYED", "", "", "", "")).isEqualTo(422);
        assertThat(attest(duty, id, "DESTROYED", "", "YES", "NO", "")).isEqualTo(422);
        assertThat(attest(duty, id, "KEPT", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(keys(id)).isEqualTo(1);
        assertThat(attest(duty, id, "DESTROYED", "", "YES", "NO", "Nota canaria: un papel, destruido"))
                .isEqualTo(303);
        meet();

        assertThat(keys(id)).isZero();
        assertThat(holder.database()
                        .sql("select count(*) from case_part where message_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(duty.get("/cases/" + reference + "?message=" + id).body())
                .contains("Recalled: Case alert")
                .doesNotContain("/attestation");
        assertThat(investigator.get("/cases/" + reference).body())
                .contains("Copies exported: Yes", "Content passed on: No", "Destroyed. Attested by officer-")
                .contains("Nota canaria: un papel, destruido");
        assertThat(owner.allRows()).doesNotContain("Nota canaria");
        assertThat(waits(owner, id)).isFalse();
        assertThat(waits(holder, id)).isFalse();
        assertThat(state(owner, id)).isEqualTo(state(holder, id)).isEqualTo("WITHDRAWN");
        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(303);
        assertThat(deeds(holder, id)).contains("SEAL", "ATTEST_DESTROYED", "SHOW_POLICE");
        assertThat(deeds(owner, id)).contains("RECALL");
    }

    @Test
    void onlyWhoSignedItOffOrASupervisorTakesItBackAndOnce() {
        var id = sends(reference());

        assertThat(recall(owner.browser().signIn(Role.DUTY), id, "SENT_IN_ERROR"))
                .isEqualTo(422);
        assertThat(recall(owner.browser().signIn(Role.ANALYST), id, "SENT_IN_ERROR"))
                .isEqualTo(404);
        assertThat(recall(owner.browser().signIn(Role.AUDITOR), id, "SENT_IN_ERROR"))
                .isEqualTo(403);
        assertThat(recall(holder.browser().signIn(Role.SUPERVISOR), id, "SENT_IN_ERROR"))
                .isEqualTo(404);
        assertThat(byApi(owner, Role.SUPERVISOR, id, "JUST_SO")).isEqualTo(422);
        meet();
        assertThat(state(holder, id)).isEqualTo("RECEIVED");

        assertThat(byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR")).isEqualTo(200);
        assertThat(byApi(owner, Role.SUPERVISOR, id, "SAFETY")).isEqualTo(409);
        assertThat(recall(owner.browser().signIn(Role.SUPERVISOR), id, "SAFETY"))
                .isEqualTo(303);
        meet();

        assertThat(state(holder, id)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(owner.api(Role.INVESTIGATOR)
                        .get("/api/v1/messages/" + id + "/recall")
                        .body())
                .contains("\"reason\":\"SENT_IN_ERROR\"", "\"outcome\":\"SEALED\"", "\"readers\":0");
        assertThat(owner.database()
                        .sql("select count(*) from outbox where message_type = 'RECALL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(recalls());
    }

    @Test
    void aRecalledMessageLeavesNoWayToActOnIt() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "WRONG_RECIPIENT");
        meet();
        var duty = holder.browser().signIn(Role.DUTY);

        for (var step : List.of("acknowledge", "forward", "note", "accept", "decline")) {
            var sender = step.equals("decline") ? holder.browser().signIn(Role.SUPERVISOR) : duty;
            assertThat(sender.submit(
                                    "/me",
                                    "/desk/items/" + item(holder, id) + "/" + step,
                                    "unit",
                                    "Another desk",
                                    "outside",
                                    "no",
                                    "note",
                                    "a note",
                                    "ground",
                                    "NOT_COMPETENT",
                                    "alternative",
                                    "them",
                                    "start",
                                    "2026-11-23")
                            .statusCode())
                    .as(step)
                    .isEqualTo(409);
        }
        assertThat(state(holder, id)).isEqualTo("ENTERED_IN_ERROR");
    }

    @Test
    void careThatHadBegunIsAskedToEndAndNotCutOffByAMachineUnlessSomebodyIsInDanger() {
        var reference = reference();
        var id = sends(reference);
        accepts(id);
        owner.clock().forward(Duration.ofMinutes(1));
        holder.clock().forward(Duration.ofMinutes(1));
        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        meet();

        var reader = holder.browser().signIn(Role.INVESTIGATOR);
        assertThat(reader.get("/cases/" + reference).body())
                .contains(Samples.WORDS, "Panama asks you to withdraw this message", "/attestation");
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("WITHDRAWAL_REQUESTED");
        assertThat(owner.browser()
                        .signIn(Role.SUPERVISOR)
                        .get("/cases/" + reference)
                        .body())
                .contains("care had begun");

        // No step of its life is left on either side; it is attested.
        assertThat(reader.get("/cases/" + reference).body()).doesNotContain(item(holder, id) + "/start");
        for (var step : List.of("start", "complete", "confirm-withdrawal", "hold")) {
            assertThat(reader.submit("/me", "/desk/items/" + item(holder, id) + "/" + step, "note", "a note")
                            .statusCode())
                    .as(step)
                    .isEqualTo(409);
        }
        assertThat(owner.browser()
                        .signIn(Role.SUPERVISOR)
                        .submit("/me", "/desk/items/" + item(owner, id) + "/withdraw", "note", "")
                        .statusCode())
                .isEqualTo(409);

        // How it goes on has to be said.
        assertThat(attest(reader, id, "DESTROYED", "", "NO", "NO", "")).isEqualTo(422);
        assertThat(attest(reader, id, "DESTROYED", "", "NO", "NO", "La atención sigue con la unidad local"))
                .isEqualTo(303);
        meet();
        assertThat(reader.get("/cases/" + reference).body()).doesNotContain(Samples.WORDS);
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");

        var urgent = reference();
        var danger = sends(urgent);
        accepts(danger);
        byApi(owner, Role.SUPERVISOR, danger, "SAFETY");
        meet();
        assertThat(reader.get("/cases/" + urgent).body()).doesNotContain(Samples.WORDS);
    }

    @Test
    void aRecallThatWasSentBeforeTheAcceptanceBeatsItAlthoughItComesLater() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR");
        holder.clock().forward(Duration.ofMinutes(2));
        owner.clock().forward(Duration.ofMinutes(2));
        accepts(id);
        meet();

        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(holder.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/" + reference)
                        .body())
                .doesNotContain(Samples.WORDS);
    }

    @Test
    void aQuestionThatIsTakenBackIsSealedAndNobodyAnswersIt() {
        var reference = reference();
        var id = post.asks(reference, CO);
        meet();
        var duty = holder.browser().signIn(Role.DUTY);
        var asked = Samples.question().request().questions().getFirst().asked();
        assertThat(duty.get("/desk?item=" + item(holder, id)).body()).contains(asked);
        assertThat(duty.get("/cases/" + reference).body()).contains(asked);

        assertThat(byApi(owner, Role.SUPERVISOR, id, "SENT_IN_ERROR")).isEqualTo(200);
        meet();

        for (var path : List.of("/desk?item=" + item(holder, id), "/cases", "/cases/" + reference)) {
            assertThat(duty.get(path).body()).as(path).doesNotContain(asked);
        }
        assertThat(duty.get("/desk/items/" + item(holder, id) + "/forward").statusCode())
                .isEqualTo(409);
        assertThat(holder.api(Role.DUTY).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(410);
        assertThat(state(holder, id)).isEqualTo(state(owner, id)).isEqualTo("ENTERED_IN_ERROR");
    }

    @Test
    void anAnswerThatIsTakenBackShowsNothingOfItselfNeitherByTheQuestion() {
        var reference = reference();
        var request = post.asks(reference, MX);
        var answer = post.answers(MX, request, "PARTIAL");
        var duty = owner.browser().signIn(Role.DUTY);
        var question = "/cases/" + reference + "?message=" + request;
        assertThat(duty.get(question).body()).contains("Partial answer");
        assertThat(duty.get("/cases/" + reference + "?message=" + answer).body())
                .contains(Samples.WORDS);

        recalledBy(MX, owner.given(answer), "WRONG_RECIPIENT");

        for (var path : List.of(question, "/cases/" + reference + "?message=" + answer, "/cases")) {
            assertThat(duty.get(path).body()).as(path).doesNotContain("Partial answer", Samples.WORDS);
        }
        assertThat(owner.api(Role.DUTY).get("/api/v1/cases/" + reference).body())
                .doesNotContain("PARTIAL");
        assertThat(state(owner, answer)).isEqualTo("ENTERED_IN_ERROR");
        assertThat(waits(owner, answer)).isTrue();
    }

    @Test
    void whatAnAttestationSaysIsNotBelievedAgainstWhatTheNodeKnows() {
        var id = sends(reference());
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        act(duty, id, "forward", "unit", "Our other desk", "outside", "no");
        byApi(owner, Role.SUPERVISOR, id, "WRONG_RECIPIENT");
        meet();

        assertThat(attest(duty, id, "DESTROYED", "", "NO", "NO", "nothing")).isEqualTo(422);
        assertThat(attest(duty, id, "KEPT", "Juzgado 4, 114/2026", "NO", "YES", "Our other desk holds nothing"))
                .isEqualTo(303);
        meet();

        assertThat(owner.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/" + caseOf(id))
                        .body())
                .contains("Kept under a court order", "Court order: Juzgado 4, 114/2026");
        assertThat(keys(id)).isEqualTo(1);
        assertThat(holder.api(Role.DUTY).get("/api/v1/messages/" + id).statusCode())
                .isEqualTo(410);
    }

    @Test
    void nobodyTakesBackWhatAnotherMemberSentNorWhatIsNotHereAndBothAreTold() {
        var reference = "CO-2026-000401";
        var id = owner.arrives(CO, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));

        var before = toldOutcomes(MX).size();

        recalledBy(MX, owner.given(id), "SAFETY");

        assertThat(owner.browser().signIn(Role.DUTY).get("/cases/" + reference).body())
                .contains(Samples.WORDS)
                .doesNotContain("Recalled");
        assertThat(toldOutcomes(MX)).hasSize(before + 1).endsWith("NOT_HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAFETY", "A_REASON_OF_2031"})
    void whatIsTakenBackBeforeItComesIsNeverShownAndNeverKept(String reason) {
        var given = MessageId.next(owner.clock().instant(), new SecureRandom());
        var reference = reason.equals("SAFETY") ? "MX-2026-000402" : "MX-2026-000403";
        recalledBy(MX, given, reason);
        var late = owner.verified(
                given,
                MX,
                Samples.request(),
                Samples.requestAbout(reference, Urgency.URGENT, Samples.handling(HandlingCode.H1, Tlp.AMBER)));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(late));

        var shown = owner.browser()
                .signIn(Role.CASE_WORKER)
                .get("/cases/" + reference)
                .body();
        assertThat(shown).contains("Recalled: ").doesNotContain(Samples.WORDS).doesNotContain("/attestation");
        assertThat(owner.database()
                        .sql("select count(*) from case_part where message_id = ?")
                        .param(given.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.browser().signIn(Role.DUTY).get("/desk").body()).doesNotContain(reference);
    }

    @Test
    void aSecondRecallOfWhatIsGoneIsAnsweredAsTheFirst() {
        var id = owner.arrives(
                MX, Samples.alert(), Samples.alertAbout("MX-2026-000404", Urgency.URGENT, ChildInvolved.NO));
        var before = toldOutcomes(MX).size();
        recalledBy(MX, owner.given(id), "SENT_IN_ERROR");
        var duty = owner.browser().signIn(Role.DUTY);
        assertThat(duty.submit(
                                "/me",
                                "/messages/" + id + "/attestation",
                                "outcome",
                                "DESTROYED",
                                "exported",
                                "NO",
                                "passedOn",
                                "UNKNOWN",
                                "note",
                                "asked the shift")
                        .statusCode())
                .isEqualTo(303);

        recalledBy(MX, owner.given(id), "SAFETY");

        assertThat(toldOutcomes(MX).subList(before, before + 3)).containsExactly("SEALED", "DESTROYED", "DESTROYED");
    }

    @Test
    void anAttestationOfSomeoneWhoWasNotAskedWaitsAsideAndChangesNothing() {
        var id = sends(reference());
        byApi(owner, Role.SUPERVISOR, id, "SAFETY");
        var request = owner.database()
                .sql("select msg_id from outbox where message_type = 'RECALL' order by id desc fetch first 1 rows only")
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .single();
        var now = owner.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var forged =
                new RecallAttestation(request, "DESTROYED", now, "desk", 0, null, null, now, null, null, null, null);
        var message = owner.following(
                MX,
                MessageType.CASE_ALERT,
                forged,
                About.control(MessageType.RECALL_ATTESTATION, null, request, "desk"));

        assertThatThrownBy(() -> owner.transaction().executeWithoutResult(_ -> owner.handOver(message)))
                .isInstanceOf(UnknownMessage.class);
        assertThat(waits(owner, id)).isTrue();
        meet();
    }

    @Test
    void silenceBecomesAnOverdueFact() {
        var reference = reference();
        var id = sends(reference);
        byApi(owner, Role.SUPERVISOR, id, "SAFETY");
        toHolder.set(last(owner));
        var before = owner.clock().instant();
        owner.clock().forward(Duration.ofHours(3));

        var supervisor = owner.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/cases/" + reference).body()).contains("Attestation overdue since");
        assertThat(supervisor.get("/desk").body()).contains(reference);
        assertThat(owner.api(Role.SUPERVISOR)
                        .get("/api/v1/messages/" + id + "/recall")
                        .body())
                .contains("\"overdue\":true", "\"readers\":null");
        holder.clock().forward(Duration.between(before, owner.clock().instant()));
    }

    private static MessageId sends(String reference) {
        var id = post.sends(reference, Urgency.URGENT, CO);
        meet();
        return id;
    }

    /// Each node gets what the other has sent, until neither has anything new.
    private static void meet() {
        for (var round = 0; round < 3; round++) {
            owner.reaches(holder, CO, toHolder);
            holder.reaches(owner, PA, toOwner);
        }
    }

    private static String reference() {
        cases++;
        return "PA-2026-000" + cases;
    }

    private static int recall(Browser browser, MessageId id, String reason) {
        return browser.submit("/me", "/messages/" + id + "/recall", "reason", reason)
                .statusCode();
    }

    private static int byApi(DeskUnderTest.Running node, Role role, MessageId id, String reason) {
        return node.api(role)
                .send(
                        "POST",
                        "/api/v1/messages/" + id + "/recall",
                        "application/json",
                        "{\"reason\":\"" + reason + "\"}")
                .statusCode();
    }

    private static int attest(
            Browser browser,
            MessageId id,
            String outcome,
            String order,
            String exported,
            String passedOn,
            String note) {
        return browser.submit(
                        "/me",
                        "/messages/" + id + "/attestation",
                        "outcome",
                        outcome,
                        "order",
                        order,
                        "exported",
                        exported,
                        "passedOn",
                        passedOn,
                        "note",
                        note)
                .statusCode();
    }

    private static void act(Browser browser, MessageId id, String step, String... fields) {
        assertThat(browser.submit("/me", "/desk/items/" + item(holder, id) + "/" + step, fields)
                        .statusCode())
                .isEqualTo(303);
    }

    private static void accepts(MessageId id) {
        var duty = holder.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        var worker = holder.database()
                .sql("select pseudonym from officer where username = 'investigator'")
                .query(String.class)
                .single();
        act(duty, id, "accept", "worker", worker, "start", "2026-11-23");
    }

    private static void recalledBy(NodeId member, MessageId given, String reason) {
        var message = owner.following(
                member,
                MessageType.CASE_ALERT,
                new Recall(given, reason, "desk 9"),
                About.control(MessageType.RECALL, null, given, "desk 9"));
        owner.transaction().executeWithoutResult(_ -> owner.handOver(message));
    }

    private static List<String> toldOutcomes(NodeId member) {
        return owner.told(member, RecallAttestation.class).stream()
                .map(RecallAttestation::outcome)
                .toList();
    }

    private static String item(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static String state(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select state from desk_item where message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static boolean waits(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select waits from desk_item where message_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static String caseOf(MessageId id) {
        return owner.database()
                .sql("select reference from case_message where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static long keys(MessageId id) {
        return holder.database()
                .sql("select count(*) from storage_key where name = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
    }

    private static long recalls() {
        return owner.database()
                .sql("select count(*) from recall where side = 'SENT'")
                .query(Long.class)
                .single();
    }

    private static long last(DeskUnderTest.Running node) {
        return node.database()
                .sql("select max(id) from outbox")
                .query(Long.class)
                .single();
    }

    private static List<String> deeds(DeskUnderTest.Running node, MessageId id) {
        return node.database()
                .sql("select action from audit_entry where object_id = ?")
                .param(id.toString())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
