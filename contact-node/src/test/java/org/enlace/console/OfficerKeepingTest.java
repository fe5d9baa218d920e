package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.enlace.database.H2;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Operators say who works here, and what opens a way in needs the word of two.
class OfficerKeepingTest {
    private static final String DATABASE = H2.inMemory();
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.on(DATABASE);
    private static final Pattern CODE = Pattern.compile("id=\"set-up-code\">([0-9A-Z-]+)<");
    private static final String CHOSEN = "herons stand in the shallow lake";

    @BeforeEach
    void noTries() {
        console.bean(JdbcClient.class).sql("delete from sign_in_tries").update();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void aNewOfficerComesInOnlyAfterASecondPersonAgreedAndChoosesThePassword() {
        var operator = console.browser().signIn(Role.OPERATOR);
        var code = code(add(operator, "rosa", "Rosa Elena", "DUTY"));
        var rosa = pseudonym("rosa");
        assertThat(code).hasSizeGreaterThan(20);
        assertThat(operator.get("/officers/" + rosa).body()).doesNotContain(code);

        // Nobody has agreed: the code opens nothing, and the answer is that to any wrong code.
        var early = setUp("rosa", code, CHOSEN);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(said(early)).isEqualTo(said(setUp("rosa", "0000-0000-0000-0000-0000-0000", CHOSEN)));
        assertThat(said(early)).isEqualTo(said(setUp("nobody", code, CHOSEN)).replace("nobody", "rosa"));
        // Whoever asked for it does not agree to it.
        assertThat(decide(operator, rosa, "agree").statusCode()).isEqualTo(422);
        assertThat(setUp("rosa", code, CHOSEN).statusCode()).isEqualTo(422);
        noTries();

        var supervisor = console.browser().signIn(Role.SUPERVISOR);
        assertThat(supervisor.get("/officers").body()).contains("New officer: Duty officer");
        assertThat(decide(supervisor, rosa, "agree").statusCode()).isEqualTo(303);

        assertThat(console.browser().signIn("rosa", "").statusCode()).isEqualTo(422);
        assertThat(setUp("rosa", code, "too short").body()).contains("fewer than 15 characters");
        assertThat(setUp(" ROSA", code.toLowerCase(Locale.ROOT), CHOSEN).statusCode())
                .isEqualTo(303);
        assertThat(console.browser().signIn("rosa", CHOSEN).statusCode()).isEqualTo(303);
        // A code is used once.
        assertThat(setUp("rosa", code, "pelicans wait for the evening tide").statusCode())
                .isEqualTo(422);
        assertThat(audit(12)).contains("ASK_ADD", "DECIDE_ADD", "SET_UP").doesNotContain("Rosa", "rosa", code);
    }

    @Test
    void aCodeEndsAfterThreeDays() {
        var code = code(add(console.browser().signIn(Role.OPERATOR), "late", "Late", "DUTY"));
        decide(console.browser().signIn(Role.SUPERVISOR), pseudonym("late"), "agree");
        console.clock().forward(Duration.ofHours(73));

        assertThat(setUp("late", code, CHOSEN).statusCode()).isEqualTo(422);
    }

    @Test
    void whoIsNotAgreedToNeverComesIn() {
        var code = code(add(console.browser().signIn(Role.OPERATOR), "mario", "Mario", "INVESTIGATOR"));
        var supervisor = console.browser().signIn(Role.SUPERVISOR);
        decide(supervisor, pseudonym("mario"), "refuse");

        assertThat(setUp("mario", code, CHOSEN).statusCode()).isEqualTo(422);
        assertThat(supervisor.get("/officers/" + pseudonym("mario")).body()).contains("Not agreed to");
    }

    @Test
    void otherRolesHoldOnceASecondPersonAgreed() {
        var eva = working("eva", "AUDITOR");
        var browser = console.browser();
        browser.signIn("eva", CHOSEN);
        assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(200);
        var operator = console.browser().signIn(Role.OPERATOR);

        assertThat(act(operator, eva, "roles", "roles", "CONSULAR").statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(200);
        assertThat(act(operator, eva, "roles", "roles", "DUTY").body())
                .contains("A change of this officer waits for a second person");
        decide(console.browser().signIn(Role.SUPERVISOR), eva, "agree");

        assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void aLockedOfficerIsOutAtOnceAndStaysOut() {
        var luz = working("luz", "DUTY");
        var browser = console.browser();
        browser.signIn("luz", CHOSEN);
        var operator = console.browser().signIn(Role.OPERATOR);

        assertThat(act(operator, luz, "lock").statusCode()).isEqualTo(303);

        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        assertThat(console.browser().signIn("luz", CHOSEN).statusCode()).isEqualTo(422);
        assertThat(act(operator, luz, "lock").statusCode()).isEqualTo(422);
        try (var restarted = ConsoleUnderTest.on(DATABASE)) {
            noTries();
            assertThat(restarted.browser().signIn("luz", CHOSEN).statusCode()).isEqualTo(422);
        }
        noTries();
        assertThat(act(operator, luz, "unlock").statusCode()).isEqualTo(303);
        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        assertThat(console.browser().signIn("luz", CHOSEN).statusCode()).isEqualTo(303);
        assertThat(audit(9)).contains("LOCK_OFFICER", "UNLOCK_OFFICER");
    }

    @Test
    void aSecondFactorIsTakenOffByTwo() {
        var noe = working("noe", "DUTY");
        var browser = console.browser();
        browser.signIn("noe", CHOSEN);
        var shown = browser.submit("/me/second-factor", "/me/second-factor/begin");
        var phone = Phone.scans(shown.body(), console.clock());
        browser.submit("/me/second-factor", "/me/second-factor/confirm", "code", phone.code());
        var operator = console.browser().signIn(Role.OPERATOR);

        assertThat(act(operator, noe, "second-factor-reset").statusCode()).isEqualTo(303);
        assertThat(console.browser().signIn("noe", CHOSEN).statusCode()).isEqualTo(422);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        decide(console.browser().signIn(Role.SUPERVISOR), noe, "agree");

        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        assertThat(console.browser().signIn("noe", CHOSEN).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        var operator = console.browser().signIn(Role.OPERATOR);
        var self = pseudonym("operator");
        for (var act : List.of("lock", "unlock", "code", "second-factor-reset")) {
            assertThat(act(operator, self, act).body()).as(act).contains("Nobody changes their own rights");
        }
        assertThat(act(operator, self, "roles", "roles", "SUPERVISOR").statusCode())
                .isEqualTo(422);
        assertThat(operator.get("/officers/" + self).body()).doesNotContain("/lock\"", "/roles\"");
    }

    @Test
    void whomTheListNamesIsChangedThereOrKeptHereAndThenTheListSaysNothingMore() {
        var operator = console.browser().signIn(Role.OPERATOR);
        var analyst = pseudonym("analyst");
        assertThat(act(operator, analyst, "roles", "roles", "DUTY").body()).contains("Change it there");
        assertThat(act(operator, analyst, "details", "displayName", "Other").statusCode())
                .isEqualTo(422);

        assertThat(act(operator, analyst, "keep").statusCode()).isEqualTo(303);
        assertThat(act(operator, analyst, "details", "displayName", "Ana Other", "email", "ana@example.org")
                        .statusCode())
                .isEqualTo(303);

        try (var restarted = ConsoleUnderTest.on(DATABASE)) {
            noTries();
            assertThat(restarted
                            .browser()
                            .signIn(Role.OPERATOR)
                            .get("/officers/" + analyst)
                            .body())
                    .contains("Ana Other", "ana@example.org");
        }
    }

    @Test
    void everythingThatIsWrongIsNamedAtItsFieldAndWhatWasTypedStays() {
        var operator = console.browser().signIn(Role.OPERATOR);
        var answer = operator.submit(
                "/officers", "/officers", "username", "duty", "displayName", "", "email", "<not one>", "roles", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Somebody has this user name already", "Give a name of 1 to 120", "Choose at least one role")
                .contains("Write one address", "value=\"&lt;not one>\"");
    }

    @Test
    void theListHasPagesAndGoesByName() {
        var database = console.bean(JdbcClient.class);
        for (var i = 0; i < 30; i++) {
            database.sql("""
                            insert into officer (id, username, display_name, pseudonym, roles, language, password_hash,
                                disabled) values (?, ?, 'Same name', ?, 'DUTY', '', '', true)""")
                    .params("%032x".formatted(i), "many" + i, "officer-MANY%02d".formatted(i))
                    .update();
        }
        var operator = console.browser().signIn(Role.OPERATOR);
        var seen = new TreeSet<String>();
        var path = "/officers";
        var pages = 0;
        while (!path.isEmpty()) {
            var body = operator.get(path).body();
            Pattern.compile("officer-MANY\\d\\d").matcher(body).results().forEach(found -> seen.add(found.group()));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            path = next.find() ? next.group(1) : "";
            pages++;
        }

        assertThat(seen).hasSize(30);
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void aProgramKeepsOfficersUnderTheSameRules() {
        var operator = console.browser().always("Authorization", Team.basic(Role.OPERATOR));
        var supervisor = console.browser().always("Authorization", Team.basic(Role.SUPERVISOR));
        var added = operator.send(
                "POST",
                "/api/v1/officers",
                "application/json",
                "{\"username\":\"ida\",\"displayName\":\"Ida\",\"roles\":[\"DUTY\"]}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("\"waits\":true", "\"code\":\"");
        var code = added.body().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        var id = console.bean(JdbcClient.class)
                .sql("select cast(id as varchar(36)) from officer_change where decided_by is null")
                .query(String.class)
                .single();

        var own = operator.send("POST", "/api/v1/officers/changes/" + id + "/agree", "application/json", "");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("YOUR_OWN_REQUEST");
        assertThat(supervisor
                        .send("POST", "/api/v1/officers/changes/" + id + "/agree", "application/json", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(setUp("ida", code, CHOSEN).statusCode()).isEqualTo(303);
        assertThat(operator.get("/api/v1/officers/" + pseudonym("ida")).body())
                .contains("\"state\":\"active\"")
                .doesNotContain("ida\"");
        assertThat(supervisor
                        .send("POST", "/api/v1/officers/" + pseudonym("ida") + "/lock", "application/json", "")
                        .statusCode())
                .isEqualTo(403);
    }

    /// An officer whom two agreed to and who chose a password.
    private static String working(String username, String role) {
        var code = code(add(console.browser().signIn(Role.OPERATOR), username, "Name of " + username, role));
        decide(console.browser().signIn(Role.SUPERVISOR), pseudonym(username), "agree");
        assertThat(setUp(username, code, CHOSEN).statusCode()).isEqualTo(303);
        return pseudonym(username);
    }

    private static HttpResponse<String> add(Browser operator, String username, String name, String role) {
        return operator.submit(
                "/officers", "/officers", "username", username, "displayName", name, "roles", role, "language", "es");
    }

    private static HttpResponse<String> act(Browser operator, String officer, String act, String... fields) {
        return operator.submit("/officers/" + officer, "/officers/" + officer + "/" + act, fields);
    }

    /// What waits for this officer.
    private static HttpResponse<String> decide(Browser browser, String officer, String how) {
        var id = console.bean(JdbcClient.class)
                .sql("select cast(c.id as varchar(36)) from officer_change c join officer o on o.id = c.officer_id"
                        + " where o.pseudonym = ? and c.decided_by is null")
                .param(officer)
                .query(String.class)
                .single();
        return browser.submit("/officers", "/officers/changes/" + id + "/" + how);
    }

    private static HttpResponse<String> setUp(String username, String code, String password) {
        var browser = console.browser();
        var form = new LinkedHashMap<>(Map.of("username", username, "code", code, "next", password));
        form.put("_token", Browser.token(browser.get("/set-up").body()));
        return browser.post("/set-up", form);
    }

    private static String code(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var found = CODE.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String pseudonym(String username) {
        return console.bean(JdbcClient.class)
                .sql("select pseudonym from officer where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static String audit(int entries) {
        return console.bean(AuditLog.class).list(Long.MAX_VALUE, entries).toString();
    }

    /// The page without what differs in every answer.
    private static String said(HttpResponse<String> page) {
        return page.body()
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("name=\"_token\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"code\" type=\"text\" value=\"[^\"]*\"", "");
    }
}
