package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.console.PasskeyForms.SESSION;
import static org.enlace.console.PasskeyForms.add;
import static org.enlace.console.PasskeyForms.begin;
import static org.enlace.console.PasskeyForms.enter;
import static org.enlace.console.PasskeyForms.options;
import static org.enlace.console.PasskeyForms.send;
import static org.enlace.console.PasskeyForms.shown;

import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.enlace.browser.Chromium;
import org.enlace.console.SecurityKey.Algorithm;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Passkeys: made, used at the door and to prove anew who one is, refused in every way in which they can be wrong,
/// and taken off.
class PasskeysTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"cp-ref\">([0-9A-Z-]{19})</li>");
    private static final Pattern REMOVE = Pattern.compile("action=\"(/me/passkeys/[0-9a-f-]{36}/remove)\"");

    /// What an officer has after adding the first.
    private record Set(Browser browser, SecurityKey key, List<String> recovery) {}

    @BeforeEach
    void nobodyHasOne() {
        for (var table : List.of("sign_in_tries", "passkey_challenge", "passkey", "officer_recovery")) {
            sql("delete from " + table);
        }
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void aPasskeyOpensTheDoorWithoutNamePasswordOrCodeAndThePasswordAloneNoLonger() {
        var elsewhere = visitor().signIn(Role.DUTY);
        var set = setUp(Role.DUTY, key().synced());

        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(303);
        assertThat(set.browser().get("/me/passkeys").body())
                .contains("Office key", "With a provider, on several devices", "Never");
        var visitor = visitor();
        assertThat(enter(visitor, set.key()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/me").body()).contains("You sign in with 1 passkey.");
        assertThat(visitor.get("/me/passkeys").body()).doesNotContain("Never");
        assertThat(audit())
                .contains("ADD_PASSKEY", "USE_PASSKEY", "SIGN_IN")
                .doesNotContain(set.key().id());

        assertThat(visitor().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(422);
        var program = visitor().always("Authorization", Team.basic(Role.DUTY));
        assertThat(program.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(set.recovery()).hasSize(10);
        var code = set.recovery().getFirst();
        assertThat(withCode("duty", code).statusCode()).isEqualTo(303);
        assertThat(withCode("duty", code).statusCode()).isEqualTo(422);
    }

    @Test
    void theAuthenticatorLearnsThePseudonymAndARandomHandleAndNothingElse() {
        var options = begin(visitor().signIn(Role.ANALYST));

        assertThat(options)
                .contains("\"userVerification\":\"required\"", "\"residentKey\":\"required\"", "\"id\":\"localhost\"")
                .contains("\"attestation\":\"none\"", "\"alg\":-7", "\"alg\":-8", "\"alg\":-257", "officer-")
                .doesNotContain("analyst", "Ana")
                .doesNotContain(one("select id from officer where username = 'analyst'"));
    }

    @Test
    void whateverIsNotRightIsRefusedAlikeAndOpensNothing() {
        var officer = setUp(Role.CONSULAR, key());
        var other = setUp(Role.CASE_WORKER, key());
        var right = officer.key();
        var answers = new ArrayList<HttpResponse<String>>();
        var bent = new LinkedHashMap<String, UnaryOperator<SecurityKey>>();
        bent.put("another origin", key -> key.origin("https://evil.example"));
        bent.put("another port of the same machine", key -> key.origin("http://localhost:9"));
        bent.put("another scheme", key -> key.origin(origin().replace("http:", "https:")));
        bent.put("another name of the console", key -> key.rpId("evil.example"));
        bent.put("a person whom nobody verified", SecurityKey::unverified);
        bent.put("an answer for making one", key -> key.type("webauthn.create"));
        bent.put("a page inside another", SecurityKey::crossOrigin);
        bent.put("another officer's handle", key -> key.handle(other.key().handle()));
        bent.put("no handle", key -> key.handle(""));
        bent.put("another key under the same id", _ -> key().forging(right));
        bent.put(
                "a passkey that this node never saw",
                _ -> key().rpId("localhost").handle(right.handle()));
        bent.forEach((what, bend) -> {
            var answer = enter(visitor(), bend.apply(right.copy()));
            assertThat(answer.statusCode()).as(what).isEqualTo(422);
            answers.add(answer);
            nobodyWaits();
        });

        // An answer that was used, given to another browser, to another question, too late, or is none.
        var visitor = visitor();
        var used = right.copy().get(options(visitor));
        assertThat(send(visitor, used).statusCode()).isEqualTo(303);
        answers.add(send(visitor(), used));
        var seen = visitor();
        answers.add(send(visitor(), right.copy().get(options(seen))));
        var early = visitor();
        var late = right.copy().get(options(early));
        console.clock().forward(Duration.ofMinutes(5));
        answers.add(send(early, late));
        console.clock().forward(Duration.ofMinutes(7));
        var proving = act(officer.browser(), Map.of("words", "x"));
        answers.add(send(visitor(), right.copy().get(shown(proving))));
        for (var nothing : List.of(
                "", "{}", "[]", "x", "{\"id\":\"a\",\"response\":{\"clientDataJSON\":\"%\"}}", "{".repeat(9000))) {
            nobodyWaits();
            answers.add(send(visitor(), nothing));
        }
        nobodyWaits();
        sql("update officer set standing = 'LOCKED' where username = 'consular'");
        answers.add(enter(visitor(), right.copy()));
        sql("update officer set standing = 'ACTIVE' where username = 'consular'");

        assertThat(answers).hasSize(22).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(said(answer)).isEqualTo(said(answers.getFirst()));
            assertThat(answer.headers().allValues("Set-Cookie").toString()).doesNotContain(SESSION);
        });
        nobodyWaits();
        assertThat(enter(visitor(), right).statusCode()).isEqualTo(303);
    }

    @Test
    void aCounterThatGoesBackStopsThePasskeyAndEndsAllSessionsOfTheOfficer() {
        var set = setUp(Role.INVESTIGATOR, key().counter(7));
        var copy = set.key().copy();
        var inside = visitor();
        assertThat(enter(inside, set.key()).statusCode()).isEqualTo(303);
        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(303);

        var refused = enter(visitor(), copy);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(inside.get("/me").statusCode()).isEqualTo(303);
        assertThat(set.browser().get("/me").statusCode()).isEqualTo(303);
        assertThat(audit()).contains("STOP_PASSKEY");
        // Nobody can say which of the two is the officer's: neither opens.
        assertThat(said(enter(visitor(), set.key()))).isEqualTo(said(refused));
        var supervisor = visitor().signIn(Role.SUPERVISOR);
        var pseudonym = one("select pseudonym from officer where username = 'investigator'");
        assertThat(supervisor.get("/officers/" + pseudonym).body()).contains("1 of them was stopped");
        // What was stopped does not make the password enough.
        assertThat(visitor().signIn("investigator", Team.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(withCode("investigator", set.recovery().getFirst()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void onlyAPasskeyThatKeepsEveryRuleIsAdded() {
        var browser = visitor().signIn(Role.ANALYST);
        var bent = new LinkedHashMap<String, SecurityKey>();
        bent.put("a person whom nobody verified", key().unverified());
        bent.put("another origin", key().origin("https://evil.example"));
        bent.put("another name of the console", key().rpId("evil.example"));
        bent.put("an answer for signing in", key().type("webauthn.get"));
        bent.put("a page inside another", key().crossOrigin());
        bent.put("an algorithm that nobody asked for", SecurityKey.at(origin(), Algorithm.ES384, 0));
        bent.put("a short key", SecurityKey.at(origin(), Algorithm.RS256, 1024));
        bent.forEach((what, key) -> {
            var answer = add(browser, "Bent", key.create(begin(browser)));
            assertThat(answer.statusCode()).as(what).isEqualTo(422);
            assertThat(answer.body()).as(what).contains("No passkey was added");
        });
        var options = begin(browser);
        console.clock().forward(Duration.ofMinutes(5));
        assertThat(add(browser, "Late", key().create(options)).statusCode()).isEqualTo(422);
        assertThat(add(browser, "Door", key().create(options(visitor()))).statusCode())
                .isEqualTo(422);
        var again = begin(browser);
        assertThat(add(browser, " ", key().create(again)).body()).contains("Give the passkey a name");
        assertThat(browser.get("/me/passkeys").body()).contains("You have no passkey yet");
        // The name that was missing has used nothing up.
        var key = key();
        assertThat(add(browser, "Key & <one>", key.create(again)).statusCode()).isEqualTo(200);
        assertThat(add(browser, "Again", key().create(again)).statusCode()).isEqualTo(422);
        assertThat(add(browser, "The same", key.create(begin(browser))).statusCode())
                .isEqualTo(422);
        assertThat(begin(browser)).contains(key.id());

        for (var algorithm : List.of(Algorithm.EDDSA, Algorithm.RS256)) {
            var more = SecurityKey.at(origin(), algorithm, 2048);
            assertThat(add(browser, algorithm.name(), more.create(begin(browser)))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(enter(visitor(), more).statusCode()).isEqualTo(303);
        }
        sql(
                "insert into passkey (id, officer_id, credential, host, public_key, counter, synced, transports, name, added_at)"
                        + " select random_uuid(), officer_id, 'more-' || x, host, public_key, 0, false, '', 'more', added_at"
                        + " from passkey, system_range(1, 7) where name = 'EDDSA'");
        assertThat(browser.get("/me/passkeys").body()).contains("You have 10 passkeys", "Key &amp; &lt;one&gt;");
        assertThat(browser.submit("/me", "/me/passkeys/begin").body()).doesNotContain("data-options");
    }

    @Test
    void aPasskeyProvesAnewWhoOneIsAndNothingThatWasTypedIsLost() {
        var set = setUp(Role.SUPERVISOR, key());
        var other = setUp(Role.OPERATOR, key());
        console.clock().forward(Duration.ofMinutes(11));
        var before = set.browser().cookie(SESSION).orElseThrow();

        var asked = act(set.browser(), Map.of("words", "ñandú & <tapir>"));
        assertThat(asked.body())
                .contains("value=\"ñandú &amp; &lt;tapir>\"", set.key().id());
        for (var wrong : List.<Function<String, String>>of(
                other.key()::get,
                set.key().copy().unverified()::get,
                set.key().copy().origin("https://evil.example")::get,
                _ -> "{}")) {
            var answer = prove(set.browser(), "ñandú", wrong.apply(shown(act(set.browser(), Map.of("words", "x")))));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("value=\"ñandú\"").doesNotContain("authenticatorData");
        }
        nobodyWaits();

        // The first page still holds its question.
        var done = prove(set.browser(), "ñandú", set.key().get(shown(asked)));

        assertThat(done.body()).isEqualTo("ñandú");
        assertThat(audit()).contains("PROVE", "USE_PASSKEY");
        assertThat(set.browser().cookie(SESSION)).get().isNotEqualTo(before);
        assertThat(visitor().cookie(SESSION, before).get("/me").statusCode()).isEqualTo(303);
        console.clock().forward(Duration.ofMinutes(11));
        assertThat(set.browser().submit("/me", "/me/passkeys/begin").body()).contains("Confirm that it is you");
        assertThat(set.browser().submit("/me", remove(set.browser())).body()).contains("Confirm that it is you");
    }

    @Test
    void answersAreTriedNoFasterThanPasswords() {
        var set = setUp(Role.DUTY, key());
        var forged = key().forging(set.key());
        for (var i = 0; i < 5; i++) {
            assertThat(enter(visitor(), forged).statusCode()).isEqualTo(422);
        }

        var waits = enter(visitor(), set.key());
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
        // Another officer behind the same proxy is not held up.
        assertThat(visitor().signIn("consular", Team.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void lockingAnOfficerAndTakingTheSecondFactorOffShutThePasskeysOut() {
        var set = setUp(Role.CASE_WORKER, key());
        var operator = visitor().signIn(Role.OPERATOR);
        var officer = one("select pseudonym from officer where username = 'case_worker'");
        var page = "/officers/" + officer;
        assertThat(operator.get(page).body()).contains("<dd id=\"passkeys\">1</dd>");

        assertThat(operator.submit(page, page + "/lock").statusCode()).isEqualTo(303);
        assertThat(set.browser().get("/me").statusCode()).isEqualTo(303);
        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(422);
        assertThat(operator.submit(page, page + "/unlock").statusCode()).isEqualTo(303);
        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(303);

        assertThat(operator.submit(page, page + "/second-factor-reset").statusCode())
                .isEqualTo(303);
        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(303);
        var change = one("select cast(id as varchar(36)) from officer_change where decided_by is null");
        var inside = visitor();
        enter(inside, set.key());
        visitor().signIn(Role.SUPERVISOR).submit("/officers", "/officers/changes/" + change + "/agree");
        assertThat(inside.get("/me").statusCode()).isEqualTo(303);
        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(422);
        assertThat(visitor().signIn("case_worker", Team.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whereASecondFactorIsDemandedAPasskeyIsOneAndTheLastIsNotRemoved() {
        try (var strict = ConsoleUnderTest.start("enlace.second-factor=required")) {
            var browser = strict.browser().named("localhost").signIn(Role.AUDITOR);
            assertThat(browser.get("/probe/audit").headers().firstValue("Location"))
                    .contains("/me/second-factor");
            var at = "http://localhost:" + strict.port();
            assertThat(add(browser, "One", SecurityKey.at(at).create(begin(browser)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(200);

            var last = browser.submit("/me", remove(browser));
            assertThat(last.statusCode()).isEqualTo(422);
            assertThat(last.body()).contains("Nothing else would let you in");
            strict.clock().forward(Duration.ofMinutes(1));
            var second = SecurityKey.at(at);
            add(browser, "Two", second.create(begin(browser)));
            var elsewhere = new Browser(strict.port()).named("localhost");
            assertThat(enter(elsewhere, second).statusCode()).isEqualTo(303);
            assertThat(browser.submit("/me", remove(browser)).statusCode()).isEqualTo(303);
            assertThat(elsewhere.get("/me").statusCode()).isEqualTo(303);
            assertThat(browser.get("/me/passkeys").body()).contains("Two").doesNotContain("One<");
            assertThat(browser.submit("/me", remove(browser)).statusCode()).isEqualTo(422);
            var name = remove(browser).replace("/remove", "/name");
            assertThat(browser.submit("/me", name, "name", " Key in the safe ").statusCode())
                    .isEqualTo(303);
            assertThat(browser.submit("/me", name, "name", " ").statusCode()).isEqualTo(422);
            assertThat(browser.get("/me/passkeys").body()).contains("<bdi>Key in the safe</bdi>");
            // Somebody else's, or none.
            assertThat(browser.submit("/me", "/me/passkeys/0198c2f0-0000-7000-8000-000000000000/name", "name", "Mine")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.submit("/me", "/me/passkeys/0198c2f0-0000-7000-8000-000000000000/remove")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void byANumberTheConsoleOffersNoneAndOneOfAnotherNameOpensNothing() {
        var number = console.browser().signIn(Role.DUTY);
        assertThat(number.get("/me/passkeys").body()).contains("opened by its name");
        assertThat(number.submit("/me", "/me/passkeys/begin").body()).contains("opened by its name");
        assertThat(console.browser()
                        .submit("/sign-in", "/sign-in/passkey", "answer", "{}")
                        .statusCode())
                .isEqualTo(422);
        var set = setUp(Role.DUTY, key());
        sql("update passkey set host = 'old.example'");

        assertThat(enter(visitor(), set.key()).statusCode()).isEqualTo(422);
        assertThat(set.browser().get("/me/passkeys").body())
                .contains("Works only where the console is opened as old.example");
    }

    @Test
    void inARealBrowserAnOfficerAddsOneSignsInWithItProvesWithItAndRemovesIt() {
        try (var chromium = Chromium.launch()) {
            var page = chromium.withPasskeys(console.port(), "en");
            page.getByText("Sign in with a passkey").waitFor();
            Chromium.shoot(page, "passkeys-sign-in");
            page.fill("#username", "analyst");
            page.fill("#password", Team.PASSWORD);
            page.press("#password", "Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate("/me/passkeys");
            Chromium.shoot(page, "passkeys-none");
            page.getByText("Add a passkey").click();
            page.fill("#name", "Office computer");
            Chromium.shoot(page, "passkeys-add");
            page.locator("[data-passkey] button").click();
            page.getByText("I have written them down").waitFor();
            Chromium.shoot(page, "passkeys-recovery");
            page.navigate("/me/second-factor");
            Chromium.shoot(page, "passkeys-second-factor");
            page.navigate("/me/passkeys");
            page.locator(".cp-rename summary").click();
            page.locator(".cp-rename input[name=name]").waitFor();
            Chromium.shoot(page, "passkeys-one");
            // The device knows it already, and the page says so.
            page.getByText("Add a passkey").click();
            page.fill("#name", "Once more");
            page.locator("[data-passkey] button").click();
            page.getByText("holds a passkey of yours already").waitFor();
            page.navigate("/me");
            Chromium.shoot(page, "passkeys-profile");
            page.locator("#main form[action='/sign-out'] button").click();

            page.context()
                    .addCookies(List.of(new Cookie("language", "es").setUrl("http://localhost:" + console.port())));
            page.navigate("/sign-in");
            Chromium.shoot(page, "passkeys-sign-in-es");
            page.getByText("Entrar con una llave de acceso").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            console.clock().forward(Duration.ofMinutes(11));
            page.navigate("/me/passkeys");
            page.locator("form[action$='/remove'] button").click();
            page.getByText("Confirmar con una llave de acceso").waitFor();
            Chromium.shoot(page, "passkeys-proof-es");
            page.getByText("Confirmar con una llave de acceso").click();
            page.getByText("Aún no tiene llaves de acceso").waitFor();
            // What the device still holds opens nothing any more.
            page.navigate("/me");
            page.locator("#main form[action='/sign-out'] button").click();
            page.getByText("Entrar con una llave de acceso").click();
            page.getByText("No se pudo iniciar sesión con la llave de acceso").waitFor();
            Chromium.shoot(page, "passkeys-refused-es");
            chromium.refused(page);
            assertThat(chromium.errors()).isEmpty();
        }
    }

    private static String origin() {
        return "http://localhost:" + console.port();
    }

    private static SecurityKey key() {
        return SecurityKey.at(origin());
    }

    private static Browser visitor() {
        return console.browser().named("localhost");
    }

    private static Set setUp(Role role, SecurityKey key) {
        var browser = visitor().signIn(role);
        var added = add(browser, "Office key", key.create(begin(browser)));
        assertThat(added.statusCode()).isEqualTo(200);
        var codes = RECOVERY.matcher(added.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Set(browser, key, codes);
    }

    private static HttpResponse<String> act(Browser browser, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_token", Browser.token(browser.get("/me").body()));
        return browser.post("/probe/act", form);
    }

    private static HttpResponse<String> prove(Browser browser, String words, String answer) {
        return act(browser, Map.of("words", words, "_proof", "", "_passkey", answer));
    }

    private static HttpResponse<String> withCode(String username, String code) {
        return visitor().submit("/sign-in", "/sign-in", "username", username, "password", Team.PASSWORD, "code", code);
    }

    private static String remove(Browser browser) {
        var found = REMOVE.matcher(browser.get("/me/passkeys").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void nobodyWaits() {
        sql("delete from sign_in_tries");
    }

    private static void sql(String sql) {
        console.bean(JdbcClient.class).sql(sql).update();
    }

    private static String one(String sql) {
        return console.bean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private static String audit() {
        return console.bean(AuditLog.class).list(Long.MAX_VALUE, 20).toString();
    }

    private static String said(HttpResponse<String> page) {
        return page.body().replaceAll("(nonce|value|data-now)=\"[^\"]*\"|>\\d\\d:\\d\\d<", "");
    }
}
