package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.enlace.console.Browser;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.exchange.FlappingContact;
import org.enlace.node.exchange.NetworkStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The stream that rings open desk pages: what it says, to whom, and when it ends.
class StreamTest {
    private static DeskUnderTest.Running node;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// What one open page heard.
    private record Ear(List<String> lines, AtomicBoolean over) {
        boolean heard(String event) {
            return lines.contains("event:" + event);
        }

        boolean said(String event, int number) {
            for (var at = 0; at + 1 < lines.size(); at++) {
                if (lines.get(at).equals("event:" + event) && lines.get(at + 1).equals("data:" + number)) {
                    return true;
                }
            }
            return false;
        }
    }

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        // That nobody listens at the broker's address is known before anyone listens to the desk.
        await().until(() -> node.bean(NetworkStatus.class).brokerLostSince() != null);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anUrgentMessageRingsOpenDesksAtOnceAndTheEventHoldsANumberOnly() {
        var ear = listen(node.browser().signIn(Role.DUTY));
        await().until(() -> ear.heard("hello"));

        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000001", Urgency.IMMEDIATE, ChildInvolved.YES));

        await().atMost(Duration.ofSeconds(5)).until(() -> ear.heard("arrival"));
        assertThat(ear.lines().stream().filter(line -> line.startsWith("data:")))
                .allMatch(line -> line.matches("data:[0-9]+"));
        assertThat(String.join("", ear.lines())).doesNotContain("CO-2026").doesNotContain(Samples.NAME);
    }

    /// The page sounds each minute for as long as this number is not 0.
    @Test
    void eachEventSaysHowManyImmediateMessagesNobodyHasTaken() {
        var duty = node.browser().signIn(Role.DUTY);
        var before = immediate();
        var ear = listen(duty);
        await().until(() -> ear.heard("hello"));

        var id = node.arrives(
                CO, Samples.alert(), Samples.alertAbout("CO-2026-000009", Urgency.IMMEDIATE, ChildInvolved.NO));
        await().until(() -> ear.said("arrival", before + 1));
        assertThat(duty.get("/desk").body()).contains("data-immediate=\"" + (before + 1) + "\"");

        duty.submit(
                "/me",
                "/desk/items/"
                        + node.database()
                                .sql("select id from desk_item where message_id = ?")
                                .param(id.value())
                                .query((row, _) -> String.valueOf(row.getObject(1)))
                                .single()
                        + "/acknowledge");
        await().until(() -> ear.said("queue", before));
    }

    private static int immediate() {
        return node.database()
                .sql("select count(*) from desk_item where state = 'RECEIVED' and urgency_rank = 0")
                .query(Integer.class)
                .single();
    }

    @Test
    void whoMayNotSeeAMessageHearsNothingOfIt() {
        var investigator = listen(node.browser().signIn(Role.INVESTIGATOR));
        var duty = listen(node.browser().signIn(Role.DUTY));
        await().until(() -> investigator.heard("hello") && duty.heard("hello"));

        node.arrives(CO, Samples.request(), Samples.requestAbout("CO-2026-000002", Urgency.IMMEDIATE, Samples.usual()));

        await().until(() -> duty.heard("arrival"));
        node.clock().forward(Duration.ofSeconds(16));
        await().until(() -> investigator.heard("beat"));
        assertThat(investigator.heard("arrival")).isFalse();
        assertThat(investigator.heard("queue")).isFalse();
    }

    @Test
    void contactThatBreaksAndHealsBetweenTwoLooksIsStillHeardOf() {
        try (var connected = DeskUnderTest.onH2()) {
            FlappingContact.isThere(connected);
            var ear = listen(connected.browser().signIn(Role.DUTY));
            await().until(() -> ear.heard("hello"));

            connected.clock().forward(Duration.ofSeconds(1));
            FlappingContact.breaksAndHeals(connected);

            await().atMost(Duration.ofSeconds(5)).until(() -> ear.heard("queue"));
        }
    }

    @Test
    void theStreamEndsWithTheSignIn() {
        var browser = node.browser().signIn(Role.SUPERVISOR);
        var ear = listen(browser);
        await().until(() -> ear.heard("hello"));

        browser.submit("/me", "/sign-out");

        await().atMost(Duration.ofSeconds(4)).until(ear.over()::get);
    }

    @Test
    void theStreamEndsWhenTheOfficerMayNotWorkHereAnyMore() {
        var ear = listen(node.browser().signIn(Role.SUPERVISOR));
        await().until(() -> ear.heard("hello"));

        node.bean(Officers.class)
                .disable(new OfficerId(node.database()
                        .sql("select id from officer where username = 'supervisor'")
                        .query(String.class)
                        .single()));
        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000003", Urgency.IMMEDIATE, ChildInvolved.YES));

        await().atMost(Duration.ofSeconds(4)).until(ear.over()::get);
        assertThat(ear.heard("arrival")).isFalse();
        node.database().sql("update officer set disabled = false").update();
    }

    @Test
    void aStreamThatTheDatabaseFailedEndsSoThatThePageAsksAgain() {
        var browser = node.browser().signIn(Role.DUTY);
        var ear = listen(browser);
        await().until(() -> ear.heard("hello"));

        node.database().sql("alter table desk_item rename to desk_item_away").update();
        try {
            await().atMost(Duration.ofSeconds(4)).until(ear.over()::get);
        } finally {
            node.database()
                    .sql("alter table desk_item_away rename to desk_item")
                    .update();
        }

        var again = listen(browser);
        await().until(() -> again.heard("hello"));
        node.arrives(CO, Samples.alert(), Samples.alertAbout("CO-2026-000004", Urgency.IMMEDIATE, ChildInvolved.YES));
        await().atMost(Duration.ofSeconds(5)).until(() -> again.heard("arrival"));
    }

    @Test
    void theRefreshThatTheStreamRingsForSaysThatNobodyAskedForIt() {
        assertThat(node.browser().signIn(Role.DUTY).get("/desk").body())
                .containsPattern("<div id=\"live\"[^>]*hx-headers='\\{\"X-By-Itself\":\"1\"}'");
    }

    @Test
    void aRoleWithoutTheDeskHasNoStream() {
        var consul = node.browser().signIn(Role.CONSULAR);

        assertThat(consul.get("/desk/stream").statusCode()).isEqualTo(403);
        assertThat(node.browser().get("/desk/stream").statusCode()).isBetween(300, 404);
    }

    private static Ear listen(Browser browser) {
        var ear = new Ear(new CopyOnWriteArrayList<>(), new AtomicBoolean());
        var request = browser.request("/desk/stream")
                .header("Accept", "text/event-stream")
                .build();
        Thread.ofVirtual().start(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(
                    CLIENT.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    ear.lines().add(line);
                }
            } catch (Exception e) {
                ear.lines().add(e.getClass().getSimpleName());
            }
            ear.over().set(true);
        });
        return ear;
    }
}
