package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.enlace.console.Browser;
import org.enlace.console.PasskeyForms;
import org.enlace.console.SecurityKey;
import org.enlace.handling.Caveat;
import org.enlace.handling.Handling;
import org.enlace.handling.HandlingCode;
import org.enlace.handling.Tlp;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.Openings;
import org.enlace.message.Status;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Reading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who breaks the glass is seen and reviewed; who opens many cases is asked why.
class WatchTest {
    private static final DeskUnderTest.Running node = DeskUnderTest.onH2(_ -> List.of("enlace.watch.cases-per-hour=3"));
    private static final String WORDS = "The bus crosses the border in ten minutes";

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void nothingWatched() {
        for (var table : List.of("watched", "read_case", "sign_in_tries")) {
            node.database().sql("delete from " + table).update();
        }
    }

    @Test
    void aClosedCaseOpensForOneHourIsSeenAtOnceAndNamesNeedASecondPerson() {
        var id = asks("CO-2026-0000W1", Samples.usual());
        var investigator = node.browser().signIn(Role.INVESTIGATOR);
        assertThat(investigator.get("/cases/CO-2026-0000W1").statusCode()).isEqualTo(404);

        assertThat(shatter(investigator, "CO-2026-0000W1", "LIFE", "").body()).contains("Explain it in 1 to 2,000");
        assertThat(shatter(investigator, "CO-2026-0000W1", "", WORDS).body()).contains("Choose why it cannot wait");
        assertThat(shatter(investigator, "somewhere", "LIFE", WORDS).body()).contains("Write the number of the case");
        assertThat(investigator.get("/cases/CO-2026-0000W1").statusCode()).isEqualTo(404);
        var broken = shatter(investigator, "co-2026-0000w1", "LIFE", WORDS);
        assertThat(broken.statusCode()).isEqualTo(303);

        assertThat(investigator.get("/cases/CO-2026-0000W1").statusCode()).isEqualTo(200);
        assertThat(investigator.get("/cases/CO-2026-0000W1/persons").body())
                .contains(Samples.NOTE)
                .doesNotContain(Samples.NAME, Samples.ADDRESS);
        // Nobody else, and no other case.
        assertThat(node.browser()
                        .signIn(Role.ANALYST)
                        .get("/cases/CO-2026-0000W1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(audit()).contains("BREAK_GLASS", "SHOW_PROTECTION").doesNotContain(WORDS);
        assertThat(node.allRows()).doesNotContain(WORDS);
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/watch").body())
                .contains("Opened case CO-2026-0000W1 in an emergency", "A life is at stake", WORDS, "SHOW_PROTECTION");
        assertThat(investigator.get("/watch").statusCode()).isEqualTo(403);

        assertThat(supervisor.submit("/watch", "/watch/" + only() + "/agree").statusCode())
                .isEqualTo(303);
        assertThat(investigator.get("/cases/CO-2026-0000W1/persons").body()).contains(Samples.NAME);
        // It opens reading alone: nothing is done with the message, and no list shows it.
        var officer = node.bean(Officers.class).working().stream()
                .filter(one -> one.is(Role.INVESTIGATOR))
                .findFirst()
                .orElseThrow();
        assertThat(node.bean(CaseReading.class).open(id, officer, CaseReading.PERSONS))
                .isInstanceOf(Reading.NotThere.class);
        assertThat(node.bean(CaseReading.class).answerable(id, officer)).isEmpty();
        assertThat(investigator.get("/cases").body()).doesNotContain("CO-2026-0000W1");

        node.clock().forward(Duration.ofMinutes(61));
        assertThat(node.browser()
                        .signIn(Role.INVESTIGATOR)
                        .get("/cases/CO-2026-0000W1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsForProtectionAloneStaysClosedToWhoDoesNotProtect() {
        asks("CO-2026-0000W2", Samples.handling(HandlingCode.H1, Tlp.AMBER, Caveat.VICTIM_PROTECTION_ONLY));
        var investigator = node.browser().signIn(Role.INVESTIGATOR);

        assertThat(shatter(investigator, "CO-2026-0000W2", "LIFE", WORDS).statusCode())
                .isEqualTo(303);

        assertThat(investigator.get("/cases/CO-2026-0000W2").statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyElseReviewsItAndUntilThenNoOtherGlassIsBroken() {
        var supervisor = node.browser().signIn(Role.SUPERVISOR);
        shatter(supervisor, "CO-2026-0000W3", "CHILD", WORDS);
        var id = only();
        assertThat(supervisor
                        .submit("/watch", "/watch/" + id + "/review", "right", "true")
                        .statusCode())
                .isEqualTo(404);
        assertThat(supervisor.submit("/watch", "/watch/" + id + "/agree").statusCode())
                .isEqualTo(404);
        node.clock().forward(Duration.ofHours(25));
        supervisor = node.browser().signIn(Role.SUPERVISOR);
        assertThat(shatter(supervisor, "CO-2026-0000W4", "CHILD", WORDS).body()).contains("was not reviewed in time");
        var auditor = node.browser().signIn(Role.AUDITOR);
        assertThat(auditor.get("/watch").body()).contains("Overdue since");

        assertThat(auditor.submit("/watch", "/watch/" + id + "/review", "right", "false")
                        .body())
                .contains("Say what was not right");
        assertThat(auditor.submit("/watch", "/watch/" + id + "/review", "right", "false", "words", "No child there")
                        .statusCode())
                .isEqualTo(303);

        assertThat(auditor.get("/watch").body()).contains("It was not right", "No child there");
        assertThat(auditor.submit("/watch", "/watch/" + id + "/review", "right", "true")
                        .statusCode())
                .isEqualTo(404);
        assertThat(shatter(supervisor, "CO-2026-0000W4", "CHILD", WORDS).statusCode())
                .isEqualTo(303);
    }

    @Test
    void moreCasesThanAnHourAllowsAreRefusedUntilAReasonIsGivenAndSeen() {
        for (var i = 0; i < 6; i++) {
            node.arrives(
                    CO, Samples.alert(), Samples.alertAbout("CO-2026-0000B" + i, Urgency.URGENT, ChildInvolved.NO));
        }
        var duty = node.browser().signIn(Role.DUTY);
        for (var i = 0; i < 3; i++) {
            assertThat(persons(duty, i).statusCode()).isEqualTo(200);
        }
        assertThat(persons(duty, 0).statusCode()).as("a case counts once").isEqualTo(200);

        var refused = persons(duty, 3);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .contains("Many cases in one hour", "/reading")
                .doesNotContain(Samples.PHONE);
        assertThat(duty.get("/cases/CO-2026-0000B3").statusCode())
                .as("the summary")
                .isEqualTo(200);
        assertThat(audit()).contains("READ_BUDGET", "REFUSED");
        var watch = node.browser().signIn(Role.AUDITOR).get("/watch").body();
        assertThat(watch).contains("Wanted to open more cases in one hour", "SHOW_POLICE");
        var program = node.api(Role.DUTY);
        var answer = program.get("/api/v1/cases/CO-2026-0000B4");
        assertThat(answer.statusCode()).isEqualTo(200);

        assertThat(duty.submit("/reading", "/reading", "words", " ").statusCode())
                .isEqualTo(422);
        assertThat(duty.submit("/reading", "/reading", "words", WORDS).statusCode())
                .isEqualTo(303);
        assertThat(persons(duty, 3).statusCode()).isEqualTo(200);
        assertThat(node.browser().signIn(Role.SUPERVISOR).get("/watch").body())
                .contains("Gave a reason for opening more cases", WORDS);
        for (var i = 4; i < 6; i++) {
            assertThat(persons(duty, i).statusCode()).isEqualTo(200);
        }
        node.clock().forward(Duration.ofMinutes(61));
        assertThat(persons(node.browser().signIn(Role.DUTY), 0).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramIsHeldToTheSame() {
        var ids = List.of(0, 1, 2, 3).stream()
                .map(i -> node.arrives(
                        CO, Samples.alert(), Samples.alertAbout("CO-2026-0000C" + i, Urgency.URGENT, ChildInvolved.NO)))
                .toList();
        var program = node.api(Role.DUTY);
        for (var i = 0; i < 3; i++) {
            assertThat(program.get("/api/v1/messages/" + ids.get(i) + "?persons=true")
                            .statusCode())
                    .isEqualTo(200);
        }

        var refused = program.get("/api/v1/messages/" + ids.get(3) + "?persons=true");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .contains("urn:enlace:problem:read-budget-spent")
                .doesNotContain(Samples.PHONE);
        assertThat(post(program, "/api/v1/reading", "{\"words\":\"" + WORDS + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/messages/" + ids.get(3) + "?persons=true")
                        .statusCode())
                .isEqualTo(200);

        assertThat(post(program, "/api/v1/break-glass", "{\"caseReference\":\"x\",\"reason\":\"?\",\"words\":\"\"}")
                        .body())
                .contains("CASE_WRONG", "REASON_WRONG", "WORDS_WRONG");
        var supervisor = node.api(Role.SUPERVISOR);
        assertThat(supervisor.get("/api/v1/watch").body()).contains("\"kind\":\"SPENT\"", "\"kind\":\"MORE\"", WORDS);
        assertThat(post(supervisor, "/api/v1/watch/" + one("MORE") + "/review", "{\"right\":true}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoSentItIsToldHowOftenItWasOpenedHereOnceADayAndWithoutNames() {
        var id = asks("CO-2026-0000W5", Samples.usual());
        node.browser().signIn(Role.CONSULAR).get("/cases/CO-2026-0000W5");
        node.clock().forward(Duration.ofHours(2));
        node.tick();
        assertThat(openings(id)).as("nobody has opened more than the summary").isEmpty();

        opens(Role.CONSULAR);
        var investigator = node.browser().signIn(Role.INVESTIGATOR);
        shatter(investigator, "CO-2026-0000W5", "LIFE", WORDS);
        assertThat(investigator.get("/cases/CO-2026-0000W5/persons").body()).contains(Samples.NOTE);
        node.clock().forward(Duration.ofMinutes(58));
        node.tick();
        assertThat(openings(id)).isEmpty();
        node.clock().forward(Duration.ofMinutes(3));
        node.tick();
        assertThat(openings(id)).containsExactly(new Openings(2, 2, 1));

        opens(Role.CONSULAR);
        node.clock().forward(Duration.ofHours(2));
        node.tick();
        assertThat(openings(id)).as("once a day").hasSize(1);
        node.clock().forward(Duration.ofHours(22));
        node.tick();
        assertThat(openings(id)).containsExactly(new Openings(2, 2, 1), new Openings(2, 3, 1));
        node.clock().forward(Duration.ofDays(2));
        node.tick();
        assertThat(openings(id)).as("nothing new").hasSize(2);
        assertThat(node.browser()
                        .signIn(Role.CONSULAR)
                        .get("/cases/CO-2026-0000W5")
                        .body())
                .contains("The sender is told how often", "By 2 officers, 3 parts in all.");
    }

    private static void opens(Role role) {
        assertThat(node.browser()
                        .signIn(role)
                        .get("/cases/CO-2026-0000W5/persons")
                        .body())
                .contains(Samples.NOTE);
    }

    private static List<Openings> openings(MessageId message) {
        return node.toldTo(CO).stream()
                .filter(status -> status.of().equals(node.given(message)))
                .filter(status -> status.opened() != null)
                .peek(status -> assertThat(status.desk()).isEqualTo("node"))
                .map(Status::opened)
                .toList();
    }

    private static MessageId asks(String reference, Handling handling) {
        return node.arrives(CO, Samples.request(), Samples.requestAbout(reference, Urgency.URGENT, handling));
    }

    @Test
    void aPasskeyThatLooksCopiedIsPutBeforeThemWithWhatItOpened() {
        var officer = node.browser().named("localhost").signIn(Role.ANALYST);
        var key = SecurityKey.at("http://localhost:" + node.port()).counter(3);
        PasskeyForms.add(officer, "Office key", key.create(PasskeyForms.begin(officer)));
        var copy = key.copy();
        assertThat(PasskeyForms.enter(node.browser().named("localhost"), key).statusCode())
                .isEqualTo(303);

        assertThat(PasskeyForms.enter(node.browser().named("localhost"), copy).statusCode())
                .isEqualTo(422);

        for (var role : List.of(Role.SUPERVISOR, Role.AUDITOR)) {
            assertThat(node.browser().signIn(role).get("/watch").body())
                    .contains("a passkey of theirs that looks copied");
        }
        assertThat(node.bean(AuditLog.class).list(Long.MAX_VALUE, 200).toString())
                .contains("STOP_PASSKEY");
        node.database().sql("delete from passkey").update();
    }

    private static HttpResponse<String> persons(Browser browser, int number) {
        return browser.get("/cases/CO-2026-0000B" + number + "/persons");
    }

    private static HttpResponse<String> shatter(Browser browser, String reference, String reason, String words) {
        return browser.submit("/break-glass", "/break-glass", "case", reference, "reason", reason, "words", words);
    }

    private static HttpResponse<String> post(Browser program, String path, String body) {
        return program.send("POST", path, "application/json", body);
    }

    private static String only() {
        return one("GLASS");
    }

    private static String one(String kind) {
        return node.database()
                .sql("select cast(id as varchar(36)) from watched where kind = ?")
                .param(kind)
                .query(String.class)
                .single();
    }

    private static String audit() {
        return node.bean(AuditLog.class).list(Long.MAX_VALUE, 12).toString();
    }
}
