package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;
import static org.enlace.desk.ReportedRoutes.CUCUTA;
import static org.enlace.desk.ReportedRoutes.DAVID;
import static org.enlace.desk.ReportedRoutes.TAPACHULA;
import static org.enlace.desk.ReportedRoutes.handling;
import static org.enlace.desk.ReportedRoutes.leg;
import static org.enlace.desk.ReportedRoutes.notSeen;
import static org.enlace.desk.ReportedRoutes.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.handling.HandlingCode;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Place;
import org.enlace.message.Precision;
import org.enlace.message.RouteReport;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CaseRecalls;
import org.enlace.node.casefile.Recalled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an analyst sees on the map of routes, and what stays off it.
class RouteMapTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);
    private static final Pattern LEG = Pattern.compile("href=\"(/routes/[0-9a-f]{32}\\?[^\"]*)\"");

    private static DeskUnderTest.Running node;
    private static ReportedRoutes routes;
    private static int cases;

    private final List<MessageId> here = new ArrayList<>();

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        routes = new ReportedRoutes(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void takeThemBack() {
        here.forEach(RouteMapTest::recall);
    }

    @Test
    void exercisesTestsAndWhatOpensAfterAConditionAreNeverOnTheMap() {
        for (var mode : List.of(Mode.EXERCISE, Mode.TEST)) {
            routes.arrives(
                    CO,
                    next(),
                    report(5, "2026-05", null, leg(CUCUTA, DAVID, "TRAIN")),
                    handling(HandlingCode.H0),
                    mode);
        }
        routes.arrives(
                CO,
                next(),
                report(5, "2026-05", null, leg(CUCUTA, DAVID, "TRAIN")),
                handling(HandlingCode.H3),
                Mode.ACTUAL);

        assertThat(map(Role.ANALYST)).contains("No route in this period").doesNotContain("COCUC");
        assertThat(legs(Role.ANALYST, "")).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aLegThatRestsOnASingleCaseIsCoarseUntilAnotherStateReportsItToo() {
        arrives(CO, report(1, "2026-05", "2026-07", leg(CUCUTA, DAVID, "BUS"), leg(DAVID, TAPACHULA, "BUS")));

        var alone = map(Role.ANALYST);
        assertThat(alone)
                .contains("Colombia, Norte de Santander", "Panama, Chiriquí", "1 state, 1 case", "Drawn coarse")
                .contains("is-coarse", "is-susp")
                .contains("rests on a single case", "May 2026 – July 2026", "Borders shown do not imply endorsement")
                .doesNotContain("COCUC", "PADAV", "MXTAP");
        assertThat(map(Role.ANALYST, path(alone))).doesNotContain("COCUC", "PADAV");
        var single = legs(Role.ANALYST, "?country=CO").getFirst();
        assertThat(single.path("coarse").asBoolean()).isTrue();
        assertThat(single.toString()).doesNotContain("COCUC", "PADAV").contains("CO-NSA");
        assertThat(node.allRows()).doesNotContain("COCUC", "CO-NSA");

        arrives(MX, report(2, "2026-08", null, leg(CUCUTA, DAVID, "BOAT")));

        var both = map(Role.INVESTIGATOR);
        assertThat(both)
                .contains(
                        "Colombia, Norte de Santander (COCUC)",
                        "2 states, 3 cases",
                        "since May 2026",
                        "Boat or ship, Bus")
                .contains("1 state, 1 case")
                .doesNotContain("MXTAP", "2026-05-");
        var leg = legs(Role.INVESTIGATOR, "").getFirst();
        assertThat(leg.at("/from/locode").asString()).isEqualTo("COCUC");
        assertThat(leg.path("states").toString()).isEqualTo("[\"CO\",\"MX\"]");
        assertThat(leg.path("confirmed").asBoolean()).isTrue();
        // What a filter leaves of it decides anew.
        assertThat(map(Role.ANALYST, "/routes?from=2026-05&until=2026-07"))
                .contains("1 state, 1 case")
                .doesNotContain("COCUC");
    }

    @Test
    void oneStateThatReportsAgainCountsItsCasesOnce() {
        arrives(CO, report(1, "2026-05", null, leg(CUCUTA, DAVID, "BUS")));
        arrives(CO, report(1, "2026-06", null, leg(CUCUTA, DAVID, "BUS"), leg(CUCUTA, DAVID, "FOOT")));

        assertThat(map(Role.ANALYST)).contains("1 state, 1 case").doesNotContain("COCUC");
    }

    @Test
    void whoMayNotReadAReportSeesNeitherItsLegNorItsCount() {
        arrives(CO, report(1, "2026-05", null, leg(CUCUTA, DAVID, "BUS")));
        here.add(routes.arrives(
                MX,
                next(),
                report(4, "2026-05", null, leg(CUCUTA, DAVID, "BOAT"), leg(DAVID, TAPACHULA, "AIR")),
                handling(HandlingCode.H0, "EXCLUDE(PA:ANALYST)"),
                Mode.ACTUAL));
        here.add(routes.arrives(
                CO,
                next(),
                report(4, "2026-05", null, leg(TAPACHULA, DAVID, "LORRY")),
                handling(HandlingCode.H0, "VICTIM_PROTECTION_ONLY"),
                Mode.ACTUAL));

        var investigator = map(Role.INVESTIGATOR);
        assertThat(investigator).contains("2 states, 5 cases", "COCUC");
        assertThat(legs(Role.INVESTIGATOR, "").toString()).contains("AIR").doesNotContain("LORRY");
        assertThat(map(Role.ANALYST)).contains("1 state, 1 case").doesNotContain("COCUC", "2 states", "5 cases");
        assertThat(legs(Role.ANALYST, "")).hasSize(1);
        var leg = path(investigator);
        assertThat(map(Role.INVESTIGATOR, leg)).contains("Reports behind it").contains("/cases/CO-2026-R");
        assertThat(browser(Role.ANALYST).get(leg).statusCode()).isEqualTo(404);
        for (var role : List.of(Role.DUTY, Role.CONSULAR, Role.OPERATOR)) {
            assertThat(browser(role).get("/routes").statusCode()).isEqualTo(403);
            assertThat(node.api(role).get("/api/v1/routes").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whatAHolderDidNotMeetWithStandsAtTheLegWithWhoSaysSo() {
        var reference = next();
        var about = routes.arrives(CO, reference, report(3, "2026-02", null, leg(CUCUTA, DAVID, "BUS")));
        here.add(about);
        routes.says(MX, CO, reference, about, notSeen(CO));

        assertThat(map(Role.ANALYST)).contains("Not seen since June 2026 (Mexico)", "COCUC");
        assertThat(map(Role.ANALYST, path(map(Role.ANALYST)))).contains("Not seen since June 2026 (Mexico)", reference);
        assertThat(browser(Role.ANALYST).cookie("language", "es").get("/routes").body())
                .contains("No visto desde junio de 2026 (México)");
        browser(Role.ANALYST).cookie("language", "en");
        var finding = legs(Role.ANALYST, "").getFirst().at("/findings/0");
        assertThat(finding.toString()).contains("MX", "NOT_SEEN", "2026-06");

        // It spoke of what the report said before.
        routes.corrects(CO, reference, about, report(3, "2026-02", "2026-04", leg(DAVID, TAPACHULA, "BUS")));

        assertThat(map(Role.ANALYST)).contains("MXTAP").doesNotContain("COCUC", "Not seen");
        assertThat(rows()).isOne();
    }

    @Test
    void whatWasTakenBackIsGoneAndWhatWasHereBeforeComesOnce() {
        var first = routes.arrives(CO, next(), report(3, "2026-02", null, leg(CUCUTA, DAVID, "BUS")));
        var second = routes.arrives(MX, next(), report(3, "2026-02", null, leg(CUCUTA, DAVID, "BUS")));
        assertThat(map(Role.ANALYST)).contains("2 states, 6 cases");
        recall(second);
        assertThat(map(Role.ANALYST)).contains("1 state, 3 cases");
        node.database().sql("delete from route_leg").update();
        for (var message : List.of(first, second)) {
            node.database()
                    .sql("insert into route_report_unread values (?)")
                    .param(message.value())
                    .update();
        }
        assertThat(map(Role.ANALYST)).contains("No route in this period");

        node.tick();
        node.tick();

        assertThat(map(Role.ANALYST)).contains("1 state, 3 cases");
        node.transaction().executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(first).orElseThrow();
            node.bean(CaseRecalls.class).close(entry, Set.of("STATISTICS"), false);
        });
        assertThat(map(Role.ANALYST)).contains("No route in this period");
        assertThat(map(Role.INVESTIGATOR)).contains("1 state, 3 cases");
        recall(first);
        assertThat(map(Role.INVESTIGATOR)).contains("No route in this period");
        assertThat(node.database()
                        .sql("select count(*) from route_report_unread")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// What could get past that is left out where legs are made of it: `DrawerTest`.
    @Test
    void aReportWithSomethingElseInsteadOfACodeIsNotTakenIn() {
        for (var hostile : List.of(
                new Place("CO", "CO-<b>", null, null, Precision.ADMIN1),
                new Place("CO", null, "COC\u202Egnp", null, Precision.CITY),
                new Place("<script>", null, null, null, Precision.COUNTRY))) {
            assertThatThrownBy(() -> arrives(CO, report(3, "2026-02", null, leg(hostile, DAVID, "BUS"))))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(map(Role.ANALYST)).contains("No route in this period");
    }

    @Test
    void theMapIsNarrowedByMonthsTransportAndCountryAndSaysWhatIsWrongWithThem() {
        arrives(CO, report(3, "2025-02", "2025-04", leg(CUCUTA, DAVID, "BUS")));
        arrives(MX, report(3, "2026-02", null, leg(DAVID, TAPACHULA, "AIR")));
        assertThat(legs(Role.ANALYST, "?from=2026-01")).hasSize(1);
        assertThat(legs(Role.ANALYST, "?until=2025-12")).hasSize(1);
        assertThat(legs(Role.ANALYST, "?until=2025-01")).isEmpty();
        assertThat(legs(Role.ANALYST, "?mode=BUS")).hasSize(1);
        assertThat(legs(Role.ANALYST, "?country=MX")).hasSize(1);
        assertThat(legs(Role.ANALYST, "?active=yes")).hasSize(1);
        assertThat(legs(Role.ANALYST, "?page=1")).isEmpty();
        assertThat(map(Role.ANALYST, "/routes?from=2026-03&mode=AIR"))
                .contains("MXTAP", "Clear filters")
                .doesNotContain("COCUC");

        var analyst = browser(Role.ANALYST);
        var wrong = analyst.get("/routes?from=2026-05&until=2026-01");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The last month is before the first");
        assertThat(analyst.get("/routes?from=%3Cb%3E").body())
                .doesNotContain("<b>&")
                .contains("Choose a month");
        assertThat(node.api(Role.ANALYST).get("/api/v1/routes?until=x").body()).contains("MONTH_UNKNOWN");
        for (var odd : List.of("mode=%27", "country=xx", "active=1", "page=x")) {
            assertThat(analyst.get("/routes?" + odd).statusCode()).as(odd).isEqualTo(404);
        }
        assertThat(analyst.get("/routes/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(analyst.get("/routes/CL-BO").statusCode()).isEqualTo(404);
        assertThat(node.database()
                        .sql("select count(*) from audit_entry where action = 'SHOW_ROUTES' and outcome = 'REFUSED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private void arrives(NodeId from, RouteReport report) {
        here.add(routes.arrives(from, next(), report));
    }

    private static void recall(MessageId report) {
        node.transaction().executeWithoutResult(_ -> {
            var entry = node.bean(CaseFiles.class).find(report).orElseThrow();
            var now = node.clock().instant();
            node.bean(CaseRecalls.class).mark(entry, new Recalled("SAFETY", now, now));
        });
    }

    private static String next() {
        return "CO-2026-R%05d".formatted(++cases);
    }

    private static Browser browser(Role role) {
        return BROWSERS.computeIfAbsent(role, one -> node.browser().signIn(one));
    }

    private static String map(Role role) {
        return map(role, "/routes");
    }

    private static String map(Role role, String path) {
        var page = browser(role).get(path);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /// The address of its first leg.
    private static String path(String map) {
        var found = LEG.matcher(map);
        assertThat(found.find()).as(map).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static List<JsonNode> legs(Role role, String query) {
        var answer = node.api(role).get("/api/v1/routes" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("legs").valueStream().toList();
    }

    private static int rows() {
        return node.database()
                .sql("select count(*) from route_leg")
                .query(Integer.class)
                .single();
    }
}
