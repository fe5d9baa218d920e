package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
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
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// At the change of a shift nothing that is open is without an owner for a moment: who has it keeps it until the next
/// officer has taken it.
class HandoverTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(500_000);
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

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
    void whoHasItKeepsItUntilTheNextOfficerHasTakenIt() {
        var alert = acknowledged();

        assertThat(hands(alert, Role.INVESTIGATOR, "Llama otra vez a las 16").statusCode())
                .isEqualTo(303);

        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));
        var page = browser(Role.INVESTIGATOR).get("/handover").body();
        assertThat(page).contains("Handed to you", reference(alert), "Llama otra vez a las 16");
        assertThat(browser(Role.DUTY).get("/handover").body()).contains("not taken yet");
        assertThat(node.allRows()).doesNotContain("Llama otra vez");
        node.clock().forward(Duration.ofSeconds(90));

        assertThat(answer(Role.INVESTIGATOR, alert, "take").statusCode()).isEqualTo(303);

        assertThat(owner(alert)).isEqualTo(id(Role.INVESTIGATOR));
        assertThat(browser(Role.INVESTIGATOR).get("/handover").body()).doesNotContain("offer-" + offer(alert));
        assertThat(browser(Role.INVESTIGATOR).get("/cases/" + reference(alert)).body())
                .contains("Offered to a colleague for the next shift", "Taken over from a colleague")
                .contains("Llama otra vez a las 16");
        assertThat(node.toldTo(CO))
                .noneMatch(status -> String.valueOf(status.note()).contains("Llama"));
    }

    @Test
    void itsClocksRunOnAsTheyWere() {
        var alert = acknowledged();
        var due = due(alert);

        hands(alert, Role.SUPERVISOR, "");
        answer(Role.SUPERVISOR, alert, "take");

        assertThat(due(alert)).isEqualTo(due).isNotNull();
    }

    @Test
    void whatNobodyHasYetIsHandedOverTooAndStillHasToBeAcknowledged() {
        var alert = arrived();
        assertThat(browser(Role.DUTY).get("/handover").body()).contains(reference(alert), "With nobody yet");

        hands(alert, Role.SUPERVISOR, "");
        answer(Role.SUPERVISOR, alert, "take");

        assertThat(owner(alert)).isEqualTo(id(Role.SUPERVISOR));
        assertThat(column(alert, "state")).isEqualTo("RECEIVED");
        assertThat(node.toldTo(CO)).noneMatch(status -> status.of().equals(node.given(alert)));
    }

    @Test
    void whoeverCannotTakeItSaysWhyAndItStaysWhereItIs() {
        var alert = acknowledged();
        hands(alert, Role.INVESTIGATOR, "");
        var offer = offer(alert);

        var silent = answer(Role.INVESTIGATOR, alert, "decline", "reason", " ");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Say why you cannot take it");
        assertThat(answer(Role.INVESTIGATOR, alert, "decline", "reason", "x".repeat(501))
                        .statusCode())
                .isEqualTo(422);
        assertThat(answer(Role.INVESTIGATOR, alert, "decline", "reason", "Estoy de viaje")
                        .statusCode())
                .isEqualTo(303);

        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));
        assertThat(browser(Role.DUTY).get("/handover").body()).contains("Estoy de viaje");
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/handover/" + offer + "/take")
                        .statusCode())
                .as("what was declined is not there to be taken any more")
                .isEqualTo(409);
        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));
    }

    @Test
    void anOfferThatWasTakenBackOrReplacedIsNotTaken() {
        var alert = acknowledged();
        hands(alert, Role.INVESTIGATOR, "");
        var first = offer(alert);
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/handover/" + first + "/withdraw")
                        .statusCode())
                .as("who is asked does not take the offer back")
                .isEqualTo(404);

        assertThat(browser(Role.DUTY)
                        .submit("/me", "/handover/" + first + "/withdraw")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/handover/" + first + "/take")
                        .statusCode())
                .isEqualTo(409);

        hands(alert, Role.INVESTIGATOR, "");
        var second = offer(alert);
        hands(alert, Role.SUPERVISOR, "");
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/handover/" + second + "/take")
                        .statusCode())
                .isEqualTo(409);
        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));
    }

    @Test
    void nobodyTakesWhatWasOfferedToSomebodyElse() {
        var alert = acknowledged();
        hands(alert, Role.INVESTIGATOR, "");

        for (var other : List.of(Role.SUPERVISOR, Role.CONSULAR, Role.CASE_WORKER, Role.DUTY)) {
            assertThat(answer(other, alert, "take").statusCode())
                    .as(other.name())
                    .isEqualTo(404);
            assertThat(answer(other, alert, "decline", "reason", "no").statusCode())
                    .as(other.name())
                    .isEqualTo(404);
        }
        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));
    }

    @Test
    void withOneItemThatNobodyTakesNothingIsHandedOver() {
        var one = acknowledged();
        var two = acknowledged();

        var answer = browser(Role.DUTY)
                .submit("/handover", "/handover", "item", item(one), "to-" + item(one), pseudonym(Role.INVESTIGATOR));
        assertThat(answer.statusCode()).isEqualTo(303);
        var refused = api(Role.DUTY, one, Role.SUPERVISOR, two, null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/items/1/to", "TAKER_MISSING");
        assertThat(offers(two)).isZero();
        assertThat(offers(one)).as("the first offer stands").isEqualTo(1);
        var page = browser(Role.DUTY).submit("/handover", "/handover", "item", item(two), "note-" + item(two), "Kept");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("1 item has no one to take it", "Kept");
    }

    @Test
    void whoMayNotSeeOrWorkOnACaseIsNotAskedToTakeIt() {
        var alert = acknowledged();
        for (var blind : List.of(Role.CONSULAR, Role.ANALYST, Role.AUDITOR, Role.OPERATOR)) {
            var refused = api(Role.DUTY, alert, blind, alert, null);
            assertThat(refused.statusCode()).as(blind.name()).isEqualTo(422);
            assertThat(refused.body()).contains("/items/0/to", "TAKER_UNKNOWN", "HANDED_OVER_TWICE");
        }
        var care = node.arrives(CO, Samples.request(), Samples.requestAbout(next(), Urgency.URGENT, Samples.usual()));
        browser(Role.DUTY).submit("/me", "/desk/items/" + item(care) + "/acknowledge");
        assertThat(hands(care, Role.CASE_WORKER, "").statusCode()).isEqualTo(303);
        answer(Role.CASE_WORKER, care, "take");
        browser(Role.CASE_WORKER)
                .submit(
                        "/me",
                        "/desk/items/" + item(care) + "/accept",
                        "worker",
                        pseudonym(Role.CASE_WORKER),
                        "start",
                        "2026-11-22");
        assertThat(column(care, "state")).isEqualTo("ACCEPTED");

        var police = browser(Role.CASE_WORKER)
                .submit("/handover", "/handover", "item", item(care), "to-" + item(care), pseudonym(Role.DUTY));

        assertThat(police.statusCode())
                .as("care goes only to those whose work it is")
                .isEqualTo(422);
        assertThat(owner(care)).isEqualTo(id(Role.CASE_WORKER));
    }

    @Test
    void nobodyHandsOverWhatAColleagueHasExceptASupervisor() {
        var alert = acknowledged();

        assertThat(browser(Role.INVESTIGATOR)
                        .submit(
                                "/handover",
                                "/handover",
                                "item",
                                item(alert),
                                "to-" + item(alert),
                                pseudonym(Role.SUPERVISOR))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser(Role.INVESTIGATOR)
                        .get("/handover?of=" + pseudonym(Role.DUTY))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser(Role.INVESTIGATOR).get("/handover").body()).doesNotContain("Who holds what is open");
        assertThat(offers(alert)).isZero();

        var supervisor = browser(Role.SUPERVISOR);
        assertThat(supervisor.get("/handover").body())
                .contains("Who holds what is open", "/handover?of=" + pseudonym(Role.DUTY));
        assertThat(supervisor
                        .submit(
                                "/handover",
                                "/handover",
                                "of",
                                pseudonym(Role.DUTY),
                                "item",
                                item(alert),
                                "to-" + item(alert),
                                pseudonym(Role.INVESTIGATOR))
                        .statusCode())
                .isEqualTo(303);
        answer(Role.INVESTIGATOR, alert, "take");
        assertThat(owner(alert)).isEqualTo(id(Role.INVESTIGATOR));
    }

    @Test
    void whoeverStillHoldsItemsWhenTheShiftEndsIsToldOnTheDeskAndTheSupervisorSeesWho() {
        var alert = acknowledged();
        var ends = node.clock().instant().plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC);
        node.database()
                .sql("insert into duty_shift (id, unit, officer, starts_at, ends_at) values (?, 'Mesa', ?, ?, ?)")
                .params(UUID.randomUUID(), id(Role.DUTY), ends.minusHours(8), ends)
                .update();
        node.tick();
        assertThat(browser(Role.DUTY).get("/desk").body()).doesNotContain("id=\"shift-ends\"");

        node.clock().forward(Duration.ofMinutes(91));
        BROWSERS.clear();
        node.tick();
        node.tick();
        assertThat(browser(Role.DUTY).get("/desk").body()).contains("Your shift ends at", "Hand them over");
        assertThat(browser(Role.SUPERVISOR).get("/handover").body()).contains("Shift ends at");
        assertThat(browser(Role.INVESTIGATOR).get("/desk").body()).doesNotContain("id=\"shift-ends\"");
        node.clock().forward(Duration.ofMinutes(30));
        BROWSERS.clear();
        node.tick();
        node.tick();
        assertThat(browser(Role.DUTY).get("/desk").body()).contains("Your shift ended at");
        assertThat(browser(Role.SUPERVISOR).get("/handover").body()).contains("Shift ended at");
        assertThat(node.database()
                        .sql("select stage from shift_end_told order by stage")
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("BEFORE", "END");
        assertThat(owner(alert)).isEqualTo(id(Role.DUTY));

        // Whoever goes on in another shift is not asked to hand over.
        node.database()
                .sql("insert into duty_shift (id, unit, officer, starts_at, ends_at) values (?, 'Mesa', ?, ?, ?)")
                .params(UUID.randomUUID(), id(Role.DUTY), ends, ends.plusHours(8))
                .update();
        assertThat(browser(Role.DUTY).get("/desk").body()).doesNotContain("id=\"shift-ends\"");
        node.database().sql("delete from duty_shift").update();
    }

    @Test
    void whatIsNotOpenAnyMoreIsNeitherOfferedNorTaken() {
        var alert = acknowledged();
        hands(alert, Role.INVESTIGATOR, "");
        var offer = offer(alert);
        browser(Role.SUPERVISOR)
                .submit(
                        "/me",
                        "/desk/items/" + item(alert) + "/decline",
                        "ground",
                        "NOT_COMPETENT",
                        "alternative",
                        "Fiscalía, mesa 4");

        assertThat(browser(Role.INVESTIGATOR).get("/handover").body()).doesNotContain(reference(alert));
        assertThat(browser(Role.INVESTIGATOR)
                        .submit("/me", "/handover/" + offer + "/take")
                        .statusCode())
                .isEqualTo(409);
        var late = api(Role.DUTY, alert, Role.INVESTIGATOR, alert, null);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("HANDOVER_MOVED_ON");
    }

    @Test
    void whatIsSealedIsHandedOverWithoutWordsBecauseNoneAreKept() {
        var alert = acknowledged();
        node.transaction().executeWithoutResult(_ -> {
            var recalls = node.bean(CaseRecalls.class);
            var message = recalls.hold(node.bean(CaseFiles.class).find(alert).orElseThrow());
            var now = node.clock().instant();
            recalls.mark(message, new Recalled("SENT_IN_ERROR", now, now));
        });

        var refused = hands(alert, Role.INVESTIGATOR, "Kept as it was typed");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no words are kept about it", "Kept as it was typed");
        assertThat(offers(alert)).isZero();
        assertThat(hands(alert, Role.INVESTIGATOR, "").statusCode()).isEqualTo(303);
        assertThat(offers(alert)).isEqualTo(1);
    }

    @Test
    void aProgramReadsWhatIsHeldAndOfferedAndWhoMayTakeIt() {
        var alert = acknowledged();
        assertThat(api(Role.DUTY, alert, Role.INVESTIGATOR, null, null).statusCode())
                .isEqualTo(200);

        var held = node.api(Role.DUTY).get("/api/v1/handover").body();
        var offered = node.api(Role.INVESTIGATOR).get("/api/v1/handover").body();

        assertThat(held).contains(alert.toString(), pseudonym(Role.SUPERVISOR), "\"offer\":{");
        assertThat(held).doesNotContain("Ana Luc");
        assertThat(offered).contains(alert.toString(), "\"from\":\"" + pseudonym(Role.DUTY) + "\"");
        for (var wrong : List.of("-1", "1001")) {
            assertThat(node.api(Role.DUTY).get("/api/v1/handover?page=" + wrong).statusCode())
                    .isEqualTo(404);
        }
        assertThat(node.api(Role.INVESTIGATOR)
                        .send("POST", "/api/v1/handover/" + offer(alert) + "/take", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(owner(alert)).isEqualTo(id(Role.INVESTIGATOR));
    }

    private static MessageId arrived() {
        return node.arrives(CO, Samples.alert(), Samples.alertAbout(next(), Urgency.URGENT, ChildInvolved.NO));
    }

    private static MessageId acknowledged() {
        var id = arrived();
        browser(Role.DUTY).submit("/me", "/desk/items/" + item(id) + "/acknowledge");
        return id;
    }

    private static HttpResponse<String> hands(MessageId id, Role to, String note) {
        var item = item(id);
        return browser(Role.DUTY)
                .submit("/handover", "/handover", "item", item, "to", pseudonym(to), "note-" + item, note);
    }

    private static HttpResponse<String> api(
            Role by, MessageId one, Role to, @Nullable MessageId two, @Nullable Role toTwo) {
        var first = "{\"item\":\"%s\",\"to\":\"%s\"}".formatted(item(one), pseudonym(to));
        var second = two == null
                ? ""
                : ",{\"item\":\"%s\",\"to\":\"%s\"}".formatted(item(two), toTwo == null ? "" : pseudonym(toTwo));
        return node.api(by)
                .send("POST", "/api/v1/handover", "application/json", "{\"items\":[" + first + second + "]}");
    }

    private static HttpResponse<String> answer(Role by, MessageId id, String act, String... fields) {
        return browser(by).submit("/me", "/handover/" + offer(id) + "/" + act, fields);
    }

    private static Browser browser(Role role) {
        return BROWSERS.computeIfAbsent(role, _ -> node.browser().signIn(role));
    }

    private static Officer officer(Role role) {
        return node.bean(Officers.class).working().stream()
                .filter(one -> one.is(role))
                .findFirst()
                .orElseThrow();
    }

    private static String pseudonym(Role role) {
        return officer(role).pseudonym();
    }

    private static String id(Role role) {
        return officer(role).id().value();
    }

    private static String next() {
        return "CO-2026-" + NUMBER.incrementAndGet();
    }

    private static UUID offer(MessageId id) {
        return node.database()
                .sql("select id from handover where item_id = ? order by offered_at desc, settled_at nulls first")
                .param(UUID.fromString(item(id)))
                .query(UUID.class)
                .list()
                .getFirst();
    }

    private static int offers(MessageId id) {
        return node.database()
                .sql("select count(*) from handover where item_id = ? and outcome is null")
                .param(UUID.fromString(item(id)))
                .query(Integer.class)
                .single();
    }

    private static String item(MessageId id) {
        return column(id, "id").toString();
    }

    private static @Nullable Object due(MessageId id) {
        return row(id).get("due");
    }

    private static @Nullable Object owner(MessageId id) {
        return row(id).get("owner");
    }

    private static String reference(MessageId id) {
        return column(id, "reference").toString();
    }

    private static Object column(MessageId id, String name) {
        return Objects.requireNonNull(row(id).get(name));
    }

    private static Map<String, @Nullable Object> row(MessageId id) {
        return node.database()
                .sql("select * from desk_item where message_id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }
}
