package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.enlace.console.Browser;
import org.enlace.console.PasskeyForms;
import org.enlace.console.SecurityKey;
import org.enlace.database.Postgres;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same on the database that production has.
class PostgresTest {
    private static DeskUnderTest.Running node;

    @BeforeAll
    static void start() {
        node = DeskUnderTest.start("spring.datasource.url=" + Postgres.database());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aPasskeyIsMadeSignsAndIsStoppedWhenItLooksCopied() {
        var officer = node.browser().named("localhost").signIn(Role.ANALYST);
        var key = SecurityKey.at("http://localhost:" + node.port()).counter(3);
        assertThat(PasskeyForms.add(officer, "Office key", key.create(PasskeyForms.begin(officer)))
                        .statusCode())
                .isEqualTo(200);
        var copy = key.copy();

        assertThat(PasskeyForms.enter(node.browser().named("localhost"), key).statusCode())
                .isEqualTo(303);
        for (var one : List.of(copy, key)) {
            assertThat(PasskeyForms.enter(node.browser().named("localhost"), one)
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(node.browser().signIn(Role.SUPERVISOR).get("/watch").body())
                .contains("a passkey of theirs that looks copied");
    }

    @Test
    void ofTwoOfficersAtOnceOneHasItAndTheSenderHearsItOnce() throws Exception {
        for (var round = 0; round < 5; round++) {
            var reference = "CO-2026-00000" + round;
            var id = node.arrives(CO, Samples.alert(), Samples.alertAbout(reference, Urgency.URGENT, ChildInvolved.NO));
            var item = node.database()
                    .sql("select id from desk_item where message_id = ?")
                    .param(id.value())
                    .query((row, _) -> row.getObject(1).toString())
                    .single();
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
                                    .post("/desk/items/" + item + "/acknowledge", Map.of("_token", tokens.get(which)))
                                    .statusCode();
                        }))
                        .toList();
                start.countDown();
                assertThat(answers.stream().map(PostgresTest::get).sorted()).containsExactly(303, 409);
            }
            assertThat(node.toldTo(CO).stream().filter(status -> status.of().equals(id)))
                    .hasSize(1);
        }
    }

    @Test
    void aNoteSentTwiceAtTheSameMomentIsWrittenAndToldOnce() throws Exception {
        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000020", Urgency.URGENT, ChildInvolved.NO));
        var item = node.database()
                .sql("select id from desk_item where message_id = ?")
                .param(id.value())
                .query((row, _) -> row.getObject(1).toString())
                .single();
        var duty = node.browser().signIn(Role.DUTY);
        var token = Browser.token(duty.get("/desk").body());
        var form = Map.of("_token", token, "note", "Written once", "tell", "yes", "key", "the same form");
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = List.of(0, 1).stream()
                    .map(_ -> pool.submit(() -> {
                        start.await();
                        return duty.post("/desk/items/" + item + "/note", form).statusCode();
                    }))
                    .toList();
            start.countDown();
            assertThat(answers.stream().map(PostgresTest::get)).containsExactly(303, 303);
        }
        assertThat(node.toldTo(CO).stream().filter(status -> status.of().equals(id)))
                .hasSize(1);
    }

    @Test
    void nobodyIsWarnedOfPowerCutsWhereTheyTakeNothing() {
        assertThat(node.browser().signIn(Role.OPERATOR).get("/me").body()).doesNotContain("power cut");
    }

    @Test
    void pagesListsAndApiAnswerAndHoldNoCanaryInClear() {
        node.arrives(CO, Samples.request(), Samples.requestAbout("CO-2026-000010", Urgency.URGENT, Samples.usual()));
        var duty = node.browser().signIn(Role.DUTY);

        for (var view : List.of("all", "ack", "mine", "waiting")) {
            assertThat(duty.get("/desk?view=" + view).statusCode()).as(view).isEqualTo(200);
        }
        assertThat(duty.get("/desk").body()).contains("CO-2026-000010");
        assertThat(duty.get("/cases").body()).contains("CO-2026-000010");
        assertThat(duty.get("/cases/CO-2026-000010/persons").body()).contains(Samples.NOTE);
        assertThat(node.api(Role.DUTY).get("/api/v1/cases/CO-2026-000010").body())
                .contains("VICTIM_ASSISTANCE_REQUEST");
        assertThat(node.allRows())
                .contains("CO-2026-000010")
                .doesNotContain(Samples.NOTE)
                .doesNotContain(Samples.NAME);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
