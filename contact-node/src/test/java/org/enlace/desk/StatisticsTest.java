package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.enlace.browser.Chromium;
import org.enlace.console.Team;
import org.enlace.desk.Victims.Victim;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.Mode;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.enlace.person.ConsentAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is published of a year, seen by those who may: 44 persons count of 61 who came.
class StatisticsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static DeskUnderTest.Running node;
    private static String before = "";
    private static int cases;

    @BeforeAll
    static void aYearPasses() {
        node = DeskUnderTest.onH2();
        var victims = new Victims(node);
        // One more of these would be 20 in what is published.
        many(victims, 17, Victim.of("VE", "Feminine", "24-26"));
        many(victims, 14, Victim.of("CO", "Masculine", "30-38"));
        many(victims, 3, Victim.of("GT", "", "9-17"));
        many(victims, 10, Victim.of("GT", "", "48+"));
        many(victims, 13, Victim.of("HN", "Feminine", "18-20").in(Mode.EXERCISE));
        many(victims, 1, Victim.of("VE", "Feminine", "24-26").saying(ConsentAnswer.NO));
        var unwilling = victims.arrives("CO-2026-V99998", Victim.of("VE", "Feminine", "24-26"));
        node.database()
                .sql("""
                        insert into recall (id, side, partner, given_id, reason, subject, mode, pseudonym, recalled_at,
                            purposes) values (?, 'RECEIVED', 'CO', ?, 'CONSENT', 'VICTIMS', 'ACTUAL', 'o', ?, 'STATISTICS')""")
                .params(
                        UUID.randomUUID(),
                        unwilling.value(),
                        node.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        // The same person again, and one whom the sender takes back.
        victims.arrives("CO-2026-" + code(1), Victim.of("VE", "Feminine", "24-26"));
        var recalled = victims.arrives("CO-2026-V99999", Victim.of("VE", "Feminine", "24-26"));
        node.transaction().executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(recalled).orElseThrow();
            var now = node.clock().instant();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SAFETY", now, now));
        });
        for (var alert = 0; alert < 15; alert++) {
            victims.arrives(
                    Samples.alert(),
                    Samples.alertAbout("CO-2026-" + code(500 + alert), Urgency.NORMAL, ChildInvolved.NO),
                    Mode.ACTUAL);
        }
        // All were acknowledged, twelve declined for their language and three for another ground.
        node.database().sql("""
                insert into case_event (reference, message_id, kind, happened_at, recorded_at)
                select reference, id, 'ACKNOWLEDGED', stored_at + interval '31' minute, stored_at from case_message
                where type = 'VICTIM_ASSISTANCE_REQUEST'""").update();
        node.database().sql("""
                insert into case_event (reference, message_id, kind, ground, happened_at, recorded_at)
                select reference, id, 'DECLINED', case when reference > 'CO-2026-000512' then 'NOT_COMPETENT'
                    else 'LANGUAGE' end, stored_at + interval '3' hour, stored_at from case_message
                where type = 'CASE_ALERT' and mode = 'ACTUAL'""").update();
        node.tick();
        before = node.browser().signIn(Role.SUPERVISOR).get("/statistics").body();
        node.clock().forward(Duration.ofDays(75));
        triedInVain();
        node.clock().forward(Duration.ofHours(2));
        node.tick();
        await().until(() -> published() == 1);
    }

    /// What does not open keeps the year from being published and calls an operator.
    private static void triedInVain() {
        var rests = node.database().sql("""
                        select p.message_id from case_part p join case_message m on m.id = p.message_id
                        where p.compartment = 'PROTECTION' and m.reference = 'CO-2026-000001'
                        order by p.message_id fetch first 1 rows only""").query(UUID.class).single();
        var kept = node.database()
                .sql("select bytes from case_part where message_id = ? and compartment = 'PROTECTION'")
                .param(rests)
                .query(byte[].class)
                .single();
        keeps(rests, new byte[40]);
        node.tick();
        await().until(() -> open("2026") == 1);
        assertThat(published()).isZero();
        keeps(rests, kept);
    }

    private static void keeps(UUID message, byte[] part) {
        node.database()
                .sql("update case_part set bytes = ? where message_id = ? and compartment = 'PROTECTION'")
                .params(part, message)
                .update();
    }

    private static int open(String period) {
        return node.database()
                .sql(
                        "select count(*) from alarm where kind = 'FIGURES_FAILED' and subject = ? and open_key is not null")
                .param(period)
                .query(Integer.class)
                .single();
    }

    private static int published() {
        return node.database()
                .sql("select count(*) from audit_entry where action = 'PUBLISH_STATISTICS' and object_id = '2026'")
                .query(Integer.class)
                .single();
    }

    private static void many(Victims victims, int many, Victim victim) {
        IntStream.range(0, many).forEach(_ -> victims.arrives("CO-2026-" + code(++cases), victim));
    }

    /// Six letters and digits that a number of a case may have.
    private static String code(int number) {
        return "%06d".formatted(number);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eachPersonCountsOnceUnderHerCitizenshipAndNeitherExercisesNorRecalledNorUnwillingOnesDo() {
        var year = year(Role.SUPERVISOR);

        assertThat(figure(year, "PERSONS_BY_SEX", "Feminine")).isEqualTo(15);
        assertThat(figure(year, "PERSONS_BY_REGION", "005")).isEqualTo(30);
        assertThat(figure(year, "PERSONS_BY_CITIZENSHIP", "VE")).isEqualTo(15);
        assertThat(table(year, "PERSONS_BY_CITIZENSHIP").toString()).doesNotContain("HN");
        assertThat(table(year, "PERSONS_BY_SEX").path("total").asInt()).isEqualTo(45);
        assertThat(table(year, "PERSONS_BY_AGE").path("lines").toString())
                .contains("{\"code\":\"9-17\",\"figure\":null}", "{\"code\":\"48+\",\"figure\":null}")
                .contains("{\"code\":\"0-8\",\"figure\":0}");
        // Those who count, the second one of the same person, the unwilling ones and the recalled one; no exercise.
        assertThat(figure(year, "RECEIVED_BY_TYPE", "VICTIM_ASSISTANCE_REQUEST"))
                .isEqualTo(50);
        assertThat(figure(year, "REPORTS_BY_ROUTE", "CO>PA")).isEqualTo(15);
        // Twelve and three: whoever knew the twelve would know the three.
        assertThat(table(year, "DECLINED_HERE").path("total").asInt()).isEqualTo(15);
        assertThat(figure(year, "DECLINED_HERE", "LANGUAGE")).isEqualTo(-1);
        assertThat(year.path("paces").valueStream())
                .anySatisfy(pace -> assertThat(pace.toString())
                        .contains("\"quarter\":\"2026-Q4\"", "ACKNOWLEDGED_HERE", "\"medianMinutes\":30"));
    }

    @Test
    void nothingIsShownBeforeAndAfterwardsItStaysAsItWas() {
        assertThat(before).contains("Nothing is counted yet", "Counts are published on Feb 1, 2027");
        var was = year(Role.SUPERVISOR).path("tables");

        node.database().sql("update case_message set mode = 'ACTUAL'").update();
        node.tick();

        assertThat(year(Role.SUPERVISOR).path("tables")).isEqualTo(was);
        assertThat(year(Role.AUDITOR)).isEqualTo(year(Role.SUPERVISOR));
        assertThat(published()).isEqualTo(1);
        assertThat(open("2026")).isZero();
    }

    @Test
    void whatIsTakenOutIsTheSameForEverybodyAndHoldsNoNameAndNoSmallNumber() {
        var csv = export(Role.SUPERVISOR, "CSV", "es").body();
        assertThat(csv)
                .contains("\"Personas, por ciudadanía\",\"Venezuela\",\"15\"", "\"No se muestra\"")
                .contains("\"Method\",\"en\"", "\"Método\",\"es\"", "\"Método\",\"pt\"", "\"Méthode\",\"fr\"")
                .isEqualTo(export(Role.AUDITOR, "CSV", "es").body());
        var paper = StatisticsPaper.of(
                node.browser().signIn(Role.AUDITOR), "/statistics/2026/export", "form", "PDF", "language", "fr");
        assertThat(paper.text()).contains("Personnes, par nationalité", "Venezuela", "Method", "Método", "Méthode");
        // 17, 14, 12, 10 and 3 were counted.
        assertThat(paper.figures()).contains(15, 50).allMatch(StatisticsPaper::mayBeShown);
        var page =
                node.browser().signIn(Role.AUDITOR).get("/statistics?year=2026").body();
        for (var canary : List.of(
                Samples.NAME, Samples.FAMILY, Samples.ADDRESS, Samples.NOTE, "CO-2026-", "officer-", "ramirez")) {
            assertThat(csv + paper.text() + page + year(Role.AUDITOR)).doesNotContain(canary);
        }
        assertThat(csv).doesNotContainPattern("\"([1-9]|1[0-4])\"\r");
        assertThat(node.database()
                        .sql(
                                "select count(*) from audit_entry where action = 'EXPORT_STATISTICS' and object_id = '2026'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void othersAreRefusedAndAYearOfWhichThereIsNothingIsNotThere() {
        for (var role : List.of(Role.DUTY, Role.INVESTIGATOR, Role.CASE_WORKER, Role.ANALYST, Role.OPERATOR)) {
            assertThat(node.api(role).get("/api/v1/statistics/2026").statusCode())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(node.browser().signIn(role).get("/statistics").statusCode())
                    .isEqualTo(403);
        }
        for (var year : List.of("2025", "2028", "20267", "2026-Q4", "x")) {
            assertThat(node.api(Role.AUDITOR).get("/api/v1/statistics/" + year).statusCode())
                    .isEqualTo(404);
        }
        assertThat(node.browser()
                        .signIn(Role.AUDITOR)
                        .submit("/me", "/statistics/2026/export", "form", "XLS")
                        .statusCode())
                .isIn(303, 404);
    }

    @Test
    void aSupervisorReadsTheFiguresAndTheirMethodInABrowser() {
        try (var chromium = Chromium.launch()) {
            Page page = chromium.signedIn(node.port(), Role.SUPERVISOR);
            page.navigate("/statistics");
            assertThat(page.locator("h1").innerText()).isEqualTo("Statistics: Panama, 2026");
            assertThat(page.locator("#part-PERSONS").innerText()).isEqualTo("Persons");
            assertThat(page.locator(".cp-bars rect[fill='url(#hatch)']").count())
                    .isPositive();
            Chromium.shoot(page, "statistics");
            page.selectOption("select[name=language]", "pt");
            var report = page.waitForDownload(() -> page.click("form[action$='/export'] button"));
            assertThat(report.suggestedFilename()).isEqualTo("statistics-2026.pdf");
            report.saveAs(Path.of("target", "screenshots", "statistics-2026.pdf"));
            page.selectOption("select[name=year]", "2027");
            page.locator("form.cp-filter button").first().click();
            assertThat(page.locator("#h-running").innerText()).isEqualTo("Nothing is counted yet");
            Chromium.shoot(page, "statistics-running");
            Assertions.assertThat(chromium.errors()).isEmpty();
        }
    }

    private static JsonNode year(Role role) {
        var answer = node.api(role).get("/api/v1/statistics/2026");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode table(JsonNode year, String name) {
        return year.path("tables")
                .valueStream()
                .filter(table -> table.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int figure(JsonNode year, String name, String code) {
        return table(year, name)
                .path("lines")
                .valueStream()
                .filter(line -> line.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("figure")
                .asInt(-1);
    }

    private static HttpResponse<String> export(Role role, String form, String language) {
        var browser = node.browser().signIn(role);
        var answer = browser.submit("/me", "/statistics/2026/export", "form", form, "language", language);
        assertThat(answer.statusCode()).as(Team.name(role)).isEqualTo(200);
        return answer;
    }
}
