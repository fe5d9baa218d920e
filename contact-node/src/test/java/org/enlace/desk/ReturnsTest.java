package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;
import static org.enlace.desk.DeskUnderTest.PA;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.enlace.browser.Chromium;
import org.enlace.desk.Victims.Victim;
import org.enlace.directory.ContactPoint;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Refusal;
import org.enlace.envelope.Refused;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.StatisticsReturn;
import org.enlace.message.StatisticsReturn.Line;
import org.enlace.message.StatisticsReturn.Pace;
import org.enlace.message.StatisticsReturn.Table;
import org.enlace.node.access.Role;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.NotReturnable;
import org.enlace.node.exchange.UnknownMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Panama returns what it published to Mexico, which the directory names as the Secretariat; and what others try.
class ReturnsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SECRETARIAT = "/api/v1/directory/secretariat";
    private static final String CANARY = "CO-2026-7K4M2Q";
    private static final String RETURN = "/api/v1/statistics/2025/return";
    private static final Instant RELEASED = Instant.parse("2026-02-01T05:00:00Z");
    private static final Table SEX =
            new Table("PERSONS_BY_SEX", 45, List.of(new Line("Feminine", 30), hidden("Masculine"), hidden("UNKNOWN")));
    private static final Pace QUICK = new Pace("ACKNOWLEDGED_HERE", 3, Urgency.URGENT, 45, 180, 10);
    private static final Table ROUTES = new Table("REPORTS_BY_ROUTE", null, List.of(new Line("CO>PA", 20)));

    private static DeskUnderTest.Running panama;
    private static DeskUnderTest.Running mexico;
    private static final AtomicLong toMexico = new AtomicLong();
    private static final AtomicLong toPanama = new AtomicLong();

    @BeforeAll
    static void someYearsWerePublished() {
        panama = DeskUnderTest.withSecretariat(MX);
        mexico = panama.beside(MX);
        new Victims(mexico, MX).arrives(CANARY, Victim.of("VE", "Feminine", "24-26"));
        panama.arrives(CO, Samples.alert(), Samples.alertAbout(CANARY, Urgency.NORMAL, ChildInvolved.NO));
        panama.database()
                .sql("update case_message set stored_at = ?")
                .param(OffsetDateTime.parse("2023-06-01T00:00:00Z"))
                .update();
        for (var year : List.of("2023", "2024", "2025")) {
            publish(year, SEX, ROUTES);
        }
        quarter("2025-Q3", QUICK);
    }

    private static void publish(String year, Table... tables) {
        panama.database()
                .sql("insert into statistics_release (period, released_at) values (?, ?)")
                .params(year, OffsetDateTime.parse((Integer.parseInt(year) + 1) + "-02-01T05:00:00Z"))
                .update();
        for (var table : tables) {
            table.lines().forEach(line -> figure(year, table.name(), line.code(), line.figure()));
            if (table.total() != null) {
                figure(year, table.name(), "*", table.total());
            }
        }
    }

    private static void quarter(String period, Pace pace) {
        panama.database()
                .sql("insert into statistics_release (period, released_at) values (?, ?)")
                .params(period, OffsetDateTime.parse("2025-11-01T05:00:00Z"))
                .update();
        figure(period, pace.name(), pace.urgency() + ".MEDIAN", pace.medianMinutes());
        figure(period, pace.name(), pace.urgency() + ".NINETIETH", pace.ninetiethMinutes());
        figure(period, pace.name(), pace.urgency() + ".OVERDUE", pace.overduePercent());
    }

    private static void figure(String year, String name, String line, @Nullable Integer figure) {
        panama.database()
                .sql(
                        "insert into statistics_figure (period, name, line, figure) values (:period, :name, :line, :figure)")
                .param("period", year)
                .param("name", name)
                .param("line", line)
                .param("figure", figure, Types.INTEGER)
                .update();
    }

    @AfterAll
    static void stop() {
        panama.close();
        mexico.close();
    }

    @Test
    void aYearIsReturnedOnceExactlyAsItWasPublishedAndCorrectedByLessAlone() {
        var supervisor = panama.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/statistics?year=2025").body())
                .contains("have not gone to the Secretariat (Mexico)");
        assertThat(supervisor.get("/statistics/2025/return").body())
                .contains("Female", "30", "Return these figures", "marked as an exercise");
        assertThat(send("{\"reason\":\"WAS_WRONG\",\"tables\":[\"PERSONS_BY_SEX\"]}", RETURN))
                .satisfies(answer -> assertPoints(answer, "NOT_RETURNED"));
        assertThat(returned()).isEmpty();

        var sent = supervisor.submit("/statistics/2025/return", "/statistics/2025/return");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(returned()).singleElement().satisfies(first -> {
            assertThat(first.state()).isEqualTo(PA);
            assertThat(first.year()).isEqualTo(2025);
            assertThat(first.withdrawn()).isEmpty();
            assertThat(named(first, "PERSONS_BY_SEX").total()).isEqualTo(45);
            assertThat(named(first, "PERSONS_BY_SEX").lines()).containsExactlyElementsOf(SEX.lines());
            assertThat(named(first, "REPORTS_BY_ROUTE")).isEqualTo(ROUTES);
            assertThat(first.paces()).containsExactly(QUICK);
        });
        // One question has one answer.
        assertThat(supervisor
                        .submit("/statistics/2025/return", "/statistics/2025/return")
                        .statusCode())
                .isEqualTo(422);
        assertPoints(send("{}", RETURN), "RETURNED_BEFORE");
        assertPoints(send("{\"reason\":\"NO_REASON\"}", RETURN), "REASON_MISSING", "TABLES_MISSING");
        assertPoints(send("{\"reason\":\"WAS_WRONG\",\"tables\":[\"AGES\"]}", RETURN), "TABLES_UNKNOWN");
        assertThat(returned()).hasSize(1);

        panama.reaches(mexico, MX, toMexico);
        var there = mexico.browser().signIn(Role.SUPERVISOR);
        assertThat(there.get("/statistics/returns?year=2025").body())
                .contains("Panama", "Not opened yet", "Colombia", "Not returned", "1 of 3 contact points");
        assertThat(there.get("/statistics/returns/2025/PA").body())
                .contains("Return of Panama, 2025", "30", "45")
                .contains("From arrival until we acknowledged", "45 minutes", "3 hours", "10 of 100");
        mexico.tick();
        mexico.reaches(panama, PA, toPanama);
        assertThat(standing().path("sent").path(0).path("openedAt").asString()).isNotBlank();
        assertThat(standing().path("sent").path(0).path("mode").asString())
                .as("nothing is meant on a node for training")
                .isEqualTo("EXERCISE");
        assertThat(supervisor.get("/statistics?year=2025").body()).contains("which opened it on");

        assertThat(send("{\"reason\":\"WAS_WRONG\",\"tables\":[\"PERSONS_BY_SEX\",\"ACKNOWLEDGED_HERE\"]}", RETURN)
                        .statusCode())
                .isEqualTo(201);
        assertThat(returned().getLast().withdrawn()).containsExactly("ACKNOWLEDGED_HERE", "PERSONS_BY_SEX");
        assertThat(returned().getLast().paces()).isEmpty();
        assertPoints(send("{\"reason\":\"WAS_WRONG\",\"tables\":[\"PERSONS_BY_SEX\"]}", RETURN), "TABLES_UNKNOWN");
        panama.reaches(mexico, MX, toMexico);
        var read = json(mexico.api(Role.AUDITOR).get("/api/v1/statistics/returns/2025/PA"));
        assertThat(read.path("versions")).hasSize(2);
        assertThat(read.path("versions").path(1).path("reason").asString()).isEqualTo("WAS_WRONG");
        assertThat(read.path("tables").toString()).contains("CO>PA").doesNotContain("Feminine");
        assertThat(read.path("paces")).isEmpty();
        assertThat(panama.database()
                        .sql("select action from audit_entry where object_id = '2025' and action like '%RETURN%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("RETURN_STATISTICS", "CORRECT_RETURN");
    }

    @Test
    void nobodyElseReturnsAndNothingGoesThatIsNotPublished() {
        assertPoints(send("{}", "/api/v1/statistics/2026/return"), "YEAR_NOT_PUBLISHED");
        assertThat(send("{}", "/api/v1/statistics/2022/return").statusCode()).isEqualTo(404);
        for (var role : List.of(Role.AUDITOR, Role.ANALYST, Role.DUTY, Role.OPERATOR)) {
            assertThat(panama.api(role)
                            .send("POST", RETURN, "application/json", "{}")
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(panama.browser()
                            .signIn(role)
                            .get("/statistics/2025/return")
                            .statusCode())
                    .isEqualTo(403);
        }
        // No page and no call names to whom it goes.
        assertThat(send("{\"recipient\":\"CO\"}", RETURN).statusCode()).isEqualTo(400);
        assertThat(panama.api(Role.SUPERVISOR)
                        .get("/api/v1/statistics/returns/2025")
                        .statusCode())
                .as("the returns of others are read at the Secretariat alone")
                .isEqualTo(404);
        assertThat(panama.browser()
                        .signIn(Role.SUPERVISOR)
                        .get("/statistics/returns")
                        .statusCode())
                .isEqualTo(404);
        assertThat(mexico.api(Role.SUPERVISOR).send("POST", "/api/v1/statistics/2026/return", "application/json", "{}"))
                .satisfies(answer -> assertPoints(answer, "SECRETARIAT_IS_SELF", "YEAR_NOT_PUBLISHED"));
    }

    @Test
    void whatMayNotBeReturnedIsRefusedAndNothingOfItIsKept() {
        var before = kept();
        for (var wrong : List.of(
                of(2019, new Table("PERSONS_BY_SEX", null, List.of(new Line("Feminine", 7)))),
                of(2019, new Table("PERSONS_BY_SEX", 10, List.of())),
                of(2019, new Table("PERSONS_BY_SEX", 45, List.of(new Line("Feminine", 30), hidden("Masculine")))),
                of(2026, SEX),
                of(2027, SEX))) {
            assertThat(opened(CO, MX, wrong, null, Mode.EXERCISE))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.CONTENT));
        }
        // The table of another state, and a correction of what was never returned.
        notTaken(CO, new StatisticsReturn(PA, 2019, RELEASED, List.of(SEX), List.of(), List.of()), null, Mode.EXERCISE);
        assertThatThrownBy(() -> takes(CO, of(2019, SEX), MessageId.next(RELEASED, new Random(4)), Mode.EXERCISE))
                .isInstanceOf(UnknownMessage.class);
        assertThat(kept()).isEqualTo(before);

        var first = takes(CO, of(2019, SEX, ROUTES), null, Mode.EXERCISE);
        notTaken(CO, of(2019, SEX, ROUTES), null, Mode.EXERCISE);
        notTaken(
                CO,
                of(2019, SEX, new Table("REPORTS_BY_ROUTE", null, List.of(new Line("CO>PA", 25)))),
                first,
                Mode.EXERCISE);
        notTaken(CO, of(2019, SEX), first, Mode.EXERCISE);
        notTaken(
                CO,
                new StatisticsReturn(CO, 2019, RELEASED, List.of(SEX, ROUTES), List.of(), List.of(QUICK)),
                first,
                Mode.EXERCISE);
        notTaken(CO, of(2019, SEX, ROUTES, new Table("PERSONS_BY_AGE", 20, List.of())), first, Mode.EXERCISE);
        var second = takes(CO, without(ROUTES, "PERSONS_BY_SEX"), first, Mode.EXERCISE);
        notTaken(CO, of(2019, SEX, ROUTES), second, Mode.EXERCISE);
        notTaken(CO, without(ROUTES, "PERSONS_BY_SEX"), first, Mode.EXERCISE);
        assertThat(kept()).isEqualTo(before + 2);

        // What is meant is no exercise: on this node for training it stands beside and counts for nothing.
        takes(CO, of(2018, SEX), null, Mode.ACTUAL);
        var page = mexico.browser()
                .signIn(Role.AUDITOR)
                .get("/statistics/returns?year=2018")
                .body();
        assertThat(page).contains("added to nothing", "0 of 3 contact points");
        assertThat(mexico.api(Role.AUDITOR)
                        .get("/api/v1/statistics/returns/2018/CO")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotTheSecretariatPutsAReturnIntoQuarantine() {
        panama.taken(panama.partner(CO), of(2019, SEX), StatisticsReturn.about("officer-7K4M2Q", null, null));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> panama.database()
                                .sql("select count(*) from quarantine where reason = 'NOT_RETURNABLE'")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(panama.database()
                        .sql("select count(*) from statistics_return")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSumsAreMadeOfWhatIsShownAndSayHowManyHideSomething() {
        takes(CO, of(2022, SEX, ROUTES), null, Mode.EXERCISE);
        takes(
                PA,
                new StatisticsReturn(
                        PA,
                        2022,
                        RELEASED,
                        List.of(new Table(
                                "PERSONS_BY_SEX",
                                60,
                                List.of(new Line("Feminine", 30), new Line("Masculine", 30), new Line("UNKNOWN", 0)))),
                        List.of(),
                        List.of(QUICK)),
                null,
                Mode.EXERCISE);

        var network = json(mexico.api(Role.AUDITOR).get("/api/v1/statistics/returns/2022"))
                .path("network");

        assertThat(line(network, "PERSONS_BY_SEX", "Feminine")).isEqualTo("60 shown 2 hidden 0");
        assertThat(line(network, "PERSONS_BY_SEX", "Masculine")).isEqualTo("30 shown 1 hidden 1");
        assertThat(line(network, "PERSONS_BY_SEX", "UNKNOWN")).isEqualTo("null shown 1 hidden 1");
        assertThat(line(network, "REPORTS_BY_ROUTE", "CO>PA")).isEqualTo("20 shown 1 hidden 1");
        var auditor = mexico.browser().signIn(Role.AUDITOR);
        assertThat(auditor.get("/statistics/returns?year=2022").body()).contains("at least 30 (1 does not show it)");
        var csv = auditor.submit("/me", "/statistics/returns/2022/export", "language", "es", "form", "CSV");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body())
                .contains("\"Femenino\",\"60\",\"2\",\"0\",\"30\",\"30\"", "\"Colombia\",\"Panamá\"")
                .contains("al menos 30 (1 no lo muestra)", "\"\",\"1\",\"1\",\"No se muestra\",\"45 minutos\"")
                .doesNotContainPattern("\"([3-9]|1[0-4])\"\r");

        var paper = StatisticsPaper.of(auditor, "/statistics/returns/2022/export", "language", "fr", "form", "PDF");

        assertThat(paper.figures()).contains(60, 30).allMatch(StatisticsPaper::mayBeShown);
        assertThat(paper.text())
                .contains("Remises de 2022", "au moins 30 (1 ne le montre pas)", "Colombie", "Panama")
                .contains("Method", "Método", "Méthode");
        for (var canary : List.of(Samples.NAME, Samples.FAMILY, Samples.ADDRESS, CANARY, "officer-", "ramirez")) {
            assertThat(csv.body() + paper.text()).doesNotContain(canary);
        }
        assertThat(auditor.submit("/me", "/statistics/returns/2022/export", "form", "XLS")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theRolePassesOnInOneVersionThatOfficersSignAndWhatWasTakenBackStaysSo() {
        var year = "/api/v1/statistics/2023/return";
        assertThat(send("{}", year).statusCode()).isEqualTo(201);
        assertThat(send("{\"reason\":\"WAS_WRONG\",\"tables\":[\"PERSONS_BY_SEX\"]}", year)
                        .statusCode())
                .isEqualTo(201);
        var supervisor = panama.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/directory/secretariat").body())
                .contains("The Secretariat is Mexico", "Colombia")
                .doesNotContain("value=\"MX\"", "value=\"ZZ\"");
        assertPoints(send("{}", SECRETARIAT), "MEMBER_MISSING");
        assertPoints(send("{\"member\":\"MX\"}", SECRETARIAT), "MEMBER_IS_SECRETARIAT");
        assertPoints(send("{\"member\":\"ZZ\"}", SECRETARIAT), "MEMBER_NO_STATE");
        assertPoints(send("{\"member\":\"BR\"}", SECRETARIAT), "MEMBER_NOT_LISTED");
        for (var role : List.of(Role.AUDITOR, Role.OPERATOR, Role.DUTY)) {
            assertThat(panama.browser()
                            .signIn(role)
                            .get("/directory/secretariat")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(supervisor
                        .submit("/directory/secretariat", "/directory/secretariat", "member", "")
                        .body())
                .contains("Choose a contact point.");

        var file = supervisor.submit("/directory/secretariat", "/directory/secretariat", "member", "CO");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"directory-[0-9]+-[0-9a-f]{12}\\.json\"");
        assertThat(secretariats()).as("a proposal does nothing").containsExactly("MX");
        pass(file.body());
        try {
            assertThat(secretariats()).containsExactly("CO");
            // What is on its way is not taken; what came is there still.
            notTaken(CO, of(2017, SEX), null, Mode.EXERCISE);
            assertThat(mexico.browser()
                            .signIn(Role.SUPERVISOR)
                            .get("/statistics/returns")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(supervisor.get("/statistics/2023/return").body())
                    .contains("(Colombia)", "stay here: Persons, by sex and gender");
            assertThat(send("{}", year).statusCode()).isEqualTo(201);
            assertThat(panama.told(CO, StatisticsReturn.class)).singleElement().satisfies(again -> {
                assertThat(again.tables()).extracting(Table::name).doesNotContain("PERSONS_BY_SEX");
                assertThat(again.withdrawn()).isEmpty();
                assertThat(named(again, "REPORTS_BY_ROUTE")).isEqualTo(ROUTES);
            });
        } finally {
            pass(json(panama.api(Role.SUPERVISOR).send("POST", SECRETARIAT, "application/json", "{\"member\":\"MX\"}"))
                    .path("content")
                    .asString());
        }
        assertThat(secretariats()).containsExactly("MX");
        assertThat(json(panama.api(Role.AUDITOR).get(year)).path("sent")).hasSize(2);
        assertThat(panama.database()
                        .sql("select object_id from audit_entry where action = 'PROPOSE_SECRETARIAT' order by seq")
                        .query(String.class)
                        .list())
                .extracting(about -> about.substring(0, 2))
                .containsExactly("CO", "MX");
    }

    /// Signed by the officers, and trusted by both nodes.
    private static void pass(String proposal) {
        panama.sign(proposal.getBytes(StandardCharsets.UTF_8));
        mexico.becomes(panama.bean(CurrentDirectory.class).current().version());
    }

    private static List<String> secretariats() {
        return panama.bean(CurrentDirectory.class).current().members().stream()
                .filter(member -> member.contact().roles().contains(ContactPoint.SECRETARIAT))
                .map(member -> member.code().value())
                .toList();
    }

    @Test
    void aSupervisorReturnsAYearAndTheSecretariatReadsItInABrowser() {
        try (var chromium = Chromium.launch()) {
            Page page = chromium.signedIn(panama.port(), Role.SUPERVISOR);
            page.navigate("/statistics?year=2024");
            page.locator("a[href='/statistics/2024/return']").click();
            Chromium.shoot(page, "statistics-return");
            page.locator("form[action='/statistics/2024/return'] button").click();
            assertThat(page.locator("#h-ways").innerText()).isEqualTo("What was returned");
            Chromium.shoot(page, "statistics-returned");
            page.navigate("/directory/secretariat");
            Chromium.shoot(page, "directory-secretariat");
            panama.reaches(mexico, MX, toMexico);

            Page there = chromium.signedIn(mexico.port(), Role.SUPERVISOR);
            there.navigate("/statistics/returns?year=2024");
            there.locator("a[href='/statistics/returns/2024/PA']").click();
            assertThat(there.locator("h1").innerText()).isEqualTo("Return of Panama, 2024");
            Chromium.shoot(there, "statistics-return-read");
            there.navigate("/statistics/returns?year=2024");
            Chromium.shoot(there, "statistics-returns");
            assertThat(chromium.errors()).isEmpty();
        }
    }

    private static Line hidden(String code) {
        return new Line(code, null);
    }

    private static StatisticsReturn of(int year, Table... tables) {
        return new StatisticsReturn(CO, year, RELEASED, List.of(tables), List.of(), List.of());
    }

    private static StatisticsReturn without(Table stays, String goes) {
        return new StatisticsReturn(CO, 2019, RELEASED, List.of(stays), List.of(goes), List.of());
    }

    private static List<StatisticsReturn> returned() {
        return panama.told(MX, StatisticsReturn.class).stream()
                .filter(each -> each.year() == 2025)
                .toList();
    }

    private static Table named(StatisticsReturn returned, String name) {
        return returned.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Opening opened(
            NodeId from, NodeId to, StatisticsReturn returned, @Nullable MessageId supersedes, Mode mode) {
        var partner = mexico.partner(from);
        var about = StatisticsReturn.about("officer-7K4M2Q", supersedes, supersedes == null ? null : "WAS_WRONG");
        var made = partner.header(returned, about, new TreeSet<>(List.of(to)));
        var sealed = partner.sealed(Headers.meant(made, mode), returned);
        return mexico.partner(to).open(sealed.envelope(), made.topic());
    }

    private static MessageId takes(NodeId from, StatisticsReturn returned, @Nullable MessageId supersedes, Mode mode) {
        if (!(opened(from, MX, returned, supersedes, mode) instanceof Opened(var message))) {
            throw new IllegalStateException("The envelope was refused");
        }
        mexico.transaction().executeWithoutResult(_ -> mexico.handOver(message));
        return message.header().msgId();
    }

    private static void notTaken(NodeId from, StatisticsReturn returned, @Nullable MessageId supersedes, Mode mode) {
        assertThatThrownBy(() -> takes(from, returned, supersedes, mode)).isInstanceOf(NotReturnable.class);
    }

    private static int kept() {
        return mexico.database()
                .sql("select count(*) from statistics_return where period = '2019'")
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> send(String body, String path) {
        return panama.api(Role.SUPERVISOR).send("POST", path, "application/json", body);
    }

    private static void assertPoints(HttpResponse<String> answer, String... codes) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(JSON.readTree(answer.body())
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactlyInAnyOrder(codes);
    }

    private static JsonNode standing() {
        return json(panama.api(Role.AUDITOR).get(RETURN));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String line(JsonNode network, String table, String code) {
        return network.valueStream()
                .filter(each -> each.path("name").asString().equals(table))
                .flatMap(each -> each.path("lines").valueStream())
                .filter(line -> line.path("code").asString().equals(code))
                .map(line -> line.path("figure") + " shown " + line.path("shown") + " hidden " + line.path("hidden"))
                .findFirst()
                .orElse("none");
    }
}
