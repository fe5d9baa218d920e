package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.handling.Caveat;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.Status;
import org.enlace.message.StatusKind;
import org.enlace.node.access.Role;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What officers do with an item, through the pages, and what the sender is told.
class ActsTest {
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
    void acknowledgingStopsTheFirstClockAndTellsTheSenderWhoHasIt() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000001", Urgency.IMMEDIATE, ChildInvolved.YES));
        var duty = node.browser().signIn(Role.DUTY);

        var answer = act(duty, id, "acknowledge", "view", "ack");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).get().asString().startsWith("/desk?view=ack&item=");
        assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED").containsEntry("waits", true);
        assertThat(row(id).get("due")).isEqualTo(row(id).get("answer_due"));
        var told = told(id);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().kind()).isEqualTo(StatusKind.ACKNOWLEDGED);
        assertThat(told.getFirst().at()).isEqualTo(node.clock().instant());
        assertThat(told.getFirst().desk()).isNotBlank().doesNotContain("Ana");
    }

    @Test
    void ofTwoOfficersAtOnceOneHasItAndTheOtherIsToldWhoAndTheSenderHearsItOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var reference = "CO-2026-1000" + (10 + round);
            var id = node.arrives(CO, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));
            var item = item(id);
            var browsers =
                    List.of(node.browser().signIn(Role.DUTY), node.browser().signIn(Role.SUPERVISOR));
            var tokens = browsers.stream()
                    .map(browser -> Browser.token(browser.get("/desk").body()))
                    .toList();
            var start = new CountDownLatch(1);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var answers = List.of(0, 1).stream()
                        .map(which -> pool.submit(() -> {
                            start.await();
                            return browsers.get(which)
                                    .post("/desk/items/" + item + "/acknowledge", Map.of("_token", tokens.get(which)));
                        }))
                        .toList();
                start.countDown();
                var codes = answers.stream()
                        .map(ActsTest::get)
                        .map(answer -> answer.statusCode())
                        .sorted()
                        .toList();
                assertThat(codes).containsExactly(303, 409);
                var second = answers.stream()
                        .map(ActsTest::get)
                        .filter(answer -> answer.statusCode() == 409)
                        .findFirst();
                assertThat(second.orElseThrow().body()).contains("Taken by Ana Lucía Ramírez Ortega at 02:");
            }
            assertThat(told(id)).hasSize(1);
        }
    }

    @Test
    void aVictimRequestIsAcceptedByThoseWhoseWorkItIsAndOnlyThenNamesOpen() {
        var id = node.arrives(
                CO, Samples.request(), Samples.requestAbout("CO-2026-000002", Urgency.URGENT, Samples.usual()));
        var duty = node.browser().signIn(Role.DUTY);
        var consul = node.browser().signIn(Role.CONSULAR);
        act(duty, id, "acknowledge");

        assertThat(consul.get("/cases/CO-2026-000002/persons").body())
                .contains(Samples.NOTE)
                .contains("opens when the case has been accepted")
                .doesNotContain(Samples.ADDRESS)
                .doesNotContain(Samples.NAME);
        var refused = act(duty, id, "accept");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Only a consular officer or a case worker");

        assertThat(act(consul, id, "accept", "worker", pseudonym(Role.CASE_WORKER), "start", "2026-11-22")
                        .statusCode())
                .isEqualTo(303);

        assertThat(consul.get("/cases/CO-2026-000002/persons").body())
                .contains(Samples.ADDRESS)
                .contains("CANARIOAPELLIDO, " + Samples.NAME);
        assertThat(duty.get("/cases/CO-2026-000002/persons").body())
                .doesNotContain(Samples.ADDRESS)
                .doesNotContain(Samples.NAME);
        assertThat(told(id)).extracting(Status::kind).containsExactly(StatusKind.ACKNOWLEDGED, StatusKind.ACCEPTED);
        assertThat(told(id).getLast().note()).isEqualTo(pseudonym(Role.CASE_WORKER) + ", 2026-11-22");
        assertThat(consul.get("/cases/CO-2026-000002").body()).contains(pseudonym(Role.CASE_WORKER) + ", 2026-11-22");
        assertThat(row(id)).containsEntry("waits", false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | 2026-11-22 | Choose who works on it",
                "officer-NONE | 2026-11-22 | Choose who works on it",
                "INVESTIGATOR | 2026-11-22 | Choose who works on it",
                "CONSULAR     | ''         | Give a day from today on",
                "CONSULAR     | 2026-11-21 | Give a day from today on",
                "CONSULAR     | tomorrow   | Give a day from today on",
                "CONSULAR     | 2027-11-22 | Give a day from today on"
            })
    void acceptingNamesWhoWorksOnItAndFromWhichDay(String worker, String start, String said) {
        var reference = "CO-2026-3" + "%05d".formatted((worker + start).hashCode() & 0xffff);
        var id = node.arrives(CO, Samples.request(), Samples.requestAbout(reference, Urgency.URGENT, Samples.usual()));
        var consul = node.browser().signIn(Role.CONSULAR);
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");
        var named = worker.matches("[A-Z]+") ? pseudonym(Role.valueOf(worker)) : worker;

        var answer = act(consul, id, "accept", "worker", named, "start", start);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said);
        assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED");
        assertThat(node.api(Role.CONSULAR)
                        .send(
                                "POST",
                                "/api/v1/desk/items/" + item(id) + "/accept",
                                "application/json",
                                "{\"worker\":\"" + named + "\",\"start\":\"" + start + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(told(id)).extracting(Status::kind).containsExactly(StatusKind.ACKNOWLEDGED);
        assertThat(consul.get("/desk/items/" + item(id) + "/accept").body())
                .contains("value=\"" + pseudonym(Role.CASE_WORKER) + "\"", "value=\"2026-11-22\"")
                .doesNotContain("value=\"" + pseudonym(Role.INVESTIGATOR) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "voluntaryReturn, CO-2026-000021, It is not clear who depends on the person.",
        "receptionBy, CO-2026-000022, Nobody is named who receives the person.",
        "legalProceedings, CO-2026-000023, How the legal proceedings stand is not known."
    })
    void anIncompleteReturnOfAHostileMemberIsThereForAllToSeeAndNobodyCanTakeItOn(
            String missing, String reference, String said) {
        var id = node.arrives(CO, Referrals.without(missing), Referrals.about(reference));
        var consul = node.browser().signIn(Role.CONSULAR);
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");

        var answer = accept(consul, id);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This referral lacks what must be there");
        assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED");
        assertThat(told(id)).extracting(Status::kind).containsExactly(StatusKind.ACKNOWLEDGED);
        assertThat(consul.get("/cases/" + reference).body())
                .contains("This referral is not complete")
                .doesNotContain(said);
        assertThat(consul.get("/cases/" + reference + "/persons").body()).contains(said);
    }

    @Test
    void aCompleteReturnIsTakenOnAndOnlyThenTheJourneyOpens() {
        var id = node.arrives(CO, Referrals.complete(), Referrals.about("CO-2026-000024"));
        var consul = node.browser().signIn(Role.CONSULAR);
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");
        assertThat(consul.get("/cases/CO-2026-000024/persons").body())
                .contains("Casa de Acogida Ejemplo")
                .doesNotContain("GTGUA")
                .doesNotContain("This referral is not complete");

        assertThat(accept(consul, id).body()).contains("Assess the return first");
        assertThat(act(consul, id, "assess", "risk", "NOT_ASSESSED").statusCode())
                .isEqualTo(422);
        assertThat(act(consul, id, "assess", "risk", "MEDIUM", "words", "Solo para nosotros")
                        .statusCode())
                .isEqualTo(303);
        assertThat(told(id).getLast().note()).isEqualTo("RETURN_RISK MEDIUM, 2026-11-22");
        assertThat(accept(consul, id).statusCode()).isEqualTo(303);

        assertThat(consul.get("/cases/CO-2026-000024/persons").body())
                .contains("GTGUA", "Risk on return, assessed on 2026-11-22: Medium");
        assertThat(told(id)).extracting(Status::kind).endsWith(StatusKind.NOTE, StatusKind.ACCEPTED);
        assertThat(node.allRows()).doesNotContain("Solo para nosotros");
        assertThat(act(consul, id, "assess", "risk", "LOW").statusCode()).isEqualTo(409);
    }

    @Test
    void noChildIsTakenOnForAReturnThatThisSideFindsTooDangerousAndOnlyThoseWhoCareSaySo() {
        var id = node.arrives(CO, Referrals.complete(), Referrals.about("CO-2026-000025"));
        var duty = node.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        var path = "/api/v1/desk/items/" + item(id);
        var worker = node.api(Role.CASE_WORKER);

        assertThat(act(duty, id, "assess", "risk", "LOW").statusCode()).isEqualTo(404);
        assertThat(worker.send("POST", path + "/assess", "application/json", "{\"risk\":\"HIGH\"}")
                        .statusCode())
                .isEqualTo(200);
        var refused = worker.send("POST", path + "/accept", "application/json", "{\"start\":\"2026-11-22\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("RETURN_RISK_HIGH", "there is no return");
        assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED");
    }

    @Test
    void whoTurnsOutToBeAChildAfterTheReturnWasTakenOnIsNotReturnedIntoHighRisk() {
        var reference = "CO-2026-000026";
        var id = node.arrives(CO, Referrals.complete(), Referrals.about(reference, ChildInvolved.NO));
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");
        var worker = node.browser().signIn(Role.CASE_WORKER);
        assertThat(act(worker, id, "assess", "risk", "HIGH").statusCode()).isEqualTo(303);
        assertThat(accept(worker, id).statusCode()).isEqualTo(303);

        node.arrives(
                CO,
                Referrals.complete(),
                Samples.about(Referrals.about(reference, ChildInvolved.YES), null, node.given(id)));

        var refused = node.api(Role.CASE_WORKER)
                .send("POST", "/api/v1/desk/items/" + item(id) + "/start", "application/json", "{}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("REFERRAL_CHANGED", "Do not begin");
        var page = act(worker, id, "start");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Do not begin");
        assertThat(row(id)).containsEntry("state", "ACCEPTED");
    }

    private static java.net.http.HttpResponse<String> accept(Browser browser, MessageId id) {
        return act(browser, id, "accept", "worker", pseudonym(Role.CASE_WORKER), "start", "2026-11-22");
    }

    @Test
    void whoAcceptsThroughTheApiAndNamesNobodyWorksOnItThemselves() {
        var id = node.arrives(
                CO, Samples.request(), Samples.requestAbout("CO-2026-000016", Urgency.URGENT, Samples.usual()));
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");

        var answer = node.api(Role.CASE_WORKER)
                .send(
                        "POST",
                        "/api/v1/desk/items/" + item(id) + "/accept",
                        "application/json",
                        "{\"start\":\"2026-11-23\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(told(id).getLast().note()).isEqualTo(pseudonym(Role.CASE_WORKER) + ", 2026-11-23");
    }

    @Test
    void aRequestLeavesThisOrganisationOnlyAsFarAsThePersonAgreed() {
        var duty = node.browser().signIn(Role.DUTY);
        var no = request("CO-2026-000011", Samples.consent(ConsentAnswer.NO));
        var unasked = request("CO-2026-000012", Samples.consent(ConsentAnswer.NOT_ASKED));
        var nothing = request("CO-2026-000013", null);
        var notThem = request("CO-2026-000014", Samples.consent(ConsentAnswer.YES, "Fiscalía General"));
        for (var id : List.of(no, unasked, nothing)) {
            var answer = forward(duty, id, "Another authority", "yes");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("has not agreed that another authority gets to know");
            assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED");
            assertThat(told(id)).hasSize(1);
        }
        var named = forward(duty, notThem, "la FISCALIA general de la Nación", "yes");
        assertThat(named.statusCode()).isEqualTo(422);
        assertThat(named.body()).contains("does not want this authority to know");

        assertThat(forward(duty, no, "Our shelter desk", "no").statusCode()).isEqualTo(303);
        assertThat(forward(duty, notThem, "Ministerio de la Mujer", "yes").statusCode())
                .isEqualTo(303);
        assertThat(told(notThem)).extracting(Status::kind).endsWith(StatusKind.FORWARDED);
    }

    @Test
    void aNoteSentTwiceByOneFormOrOneCallIsWrittenAndToldOnce() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000015", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY);
        var form = duty.get("/desk/items/" + item(id) + "/note").body();
        var found = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(form);
        assertThat(found.find()).isTrue();
        var key = found.group(1);

        assertThat(act(duty, id, "note", "note", "", "tell", "yes", "key", key).statusCode())
                .isEqualTo(422);
        for (var i = 0; i < 2; i++) {
            assertThat(act(duty, id, "note", "note", "Written once", "tell", "yes", "key", key)
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(told(id)).extracting(Status::note).containsExactly("Written once");

        var api = node.api(Role.DUTY).always("Idempotency-Key", "call 7");
        for (var i = 0; i < 2; i++) {
            assertThat(api.send(
                                    "POST",
                                    "/api/v1/desk/items/" + item(id) + "/note",
                                    "application/json",
                                    "{\"note\":\"Called once\",\"tell\":true}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(told(id)).extracting(Status::note).containsExactly("Written once", "Called once");
    }

    private static MessageId request(String reference, @Nullable ConsentRecord consent) {
        var id = node.arrives(
                CO, Samples.request(consent), Samples.requestAbout(reference, Urgency.URGENT, Samples.usual()));
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");
        return id;
    }

    private static java.net.http.HttpResponse<String> forward(
            Browser browser, MessageId id, String unit, String outside) {
        return act(browser, id, "forward", "unit", unit, "outside", outside);
    }

    private static String pseudonym(Role role) {
        return node.database()
                .sql("select pseudonym from officer where username = ?")
                .param(role.name().toLowerCase(Locale.ROOT))
                .query(String.class)
                .single();
    }

    @Test
    void forwardingTellsWhoHoldsItAndDoesNotRestartTheClock() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000003", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY);
        act(duty, id, "acknowledge");
        var due = row(id).get("due");
        node.clock().forward(Duration.ofMinutes(5));

        var answer = act(duty, id, "forward", "unit", "Inspección de Trabajo, Panamá", "outside", "no");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(row(id)).containsEntry("state", "FORWARDED").containsEntry("due", due);
        assertThat(told(id).getLast().kind()).isEqualTo(StatusKind.FORWARDED);
        assertThat(told(id).getLast().forwardedTo()).isEqualTo("Inspección de Trabajo, Panamá");
    }

    @Test
    void handlingDecidesWhetherAMessageMayLeaveTheOrganisation() {
        var duty = node.browser().signIn(Role.DUTY);
        var cases = Map.of(
                "CO-2026-000004", Samples.handling(HandlingCode.H2, Tlp.AMBER),
                "CO-2026-000005", Samples.handling(HandlingCode.H0, Tlp.AMBER_STRICT),
                "CO-2026-000006", Samples.handling(HandlingCode.H0, Tlp.GREEN, Caveat.NO_CONSULAR_CONTACT));
        cases.forEach((reference, handling) -> {
            var about = Samples.about(MessageType.CASE_ALERT, reference, Urgency.URGENT, ChildInvolved.NO, handling);
            var id = node.arrives(CO, Samples.alert(), about);
            act(duty, id, "acknowledge");
            assertThat(act(duty, id, "forward", "unit", "Another authority", "outside", "yes")
                            .statusCode())
                    .as(reference)
                    .isEqualTo(422);
            assertThat(row(id)).containsEntry("state", "ACKNOWLEDGED");
            assertThat(told(id)).hasSize(1);
            assertThat(act(duty, id, "forward", "unit", "Our other desk", "outside", "no")
                            .statusCode())
                    .as(reference)
                    .isEqualTo(303);
        });
    }

    @Test
    void decliningTakesASupervisorAGroundAndAnotherContactAndNamesAllThatIsMissingAtOnce() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000007", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY);
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        act(duty, id, "acknowledge");

        var both = act(duty, id, "decline", "ground", "NO_SUCH_GROUND");
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body())
                .contains("Only a supervisor may do this", "Choose a ground", "Say whom they can ask instead");
        assertThat(told(id)).hasSize(1);

        var done = act(supervisor, id, "decline", "ground", "NOT_COMPETENT", "alternative", "Fiscalía, +507 500 0000");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(told(id).getLast().kind()).isEqualTo(StatusKind.DECLINED);
        assertThat(told(id).getLast().ground()).isEqualTo("NOT_COMPETENT");
        assertThat(told(id).getLast().alternative()).isEqualTo("Fiscalía, +507 500 0000");
        assertThat(act(duty, id, "forward", "unit", "Too late", "outside", "no").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aNoteStaysHereUnlessTheOfficerSaysThatTheSenderReadsItToo() {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000008", Urgency.URGENT, ChildInvolved.NO));
        var duty = node.browser().signIn(Role.DUTY);

        assertThat(act(duty, id, "note", "note", "Only for us: nota interna", "tell", "no")
                        .statusCode())
                .isEqualTo(303);
        assertThat(told(id)).isEmpty();
        assertThat(act(duty, id, "note", "note", "For both", "tell", "yes").statusCode())
                .isEqualTo(303);
        assertThat(told(id)).extracting(Status::note).containsExactly("For both");
        assertThat(duty.get("/cases/CO-2026-000008").body()).contains("nota interna", "For both");
        assertThat(node.allRows()).doesNotContain("nota interna");
    }

    @Test
    void intelligenceOwesNoAnswerAndLeavesTheDeskOnceItWasRead() {
        var about = Samples.about(
                MessageType.ROUTE_REPORT, "CO-2026-000009", Urgency.URGENT, ChildInvolved.NO, Samples.usual());
        var id = node.arrives(CO, Samples.route(), about);

        assertThat(row(id).get("due")).isNull();
        assertThat(row(id)).containsEntry("waits", true);
        act(node.browser().signIn(Role.DUTY), id, "acknowledge");
        assertThat(row(id)).containsEntry("waits", false);
    }

    private static java.net.http.HttpResponse<String> act(Browser browser, MessageId id, String act, String... fields) {
        return browser.submit("/me", "/desk/items/" + item(id) + "/" + act, fields);
    }

    private static String item(MessageId id) {
        return Objects.requireNonNull(row(id).get("id")).toString();
    }

    private static Map<String, @Nullable Object> row(MessageId id) {
        return node.database()
                .sql("select * from desk_item where message_id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }

    private static List<Status> told(MessageId id) {
        return node.toldTo(CO).stream()
                .filter(status -> status.of().equals(node.given(id)))
                .toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
