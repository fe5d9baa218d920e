package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.enlace.console.Browser;
import org.enlace.console.Routes;
import org.enlace.console.Routes.Route;
import org.enlace.console.Team;
import org.enlace.node.access.Action;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every route that names something, asked by two officers of every role about everything there is of that kind: their
/// own, a colleague's, of another compartment, of another contact point. Who may not see a thing is answered as if it
/// were not there, and nothing changes; who may see it finds it.
class AccessMatrixTest {
    private static final DeskNode.Running node = DeskNode.start("enlace.users-file=" + Team.withColleagues());
    private static final List<Route> routes = Routes.of(node).all().stream()
            .filter(route -> route.path().contains("{"))
            .toList();
    private static final MatrixThings things = MatrixThings.in(node);
    /// What the log keeps of the asking, and what the node does by itself meanwhile.
    private static final Set<String> OF_ITSELF = Set.of(
            "AUDIT_ENTRY",
            "AUDIT_HEAD",
            "SIGNED_IN",
            "SIGN_IN_TRIES",
            "PUBLISHING_TURN",
            "DUTY_ROSTER",
            // What is found by which code, and by whom, which the node writes after what was stored.
            "CASE_UNINDEXED",
            "CASE_INDEX",
            "CASE_TERM",
            "CASE_CODE",
            "READERS_KNOWN");
    /// What is made anew for each answer.
    private static final Pattern ONCE = Pattern.compile("[A-Za-z0-9+/_-]{20,}(=|&#61;)*|\\d\\d:\\d\\d(:\\d\\d)?");

