package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A second factor: set up, asked for, used once, lost; and proving anew who one is.
class SecondFactorTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"cp-ref\">([0-9A-Z-]{19})</li>");
    private static final String SESSION = "__Host-session";
    private static final String NOTE = "{\"text\":\"x\",\"count\":1}";

    /// What an officer has after setting it up.
    private record Set(Browser browser, Phone phone, List<String> recovery) {}

    @BeforeEach
    void nobodyHasOne() {
        for (var table : List.of("sign_in_tries", "officer_recovery", "officer_factor")) {
            sql("delete from " + table);
        }
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void withASecondFactorThePasswordAloneOpensNothingAndSaysNothing() {
        var set = setUp(Role.DUTY);

        var without = console.browser().signIn("duty", Team.PASSWORD);
        var wrongCode = signIn("duty", Team.PASSWORD, "000000");
        var wrongPassword =
                signIn("duty", "not the password at all", set.phone().code(1));
        assertThat(List.of(without.statusCode(), wrongCode.statusCode(), wrongPassword.statusCode()))
                .containsOnly(422);
        assertThat(said(without)).isEqualTo(said(wrongCode)).isEqualTo(said(wrongPassword));

        // The wrong password has not used the code up.
        assertThat(signIn("duty", Team.PASSWORD, set.phone().code(1)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aCodeOpensOnceAndAnEarlierOneNotAfterIt() {
        var set = setUp(Role.DUTY);
        console.clock().forward(Duration.ofMinutes(2));
        var before = set.phone().code(-1);
        var now = set.phone().code();

        assertThat(signIn("duty", Team.PASSWORD, now).statusCode()).isEqualTo(303);
        assertThat(signIn("duty", Team.PASSWORD, now).statusCode()).isEqualTo(422);
        assertThat(signIn("duty", Team.PASSWORD, before).statusCode()).isEqualTo(422);
        assertThat(signIn("duty", Team.PASSWORD, set.phone().code(2)).statusCode())
                .isEqualTo(422);
        console.clock().forward(Duration.ofSeconds(30));
        assertThat(signIn("duty", Team.PASSWORD, set.phone().code()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theCodeThatProvedThePhoneOpensNothingAnyMore() {
        var browser = console.browser().signIn(Role.DUTY);
        var phone = Phone.scans(
                browser.submit("/me/second-factor", "/me/second-factor/begin").body(), console.clock());
        var code = phone.code();
        confirm(browser, code);

        assertThat(signIn("duty", Team.PASSWORD, code).statusCode()).isEqualTo(422);
    }

    @Test
    void codesAreGuessedNoFasterThanPasswords() {
        var set = setUp(Role.ANALYST);
        for (var i = 0; i < 5; i++) {
            assertThat(signIn("analyst", Team.PASSWORD, "00000" + i).statusCode())
                    .isEqualTo(422);
        }

        assertThat(signIn("analyst", Team.PASSWORD, set.phone().code(1)).statusCode())
                .isEqualTo(429);
    }

    @Test
    void nothingIsSwitchedOnBeforeACodeOfThePhoneWasRight() {
        var browser = console.browser().signIn(Role.DUTY);
        var shown = browser.submit("/me/second-factor", "/me/second-factor/begin");
        assertThat(shown.body())
                .contains("otpauth://totp/", "issuer=", "<svg", "role=\"img\"")
                .doesNotContain("Ana%20");

        var wrong = confirm(browser, "000000");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That code is not right");
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(confirm(browser, Phone.scans(shown.body(), console.clock()).code())
                        .statusCode())
                .isEqualTo(200);
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void switchingItOnEndsAllOtherSessionsOfTheOfficer() {
        var elsewhere = console.browser().signIn(Role.DUTY);

        var set = setUp(Role.DUTY);

        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(303);
        assertThat(set.browser().get("/me").body()).contains("10 recovery codes are left");
    }

    @Test
    void eachRecoveryCodeOpensOnceAndNewOnesEndTheOldOnes() {
        var set = setUp(Role.DUTY);
        assertThat(set.recovery()).hasSize(10).doesNotHaveDuplicates();
        var first = set.recovery().getFirst();

        assertThat(signIn("duty", Team.PASSWORD, first.toLowerCase(Locale.ROOT).replace("-", " "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(signIn("duty", Team.PASSWORD, first).statusCode()).isEqualTo(422);
        assertThat(set.browser().get("/me/second-factor").body()).contains("9 recovery codes are left");
        assertThat(audit()).contains("RECOVERY_CODE");

        var renewed = codes(set.browser().submit("/me/second-factor", "/me/second-factor/codes"));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(set.recovery());
        assertThat(signIn("duty", Team.PASSWORD, set.recovery().get(1)).statusCode())
                .isEqualTo(422);
        assertThat(signIn("duty", Team.PASSWORD, renewed.get(1)).statusCode()).isEqualTo(303);
        assertThat(signIn("consular", Team.PASSWORD, renewed.get(2)).statusCode())
                .isEqualTo(303);
        assertThat(signIn("duty", Team.PASSWORD, renewed.get(2)).statusCode()).isEqualTo(303);
    }

    @Test
    void neitherSecretNorCodesLieInTheDatabaseOrTheLog() {
        var set = setUp(Role.DUTY);
        var secret = set.browser()
                .submit("/me/second-factor", "/me/second-factor/begin")
                .body();
        var shown =
                secret.replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1").replace(" ", "");
        var rows = new StringBuilder();
        for (var table : List.of("officer_factor", "officer_recovery", "audit_entry")) {
            rows.append(console.bean(JdbcClient.class)
                    .sql("select * from " + table)
                    .query()
                    .listOfRows());
        }

        assertThat(shown).hasSize(32);
        assertThat(rows.toString()).contains("SECOND_FACTOR_ON").doesNotContain(shown);
        set.recovery().forEach(code -> assertThat(rows.toString()).doesNotContain(code, code.replace("-", "")));
    }

    @Test
    void anActThatNeedsItAsksForAProofThatIsFreshAndLosesNothing() {
        var set = setUp(Role.SUPERVISOR);
        console.clock().forward(Duration.ofMinutes(11));
        var before = set.browser().cookie(SESSION).orElseThrow();
        var other = Browser.token(set.browser().get("/me").body());

        var asked = act(set.browser(), Map.of("words", "ñandú & <tapir>"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Confirm that it is you", "name=\"words\" value=\"ñandú &amp; &lt;tapir>\"")
                .contains("action=\"/probe/act\"");
        var wrong = act(set.browser(), Map.of("words", "ñandú", "_proof", Team.PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"ñandú\"").doesNotContain(Team.PASSWORD);

        var done = act(
                set.browser(), Map.of("words", "ñandú", "_proof", set.phone().code()));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).isEqualTo("ñandú");
        assertThat(audit()).contains("PROVE");
        // The session goes on under another cookie, the old one is dead, and forms in other windows still work.
        assertThat(set.browser().cookie(SESSION)).get().isNotEqualTo(before);
        assertThat(console.browser().cookie(SESSION, before).get("/me").statusCode())
                .isEqualTo(303);
        assertThat(set.browser()
                        .post("/probe/act", Map.of("_token", other, "words", "other window"))
                        .body())
                .isEqualTo("other window");
    }

    @Test
    void whoHasNoSecondFactorProvesItByThePassword() {
        var browser = console.browser().signIn(Role.SUPERVISOR);
        assertThat(act(browser, Map.of("words", "now")).body()).isEqualTo("now");
        console.clock().forward(Duration.ofMinutes(11));

        assertThat(act(browser, Map.of("words", "later")).body()).contains("Confirm that it is you");
        assertThat(act(browser, Map.of("words", "later", "_proof", "wrong")).statusCode())
                .isEqualTo(422);
        assertThat(act(browser, Map.of("words", "later", "_proof", Team.PASSWORD))
                        .body())
                .isEqualTo("later");
    }

    @Test
    void aProofIsGuessedNoFasterThanAPassword() {
        var browser = console.browser().signIn(Role.INVESTIGATOR);
        console.clock().forward(Duration.ofMinutes(11));
        for (var i = 0; i < 5; i++) {
            assertThat(act(browser, Map.of("words", "x", "_proof", "guess " + i))
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(act(browser, Map.of("words", "x", "_proof", Team.PASSWORD)).statusCode())
                .isEqualTo(429);
    }

    @Test
    void aProgramBringsACodeWithItsCallsAndAFreshOneForWhatNeedsIt() {
        var set = setUp(Role.INVESTIGATOR);
        console.clock().forward(Duration.ofMinutes(2));
        var program = console.browser().always("Authorization", Team.basic(Role.INVESTIGATOR));
        assertThat(note(program).statusCode()).isEqualTo(401);
        assertThat(note(program).body()).contains("urn:enlace:problem:unauthorized", "Enlace-Code");

        var code = set.phone().code();
        program.always("Enlace-Code", code);
        assertThat(note(program).statusCode()).isEqualTo(200);
        assertThat(note(program).statusCode()).isEqualTo(200);
        assertThat(signIn("investigator", Team.PASSWORD, code).statusCode()).isEqualTo(422);

        console.clock().forward(Duration.ofMinutes(11));
        var stale = note(program);
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("urn:enlace:problem:proof-needed");
        program.always("Enlace-Code", set.phone().code());
        assertThat(note(program).statusCode()).isEqualTo(200);

        console.clock().forward(Duration.ofMinutes(16));
        assertThat(note(program).statusCode()).isEqualTo(401);
    }

    @Nested
    class WhereItIsDemanded {
        @Test
        void nobodyGetsFurtherThanToSettingItUp() {
            try (var strict = ConsoleUnderTest.start("enlace.second-factor=required")) {
                var browser = strict.browser().signIn(Role.AUDITOR);
                var page = browser.get("/probe/audit");
                assertThat(page.statusCode()).isEqualTo(303);
                assertThat(page.headers().firstValue("Location")).contains("/me/second-factor");
                assertThat(browser.get("/me/second-factor").body()).contains("demands it before anything else");
                var program = strict.browser().always("Authorization", Team.basic(Role.INVESTIGATOR));
                assertThat(note(program).statusCode()).isEqualTo(403);
                assertThat(note(program).body()).contains("urn:enlace:problem:second-factor-needed");

                var shown = browser.submit("/me/second-factor", "/me/second-factor/begin");
                confirm(browser, Phone.scans(shown.body(), strict.clock()).code());

                assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(200);
                assertThat(strict.browser().signIn(Role.OPERATOR).get("/me").body())
                        .doesNotContain("A password alone opens this node");
            }
            assertThat(console.browser().signIn(Role.OPERATOR).get("/me").body())
                    .contains("A password alone opens this node");
        }
    }

    private static Set setUp(Role role) {
        var browser = console.browser().signIn(role);
        var shown = browser.submit("/me/second-factor", "/me/second-factor/begin");
        var phone = Phone.scans(shown.body(), console.clock());
        var codes = codes(confirm(browser, phone.code()));
        return new Set(browser, phone, codes);
    }

    private static HttpResponse<String> confirm(Browser browser, String code) {
        return browser.submit("/me/second-factor", "/me/second-factor/confirm", "code", code);
    }

    private static List<String> codes(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static HttpResponse<String> signIn(String username, String password, String code) {
        return console.browser()
                .submit("/sign-in", "/sign-in", "username", username, "password", password, "code", code);
    }

    private static HttpResponse<String> act(Browser browser, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_token", Browser.token(browser.get("/me").body()));
        return browser.post("/probe/act", form);
    }

    private static HttpResponse<String> note(Browser program) {
        return program.send("POST", "/api/v1/probe/act", "application/json", NOTE);
    }

    private static void sql(String sql) {
        console.bean(JdbcClient.class).sql(sql).update();
    }

    private static String audit() {
        return console.bean(AuditLog.class).list(Long.MAX_VALUE, 10).toString();
    }

    private static String said(HttpResponse<String> page) {
        return page.body().replaceAll("(nonce|value)=\"[^\"]*\"", "").replaceAll(" autofocus", "");
    }
}
