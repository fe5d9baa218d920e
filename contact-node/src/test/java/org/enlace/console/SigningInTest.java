package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Officers;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningInTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start("enlace.users-file=" + Team.file());
    private static final String SESSION = "__Host-session";

    @BeforeEach
    void noTries() {
        console.bean(JdbcClient.class).sql("delete from sign_in_tries").update();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInAndBackFromThere() {
        var browser = console.browser();

        var asked = browser.get("/me?changed");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).contains("/sign-in?back=%2Fme%3Fchanged");

        var entered = browser.submit(
                "/sign-in", "/sign-in", "username", "duty", "password", Team.PASSWORD, "back", "/me?changed");
        assertThat(entered.headers().firstValue("Location")).contains("/me?changed");
        assertThat(browser.get("/me").body()).contains("Ana Lucía Ramírez Ortega");
    }

    @Test
    void theWayBackNeverLeavesTheConsole() {
        for (var elsewhere : new String[] {
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/%0d%0aX: 1\r\nY: 2",
            "javascript:alert(1)",
            "/\t/evil.example",
            "\\\\evil.example"
        }) {
            var entered = console.browser()
                    .submit(
                            "/sign-in",
                            "/sign-in",
                            "username",
                            "auditor",
                            "password",
                            Team.PASSWORD,
                            "back",
                            elsewhere);

            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Location")).contains("/me");
        }
    }

    @Test
    void theCookieIsForThisHostOverTlsOutOfReachOfScriptsAndOfOtherSites() {
        var entered = console.browser().signIn("duty", Team.PASSWORD);

        assertThat(entered.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=")
                        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void aSessionIdBroughtAlongIsNeverTakenOver() {
        var browser = console.browser().cookie(SESSION, "planted-by-someone-else");
        browser.signIn(Role.DUTY);

        assertThat(browser.cookie(SESSION)).get().isNotEqualTo("planted-by-someone-else");
        assertThat(console.browser()
                        .cookie(SESSION, "planted-by-someone-else")
                        .get("/me")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        var browser = console.browser().signIn(Role.DUTY);
        var before = browser.cookie(SESSION).orElseThrow();
        browser.post(
                "/sign-in",
                Map.of(
                        "_token",
                        Browser.token(browser.get("/me").body()),
                        "username",
                        "duty",
                        "password",
                        Team.PASSWORD));

        assertThat(browser.cookie(SESSION)).get().isNotEqualTo(before);
        assertThat(console.browser().cookie(SESSION, before).get("/me").statusCode())
                .isEqualTo(303);
    }

    @Test
    void aSessionSignedOutCannotBeUsedAgain() {
        var browser = console.browser().signIn(Role.DUTY);
        var cookie = browser.cookie(SESSION).orElseThrow();

        var left = browser.submit("/me", "/sign-out");

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(console.browser().cookie(SESSION, cookie).get("/me").statusCode())
                .isEqualTo(303);
    }

    @Test
    void everyFailureReadsTheSame() {
        var unknown = console.browser().signIn("nobody", Team.PASSWORD);
        var wrong = console.browser().signIn("duty", "not the password at all");
        var officer = idOf("case_worker");
        console.bean(Officers.class).disable(officer);
        var disabled = console.browser().signIn("case_worker", Team.PASSWORD);
        console.bean(JdbcClient.class)
                .sql("update officer set disabled = false")
                .update();

        assertThat(unknown.statusCode())
                .isEqualTo(wrong.statusCode())
                .isEqualTo(disabled.statusCode())
                .isEqualTo(422);
        assertThat(said(unknown.body()))
                .isEqualTo(said(wrong.body()))
                .isEqualTo(said(disabled.body()))
                .contains("Signing in did not work");
    }

    @Test
    void anUnknownNameTakesAboutAsLongAsAKnownOne() {
        var known = fastest(() -> console.browser().signIn("duty", "not the password at all"));
        var unknown = fastest(() -> console.browser().signIn("nobody", "not the password at all"));

        assertThat(unknown).isBetween(known.dividedBy(3), known.multipliedBy(3));
    }

    @Test
    void afterFiveTriesEvenTheRightPasswordHasToWait() {
        for (var i = 0; i < 5; i++) {
            assertThat(console.browser().signIn("analyst", "guess number " + i).statusCode())
                    .isEqualTo(422);
        }

        var sixth = console.browser().signIn("analyst", Team.PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("Too many tries", "00:16");
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(303);

        console.clock().forward(Duration.ofSeconds(16));
        assertThat(console.browser().signIn("analyst", Team.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aNameThatDoesNotExistHasToWaitJustTheSame() {
        for (var i = 0; i < 5; i++) {
            console.browser().signIn("nobody", "guess number " + i);
        }

        assertThat(console.browser().signIn("nobody", "guess").statusCode()).isEqualTo(429);
    }

    @Test
    void aSessionEndsAfterFifteenMinutesWithoutARequestAndAfterTenHoursWithThem() {
        var idle = console.browser().signIn(Role.DUTY);
        console.clock().forward(Duration.ofMinutes(14));
        assertThat(idle.get("/me").statusCode()).isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(14));
        assertThat(idle.get("/me").statusCode()).isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(15));
        assertThat(idle.get("/me").statusCode()).isEqualTo(303);

        var busy = console.browser().signIn(Role.DUTY);
        for (var minutes = 0; minutes < 590; minutes += 10) {
            assertThat(busy.get("/me").statusCode()).isEqualTo(200);
            console.clock().forward(Duration.ofMinutes(10));
        }
        assertThat(busy.get("/me").statusCode()).isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(10));
        assertThat(busy.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void thePageKnowsWhenTheSignInRunsOut() {
        var browser = console.browser().signIn(Role.DUTY);
        var now = console.clock().instant();

        assertThat(browser.get("/me").body())
                .contains("data-ends=\"" + now.plus(Duration.ofMinutes(15)).toEpochMilli() + "\"");
        assertThat(console.browser().get("/sign-in").body()).doesNotContain("data-ends");
    }

    @Test
    void aStreamThatStaysOpenByItselfKeepsNobodySignedIn() {
        var browser = console.browser().signIn(Role.DUTY);
        console.clock().forward(Duration.ofMinutes(10));
        assertThat(browser.send(browser.request("/probe/stream").header("Accept", "text/html, text/event-stream"))
                        .statusCode())
                .isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(6));

        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAPageAsksByItselfKeepsNobodySignedInEither() {
        var browser = console.browser().signIn(Role.DUTY);
        console.clock().forward(Duration.ofMinutes(10));
        assertThat(browser.send(browser.request("/me").header("X-By-Itself", "1"))
                        .statusCode())
                .isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(6));

        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void anOfficerWhoIsDisabledIsOutAtOnce() {
        var browser = console.browser().signIn(Role.OPERATOR);
        console.bean(Officers.class).disable(idOf("operator"));

        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        console.bean(JdbcClient.class)
                .sql("update officer set disabled = false")
                .update();
        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherPasswordEndsAllOtherSessionsAndTheOldOneOpensNothing() {
        var here = console.browser().signIn(Role.CONSULAR);
        var elsewhere = console.browser().signIn(Role.CONSULAR);
        var next = "herons stand in the shallow lake";

        assertThat(here.submit("/me", "/me/password", "present", "wrong", "next", next)
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.submit("/me", "/me/password", "present", Team.PASSWORD, "next", "too short")
                        .body())
                .contains("fewer than 15 characters");
        assertThat(here.submit("/me", "/me/password", "present", Team.PASSWORD, "next", "Password1234567!")
                        .body())
                .contains("too easy to guess");
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(200);

        assertThat(here.submit("/me", "/me/password", "present", Team.PASSWORD, "next", next)
                        .statusCode())
                .isEqualTo(303);

        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(303);
        assertThat(console.browser().signIn("consular", Team.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(console.browser().signIn("consular", next).statusCode()).isEqualTo(303);
    }

    @Test
    void theDatabaseHoldsNoCookieAndNoPassword() {
        var browser = console.browser().signIn(Role.DUTY);
        var rows = console.bean(JdbcClient.class)
                        .sql("select * from signed_in")
                        .query()
                        .listOfRows()
                        .toString()
                + console.bean(JdbcClient.class)
                        .sql("select * from officer")
                        .query()
                        .listOfRows();

        assertThat(rows).doesNotContain(browser.cookie(SESSION).orElseThrow()).doesNotContain(Team.PASSWORD);
    }

    @Test
    void whoCameInAndThatSomebodyTriedIsAuditedWithoutWhatWasTyped() {
        console.browser().signIn("nobody-of-that-name", "not the password at all");
        var browser = console.browser().signIn(Role.DUTY);
        browser.submit("/me", "/sign-out");

        var entries = console.bean(AuditLog.class).list(Long.MAX_VALUE, 3).toString();
        assertThat(entries)
                .contains("SIGN_OUT", "SIGN_IN", "REFUSED", "DONE", "officer-")
                .doesNotContain("nobody-of-that-name", "127.0.0.1", "Ana");
    }

    private static OfficerId idOf(String username) {
        return new OfficerId(console.bean(JdbcClient.class)
                .sql("select id from officer where username = ?")
                .param(username)
                .query(String.class)
                .single());
    }

    /// The page without what differs in every answer.
    private static String said(String page) {
        return page.replaceAll("(nonce|value)=\"[^\"]*\"", "").replaceAll(" autofocus", "");
    }

    private static Duration fastest(Runnable work) {
        var best = Duration.ofDays(1);
        for (var i = 0; i < 4; i++) {
            console.bean(JdbcClient.class).sql("delete from sign_in_tries").update();
            var began = System.nanoTime();
            work.run();
            var took = Duration.ofNanos(System.nanoTime() - began);
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }
}