    private final JdbcClient database = node.bean(JdbcClient.class);
    private final Map<String, Browser> visitors = new HashMap<>();
    private final Map<Browser, String> tokens = new HashMap<>();

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void everyRouteThatNamesSomethingHasAPlaceInTheMatrix() {
        assertThat(routes)
                .allSatisfy(route -> assertThat(MatrixThings.Kind.of(route.path()))
                        .as("who sees what %s names", route)
                        .isNotNull());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoMayNotSeeAThingIsAnsweredAsIfItWereNotThere(Role role) {
        var asked = 0;
        var wrong = new ArrayList<String>();
        for (var username : List.of(Team.name(role), Team.colleague(role))) {
            for (var route : routes) {
                var kind = MatrixThings.Kind.of(route.path());
                var alike = kind == MatrixThings.Kind.MESSAGE && username.equals(Team.colleague(role));
                if (kind == null || alike || !role.permits(route.action())) {
                    // Messages that are filed belong to nobody: two of a role are one.
                    continue;
                }
                HttpResponse<String> nothing = null;
                for (var thing : things.of(kind)) {
                    if (thing.seenBy(route.path(), role, username)) {
                        continue;
                    }
                    if (nothing == null) {
                        nothing = ask(username, route, kind.nothing());
                    }
                    var before = changes();
                    var answer = ask(username, route, thing.ids());
                    asked++;
                    var after = changes();
                    var here = plain(answer, thing.ids());
                    var nowhere = plain(nothing, kind.nothing());
                    if (!here.equals(nowhere)) {
                        wrong.add("%s asked %s about %s: %s, where there is nothing %s"
                                .formatted(
                                        username,
                                        route,
                                        thing.name(),
                                        differing(here, nowhere),
                                        differing(nowhere, here)));
                    }
                    if (!after.equals(before)) {
                        after.entrySet().removeAll(before.entrySet());
                        wrong.add("%s asked %s about %s, and it changed %s"
                                .formatted(username, route, thing.name(), after.keySet()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).as("what there was to refuse to " + role).isGreaterThan(things.leastHiddenFrom(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoMaySeeAThingFindsIt(Role role) {
        var missing = new ArrayList<String>();
        for (var username : List.of(Team.name(role), Team.colleague(role))) {
            for (var route : routes) {
                var kind = MatrixThings.Kind.of(route.path());
                if (kind == null || !route.reads() || !role.permits(route.action())) {
                    continue;
                }
                for (var thing : things.of(kind)) {
                    if (thing.seenBy(route.path(), role, username) && kind.shows(route.path())) {
                        var answer = ask(username, route, thing.ids());
                        if (answer.statusCode() != 200) {
                            missing.add("%s asked %s about %s: %d"
                                    .formatted(username, route, thing.name(), answer.statusCode()));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// A report shows analysts what is done and nobody who does it: recruiters and agencies are for police work.
    @ParameterizedTest
    @EnumSource(Role.class)
    void whomAReportNamesToPoliceOpensForThoseWhoInvestigateAndNobodyElse(Role role) {
        var report = things.of(MatrixThings.Kind.MESSAGE).stream()
                .filter(thing -> thing.name().startsWith("a received MODUS_OPERANDI_REPORT"))
                .findFirst()
                .orElseThrow();
        var id = report.ids().get("id");
        for (var username : List.of(Team.name(role), Team.colleague(role))) {
            var answer = as(username, true).get("/api/v1/messages/" + id + "?persons=true");
            var opens =
                    EnumSet.of(Role.INVESTIGATOR, Role.DUTY, Role.SUPERVISOR).contains(role);

            assertThat(answer.statusCode())
                    .isEqualTo(opens || role == Role.ANALYST ? 200 : role.permits(Action.READ_CASES) ? 404 : 403);
            assertThat(answer.body().contains("Agencia Ejemplo")).as(username).isEqualTo(opens);
            if (role == Role.ANALYST) {
                assertThat(ApiClient.JSON
                                .readTree(answer.body())
                                .at("/closed/POLICE")
                                .asString())
                        .isEqualTo("CLOSED");
            }
            var page = as(username, false)
                    .get("/cases/" + report.ids().get("reference") + "/persons")
                    .body();
            assertThat(page.contains("Agencia Ejemplo")).as(username).isEqualTo(opens);
        }
        assertThat(database.sql(
                                "select distinct purpose from audit_entry where action = 'SHOW_POLICE' and object_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .isSubsetOf("INVESTIGATION");
    }

    /// A field that the record of the call does not list stops the call: nobody becomes the owner, the sender
    /// or the one who released by saying so.
    @Test
    void aBodyThatNamesWhatMayNotBeSetIsRefusedWhole() {
        var forbidden = List.of("owner", "author", "releasedBy", "sender", "node", "handledBy", "roles[0]");
        var bodies = EnumSet.allOf(Role.class);
        var wrong = new ArrayList<String>();
        for (var route : Routes.of(node).all()) {
            if (!route.api() || route.reads() || !route.method().equals("POST")) {
                continue;
            }
            var role = bodies.stream()
                    .filter(one -> one.permits(route.action()))
                    .findFirst()
                    .orElseThrow();
            var kind = MatrixThings.Kind.of(route.path());
            var ids = kind == null ? Map.<String, String>of() : kind.nothing();
            var before = changes();
            for (var field : forbidden) {
                var answer = send(
                        as(Team.name(role), true), route, ids, "{\"" + field + "\":\"" + Team.colleague(role) + "\"}");
                if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
                    wrong.add(route + " took " + field + ": " + answer.statusCode());
                }
            }
            var after = changes();
            after.entrySet().removeAll(before.entrySet());
            if (!after.isEmpty()) {
                wrong.add(route + " changed " + after.keySet());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private HttpResponse<String> ask(String username, Route route, Map<String, String> ids) {
        return send(as(username, route.api()), route, ids, "{}");
    }

    private HttpResponse<String> send(Browser visitor, Route route, Map<String, String> ids, String body) {
        var address = route.path();
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        var request = visitor.request(address.replaceAll("\\{[a-zA-Z]+}", "0198c2f0-0000-7000-8000-000000000000"));
        var form = route.api() ? body : "_token=" + token(visitor);
        return visitor.send(request.header(
                        "Content-Type", route.api() ? "application/json" : "application/x-www-form-urlencoded")
                .method(route.method(), route.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString(form)));
    }

    private Browser as(String username, boolean program) {
        return visitors.computeIfAbsent(username + program, _ -> {
            var visitor = new Browser(node.port());
            if (program) {
                return visitor.always("Authorization", Team.basic(username));
            }
            assertThat(visitor.signIn(username, Team.PASSWORD).statusCode()).isEqualTo(303);
            return visitor;
        });
    }

    private String token(Browser visitor) {
        return tokens.computeIfAbsent(
                visitor, _ -> Browser.token(visitor.get("/me").body()));
    }

    private static String plain(HttpResponse<String> answer, Map<String, String> ids) {
        var text = answer.statusCode() + " " + answer.body();
        for (var id : ids.values()) {
            // The number of a version or file is no name.
            text = id.length() > 1 ? text.replace(id, "ID") : text;
        }
        return ONCE.matcher(text).replaceAll("x");
    }

    /// The text from where it begins to differ.
    private static String differing(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(Math.max(0, at - 40), Math.min(one.length(), at + 80));
    }

    /// The number of the last change of each table but those that keep who asked.
    private Map<String, Long> changes() {
        var changes = new TreeMap<String, Long>();
        database.sql(
                        "select table_name, last_modification from information_schema.tables where table_schema = 'PUBLIC'")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(table -> changes.put(table.getKey(), table.getValue()));
        changes.keySet().removeAll(OF_ITSELF);
        // The one who publishes tries again and again, as there is no broker.
        changes.put("OUTBOX", (long) node.count("outbox"));
        return changes;
    }
}
