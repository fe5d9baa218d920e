package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.enlace.browser.Chromium;
import org.enlace.directory.PrivateFiles;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.enlace.scratch.Scratch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/// Signing in with an account of the ministry, at a real provider: what opens, and everything that does not.
class MinistrySignInTest {
    /// The provider goes by it, and the console by one that is put beside it.
    private static final SettableClock clock = new SettableClock();

    private static final MinistryProvider provider = new MinistryProvider(clock);
    private static final String SESSION = "__Host-session";
    private static final String ERRAND = "__Host-ministry";
    private static final Pattern SENT = Pattern.compile("0;url=(.*)");
    private static final String TOKENS = "/oauth2/token";
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static ConsoleUnderTest.Running console;

    @BeforeAll
    static void start() {
        console = ConsoleUnderTest.start(
                provider.settings("enlace.second-factor=required", "enlace.sign-in.ministry.secret-file=" + secret()));
    }

    @AfterAll
    static void close() {
        console.close();
        provider.close();
    }

    @AfterEach
    void asItWas() {
        provider.isHonestAgain();
        for (var table :
                List.of("sign_in_tries", "ministry_link", "ministry_errand", "officer_recovery", "officer_factor")) {
            sql("delete from " + table);
        }
        sql("update officer set standing = 'ACTIVE'");
        // What was kept of the provider is asked for anew.
        forward(Duration.ofMinutes(61));
    }

    @Test
    void anOfficerWhoHasLinkedTheAccountComesInOverTheProvidersOwnPage() {
        link(Role.SUPERVISOR, "lucia-two");
        var browser = console.browser();
        assertThat(browser.get("/sign-in").body()).contains("Sign in with Ministerio Público");

        var away = browser.submit("/sign-in", "/sign-in/ministry", "back", "/officers");
        assertThat(sent(away))
                .startsWith(provider.issuer() + "/oauth2/authorize?response_type=code&client_id=enlace-pa&")
                .contains("&code_challenge_method=S256&", "&state=", "&nonce=")
                .doesNotContain("prompt", browser.cookie(ERRAND).orElseThrow());
        assertThat(away.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(ERRAND + "=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600")
                        .doesNotContain("Domain"));

        var back = visit().signIn(sent(away), "lucia-two");
        var entered = comesBack(browser, back);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(sent(entered)).isEqualTo("/officers");
        assertThat(browser.cookie(ERRAND)).isEmpty();
        // The second factor was the provider's: nothing is left to set up, and the rights are those of here.
        assertThat(browser.get("/officers").statusCode()).isEqualTo(200);
        assertThat(browser.get("/probe/audit").statusCode()).isEqualTo(403);
        assertThat(audit()).contains("SIGN_IN_MINISTRY", "LINK_MINISTRY").doesNotContain("lucia");
        assertThat(rows("ministry_link") + rows("ministry_errand")).doesNotContain("lucia");

        // The same answer once more opens nothing, in this browser or another.
        assertThat(comesBack(browser, back).statusCode()).isEqualTo(422);
        assertThat(comesBack(console.browser().cookie(ERRAND, "x".repeat(43)), back)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoHasNoLinkedAccountAndWhoIsLockedReadTheSameAsAWrongPassword() {
        link(Role.DUTY, "ana-two");
        var wrong = console.browser().signIn("duty", "not the password at all");

        var unknown = enters("nobody-two");
        sql("update officer set standing = 'LOCKED' where username = 'duty'");
        var locked = enters("ana-two");

        for (var answer : List.of(unknown, locked)) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(said(answer).replace("value=\"duty\"", ""))
                    .isEqualTo(said(wrong).replace("value=\"duty\"", ""));
        }
        assertThat(sessions()).isZero();
        assertThat(audit()).contains("ministry", "REFUSED");
    }

    private static Map<String, Consumer<JwtClaimsSet.Builder>> lies() {
        var lies = new LinkedHashMap<String, Consumer<JwtClaimsSet.Builder>>();
        lies.put("another nonce", claims -> claims.claim("nonce", "0".repeat(64)));
        lies.put("no nonce", claims -> claims.claims(all -> all.remove("nonce")));
        lies.put("for another client", claims -> claims.audience(List.of("another")));
        lies.put(
                "for several, given to another",
                claims -> claims.audience(List.of("enlace-pa", "another")).claim("azp", "another"));
        lies.put(
                "for several, given to nobody",
                claims -> claims.audience(List.of("enlace-pa", "another")).claims(all -> all.remove("azp")));
        lies.put("of another issuer", claims -> claims.issuer("https://evil.example"));
        lies.put(
                "over",
                claims -> claims.issuedAt(clock.instant().minusSeconds(300))
                        .expiresAt(clock.instant().minusSeconds(61)));
        lies.put("without an end", claims -> claims.claims(all -> all.remove("exp")));
        lies.put("of tomorrow", claims -> claims.issuedAt(clock.instant().plusSeconds(120)));
        lies.put("of this morning", claims -> claims.issuedAt(clock.instant().minus(Duration.ofHours(3))));
        lies.put("about nobody", claims -> claims.claim("sub", " "));
        return lies;
    }

    @Test
    void whatTheProviderSignsAndIsNotMeantForThisErrandOpensNothing() {
        link(Role.DUTY, "ana-two");
        lies().forEach((name, lie) -> {
            provider.lies(lie);
            assertThat(enters("ana-two").statusCode()).as(name).isEqualTo(422);
        });

        assertThat(sessions()).isZero();
    }

    @Test
    void whatTheProviderHasNotSignedWithAKeyOfItsOwnOpensNothing() {
        link(Role.DUTY, "ana-two");
        var other = MinistryProvider.key();
        var sameName = new RSAKey.Builder(other)
                .keyID(provider.signingKey().getKeyID())
                .build();
        var forged = new LinkedHashMap<String, UnaryOperator<String>>();
        forged.put("not signed", token -> new PlainJWT(claims(token)).serialize());
        forged.put("no token", _ -> "x");
        forged.put("a key that it does not list", token -> signed(token, other, JWSAlgorithm.RS256));
        forged.put("another key under its name", token -> signed(token, sameName, JWSAlgorithm.RS256));
        forged.put("an algorithm that is not taken", token -> signed(token, provider.signingKey(), JWSAlgorithm.RS512));
        forged.put("its public key as a password", MinistrySignInTest::withPublicKeyAsPassword);
        forged.put("changed", token -> {
            var parts = token.split("\\.", -1);
            return parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA";
        });

        forged.forEach((name, forge) -> {
            provider.wire(TOKENS, said -> replaced(said, forge));
            assertThat(enters("ana-two").statusCode()).as(name).isEqualTo(422);
            sql("delete from sign_in_tries");
        });

        assertThat(sessions()).isZero();
        provider.isHonestAgain();
        assertThat(enters("ana-two").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatTheProviderTakesAnewIsLearnedAndAsksForKeysAreFew() {
        link(Role.DUTY, "ana-two");
        forward(Duration.ofMinutes(2));
        provider.takesANewKey();
        var before = provider.asked("/oauth2/jwks");
        assertThat(enters("ana-two").statusCode()).isEqualTo(200);
        assertThat(provider.asked("/oauth2/jwks")).isEqualTo(before + 1);

        var other = MinistryProvider.key();
        provider.wire(TOKENS, said -> replaced(said, token -> signed(token, other, JWSAlgorithm.RS256)));
        for (var i = 0; i < 3; i++) {
            assertThat(enters("ana-two").statusCode()).isEqualTo(422);
        }
        assertThat(provider.asked("/oauth2/jwks")).isEqualTo(before + 1);
    }

    @Test
    void onlyTheBrowserThatSetOutComesBackWithWhatItWasGiven() {
        link(Role.DUTY, "ana-two");
        var thief = console.browser();
        var thiefs = visit().signIn(sent(thief.submit("/sign-in", "/sign-in/ministry")), "ana-two");

        // Signing somebody in as somebody else: the answer of another browser, with none and with one's own errand.
        assertThat(comesBack(console.browser(), thiefs).statusCode()).isEqualTo(422);
        var victim = console.browser();
        var own = sent(victim.submit("/sign-in", "/sign-in/ministry"));
        assertThat(comesBack(victim, thiefs).statusCode()).isEqualTo(422);
        // Its own state and the code of another errand: the verifier does not fit.
        var swapped = URI.create(MinistryProvider.BACK + "?code=" + parameter(thiefs, "code") + "&state="
                + own.replaceAll(".*[&?]state=([^&]*).*", "$1"));
        assertThat(comesBack(victim, swapped).statusCode()).isEqualTo(422);
        assertThat(victim.cookie(SESSION)).isEmpty();

        // Another provider's answer, and one that says no.
        for (var more : List.of("&iss=https%3A%2F%2Fevil.example", "&error=access_denied")) {
            var browser = console.browser();
            var back = visit().signIn(sent(browser.submit("/sign-in", "/sign-in/ministry")), "ana-two");
            assertThat(comesBack(browser, URI.create(back + more)).statusCode()).isEqualTo(422);
            assertThat(comesBack(browser, back).statusCode()).isEqualTo(422);
        }
        var slow = console.browser();
        var late = visit().signIn(sent(slow.submit("/sign-in", "/sign-in/ministry")), "ana-two");
        forward(Duration.ofMinutes(10));
        assertThat(comesBack(slow, late).statusCode()).isEqualTo(422);
        assertThat(sessions()).isZero();
    }

    @Test
    void whoComesBackInVainAgainAndAgainHasToWait() {
        var browser = console.browser();
        var answers = new ArrayList<Integer>();
        for (var i = 0; i < 55; i++) {
            answers.add(
                    browser.get("/sign-in/ministry/callback?code=x&state=" + i).statusCode());
        }

        assertThat(answers).startsWith(422).endsWith(429);
        assertThat(answers.stream().filter(status -> status == 422).count()).isEqualTo(50);
    }

    @Test
    void withoutTheProvidersWordOnASecondFactorOursIsAskedFor() {
        link(Role.DUTY, "ana");
        // None here either: no further than to setting one up.
        var bare = console.browser();
        assertThat(sent(enters(bare, "ana"))).isEqualTo("/");
        assertThat(bare.get("/probe/stream").headers().firstValue("Location")).contains("/me/second-factor");

        var phone = setUpFactor(bare);
        var browser = console.browser();
        var asked = enters(browser, "ana");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("One more step");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        var wrong = code(browser, asked, "000000");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(code(console.browser(), console.browser().get("/sign-in"), phone.code(1))
                        .statusCode())
                .isEqualTo(403);

        var done = code(browser, wrong, phone.code(1));

        assertThat(sent(done)).isEqualTo("/");
        assertThat(browser.get("/probe/stream").statusCode()).isEqualTo(200);
        assertThat(code(browser, browser.get("/me"), phone.code(1)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void proofAnewIsGivenAtTheProviderAndTheFormIsNotLost() {
        link(Role.SUPERVISOR, "lucia-two");
        link(Role.DUTY, "ana-two");
        var browser = console.browser();
        enters(browser, "lucia-two");
        assertThat(act(browser, "now").body()).isEqualTo("ñandú & <tapir>+now");
        forward(Duration.ofMinutes(11));

        var asked = act(browser, "later");
        assertThat(asked.body())
                .contains("Confirm with Ministerio Público", "formaction=\"/me/ministry/prove\"")
                .doesNotContain("type=\"password\"");
        // A password alone proves nothing where two factors are demanded.
        assertThat(act(browser, "later", "_proof", Team.PASSWORD).statusCode()).isEqualTo(422);

        for (var somebody : List.of("ana-two", "lucia")) {
            var other = prove(browser, "later");
            assertThat(sent(comesBack(browser, visit().signIn(sent(other), somebody))))
                    .isEqualTo("/me/ministry/proof");
            assertThat(browser.get("/me/ministry/proof").body())
                    .contains("has not confirmed that it is you", "value=\"ñandú &amp; &lt;tapir>+later\"");
            assertThat(act(browser, "later").body()).contains("Confirm that it is you");
        }
        // A sign-in of some time ago is not a proof of now.
        provider.lies(claims -> claims.claim("auth_time", clock.instant().getEpochSecond() - 300));
        comesBack(browser, visit().signIn(sent(prove(browser, "later")), "lucia-two"));
        assertThat(act(browser, "later").body()).contains("Confirm that it is you");
        provider.isHonestAgain();

        var away = prove(browser, "later");
        assertThat(sent(away)).contains("&prompt=login", "&max_age=0");
        assertThat(rows("ministry_errand")).doesNotContain("tapir");
        var before = browser.cookie(SESSION).orElseThrow();
        var proven = comesBack(browser, visit().signIn(sent(away), "lucia-two"));
        assertThat(sent(proven)).isEqualTo("/me/ministry/proof");
        assertThat(browser.cookie(SESSION)).get().isNotEqualTo(before);
        var waiting = browser.get("/me/ministry/proof").body();
        assertThat(waiting).contains("Confirmed.", "action=\"/probe/act\"", "value=\"ñandú &amp; &lt;tapir>+later\"");
        assertThat(act(browser, "later").body()).isEqualTo("ñandú & <tapir>+later");
        // Where a form goes is a page of ours.
        var elsewhere = new LinkedHashMap<>(Map.of("_address", "https://evil.example", "words", "x"));
        forward(Duration.ofMinutes(11));
        elsewhere.put("_token", Browser.token(browser.get("/me").body()));
        comesBack(browser, visit().signIn(sent(browser.post("/me/ministry/prove", elsewhere)), "lucia-two"));
        assertThat(browser.get("/me/ministry/proof").body())
                .contains("action=\"/me\"")
                .doesNotContain("evil");
    }

    @Test
    void anAccountIsLinkedWithFreshProofByOneOfficerAloneAndTakenOffByThemOrAnOperator() {
        var browser = console.browser();
        browser.signIn("duty", Team.PASSWORD);
        forward(Duration.ofMinutes(11));
        assertThat(browser.submit("/me", "/me/ministry/link").body()).contains("Confirm that it is you");
        link(Role.DUTY, "ana-two");

        var other = console.browser();
        other.signIn("analyst", Team.PASSWORD);
        var taken = comesBack(other, visit().signIn(sent(other.submit("/me", "/me/ministry/link")), "ana-two"));
        assertThat(sent(taken)).isEqualTo("/me/ministry?said=not-linked");
        assertThat(other.get("/me/ministry?said=not-linked").body())
                .contains("belongs to another officer", "Link the account at Ministerio Público");

        // Whose session has ended meanwhile links nothing.
        var away = sent(other.submit("/me", "/me/ministry/link"));
        other.submit("/me", "/sign-out");
        assertThat(sent(comesBack(other, visit().signIn(away, "eva-two")))).isEqualTo("/me/ministry?said=not-linked");

        var here = console.browser();
        enters(here, "ana-two");
        assertThat(here.get("/me/ministry").body()).contains("Linked since");
        here.submit("/me/ministry", "/me/ministry/off");
        assertThat(enters("ana-two").statusCode()).isEqualTo(422);

        link(Role.OPERATOR, "op-two");
        link(Role.DUTY, "ana-two");
        enters(here, "ana-two");
        var operator = console.browser();
        enters(operator, "op-two");
        var page = "/officers/" + pseudonym("duty");
        assertThat(operator.get(page).body()).contains("Account of the ministry");
        assertThat(operator.submit(page, page + "/ministry-off").statusCode()).isEqualTo(303);
        assertThat(here.get("/me").statusCode()).isEqualTo(303);
        assertThat(enters("ana-two").statusCode()).isEqualTo(422);
        assertThat(operator.submit(page, page + "/ministry-off").statusCode()).isEqualTo(422);
        assertThat(audit()).contains("UNLINK_MINISTRY");
    }

    @Test
    void whereTheProviderIsNotWhatItShouldBeThePageSaysSoAndThePasswordStillOpens() {
        link(Role.DUTY, "ana-two");
        Map<String, Runnable> failures = Map.of(
                "an error", () -> provider.refuses(DESCRIPTION, 500),
                "led elsewhere", () -> provider.refuses(DESCRIPTION, 302),
                "too long", () -> provider.wire(DESCRIPTION, said -> said + " ".repeat(300_000)),
                "unreadable", () -> provider.wire(DESCRIPTION, _ -> "<html>"),
                "another's",
                        () -> provider.wire(
                                DESCRIPTION, said -> said.replace(provider.issuer(), "https://evil.example")),
                "addresses elsewhere",
                        () -> provider.wire(
                                DESCRIPTION,
                                said -> said.replaceAll(
                                        "\"token_endpoint\":\"[^\"]*\"",
                                        "\"token_endpoint\":\"https://127.0.0.1:1/t\"")),
                "an address without TLS",
                        () -> provider.wire(
                                DESCRIPTION, said -> said.replaceAll("\"jwks_uri\":\"https:", "\"jwks_uri\":\"http:")));
        failures.forEach((name, failure) -> {
            forward(Duration.ofMinutes(61));
            failure.run();
            var refused = console.browser().submit("/sign-in", "/sign-in/ministry");
            assertThat(refused.statusCode()).as(name).isEqualTo(503);
            assertThat(refused.body()).as(name).contains("cannot be reached. Use another way");
            provider.isHonestAgain();
        });
        var browser = console.browser();
        assertThat(browser.signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(303);

        // On the way back as well; and keys or tokens without end are not read to theirs.
        forward(Duration.ofSeconds(6));
        for (var path : List.of(TOKENS, "/oauth2/jwks")) {
            forward(Duration.ofMinutes(61));
            var away = console.browser();
            var back = visit().signIn(sent(away.submit("/sign-in", "/sign-in/ministry")), "ana-two");
            provider.wire(path, said -> said + " ".repeat(300_000));
            assertThat(comesBack(away, back).statusCode()).isEqualTo(503);
            provider.isHonestAgain();
        }
    }

    @Test
    void inARealBrowserTheWayThereAndBackKeepsWhatIsStrict() {
        link(Role.SUPERVISOR, "lucia-two");
        try (var chromium = Chromium.launch()) {
            var page = chromium.stranger(console.port());
            // What stands in for the name under which browsers know the console.
            page.route(
                    MinistryProvider.CONSOLE + "**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(302)
                            .setHeaders(Map.of(
                                    "Location",
                                    route.request()
                                            .url()
                                            .replace(
                                                    MinistryProvider.CONSOLE,
                                                    "http://127.0.0.1:" + console.port() + "/")))));
            page.navigate("/sign-in?back=/me/ministry");
            Chromium.shoot(page, "ministry-sign-in");
            page.getByText("Sign in with Ministerio Público").click();
            page.fill("#username", "lucia-two");
            page.fill("#password", MinistryProvider.PASSWORD);
            page.press("#password", "Enter");

            page.waitForURL("**/me/ministry");
            PlaywrightAssertions.assertThat(page.getByText("Linked since")).isVisible();
            Chromium.shoot(page, "ministry-home");
            page.navigate("/me");
            Chromium.shoot(page, "ministry-me");
            forward(Duration.ofMinutes(11));
            page.navigate("/me/ministry");
            page.getByText("Take the account off").click();
            Chromium.accessible(page);
            Chromium.shoot(page, "ministry-asked");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("localhost"));
            page.getByText("Confirm with Ministerio Público").click();
            page.fill("#username", "lucia-two");
            page.fill("#password", MinistryProvider.PASSWORD);
            page.press("#password", "Enter");
            page.waitForURL("**/me/ministry/proof");
            Chromium.accessible(page);
            Chromium.shoot(page, "ministry-proof");
            page.getByText("Go on").last().click();
            PlaywrightAssertions.assertThat(page.getByText("The account is taken off."))
                    .isVisible();
            assertThat(chromium.errors()).isEmpty();
        }
    }

    @Test
    void aNodeProvesItselfByASignatureWhereNoSecretIsShared() throws IOException, JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var file = Scratch.file("ministry", ".pem");
        Files.delete(file);
        PrivateFiles.write(file, pem(key).getBytes(StandardCharsets.UTF_8));
        var named = new ECKey.Builder(key).keyIDFromThumbprint().build().toPublicJWK();
        var keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            var body = new JWKSet(named).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        var now = new SettableClock();
        // It looks at the machine's own clock when it reads such a proof.
        now.forward(Duration.between(now.instant(), Clock.systemUTC().instant()));
        try (var other = new MinistryProvider(
                        now, "http://127.0.0.1:" + keys.getAddress().getPort());
                var signing = ConsoleUnderTest.start(other.settings(
                        "enlace.sign-in.ministry.client-id=" + MinistryProvider.SIGNING_CLIENT,
                        "enlace.sign-in.ministry.key-file=" + file))) {
            signing.clock().forward(Duration.between(signing.clock().instant(), now.instant()));
            var browser = signing.browser().signIn(Role.DUTY);
            var back = new ProviderVisit(other.authority())
                    .signIn(sent(browser.submit("/me/ministry", "/me/ministry/link")), "ana");

            assertThat(sent(comesBack(browser, back))).isEqualTo("/me/ministry?said=linked");
        } finally {
            keys.stop(0);
        }
    }

    private static String pem(ECKey key) throws JOSEException {
        return block("PRIVATE KEY", key.toKeyPair().getPrivate().getEncoded())
                + block("PUBLIC KEY", key.toKeyPair().getPublic().getEncoded());
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static void link(Role role, String account) {
        var browser = console.browser();
        browser.signIn(Team.name(role), Team.PASSWORD);
        var back = visit().signIn(sent(browser.submit("/me/ministry", "/me/ministry/link")), account);
        assertThat(sent(comesBack(browser, back))).isEqualTo("/me/ministry?said=linked");
        sql("delete from signed_in");
    }

    private static HttpResponse<String> enters(String account) {
        return enters(console.browser(), account);
    }

    private static HttpResponse<String> enters(Browser browser, String account) {
        return comesBack(browser, visit().signIn(sent(browser.submit("/sign-in", "/sign-in/ministry")), account));
    }

    private static ProviderVisit visit() {
        return new ProviderVisit(provider.authority());
    }

    /// As a browser does, which sends no cookie that is strict after a redirection from another site.
    private static HttpResponse<String> comesBack(Browser browser, URI back) {
        assertThat(back.toString()).startsWith(MinistryProvider.BACK);
        var session = browser.cookie(SESSION);
        browser.forget(SESSION);
        var answer = browser.get(back.getRawPath() + "?" + back.getRawQuery());
        if (browser.cookie(SESSION).isEmpty()) {
            session.ifPresent(kept -> browser.cookie(SESSION, kept));
        }
        return answer;
    }

    private static String sent(HttpResponse<String> answer) {
        var refresh = answer.headers().firstValue("Refresh");
        assertThat(refresh).as(answer.statusCode() + " " + answer.body()).isPresent();
        var found = SENT.matcher(refresh.get());
        assertThat(found.matches()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> code(Browser browser, HttpResponse<String> page, String code) {
        return browser.post("/sign-in/ministry/code", Map.of("_token", Browser.token(page.body()), "code", code));
    }

    private static HttpResponse<String> prove(Browser browser, String more) {
        var form = form(browser, more);
        form.put("_address", "/probe/act");
        return browser.post("/me/ministry/prove", form);
    }

    private static HttpResponse<String> act(Browser browser, String more, String... fields) {
        var form = form(browser, more);
        for (var i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return browser.post("/probe/act", form);
    }

    private static Map<String, String> form(Browser browser, String more) {
        var form = new LinkedHashMap<String, String>();
        form.put("_token", Browser.token(browser.get("/me").body()));
        form.put("words", "ñandú & <tapir>+" + more);
        return form;
    }

    private static Phone setUpFactor(Browser browser) {
        var shown = browser.submit("/me/second-factor", "/me/second-factor/begin");
        var phone = Phone.scans(shown.body(), console.clock());
        browser.submit("/me/second-factor", "/me/second-factor/confirm", "code", phone.code());
        return phone;
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String signed(String token, RSAKey key, JWSAlgorithm algorithm) {
        try {
            var signed = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims(token));
            signed.sign(new RSASSASigner(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String withPublicKeyAsPassword(String token) {
        try {
            var key = provider.signingKey();
            var signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims(token));
            signed.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String replaced(String answer, UnaryOperator<String> forge) {
        var found = Pattern.compile("\"id_token\":\"([^\"]+)\"").matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return answer.replace(found.group(1), forge.apply(found.group(1)));
    }

    private static String parameter(URI address, String name) {
        return address.getRawQuery().replaceAll("(?:.*&)?" + name + "=([^&]*).*", "$1");
    }

    private static void forward(Duration by) {
        clock.forward(by);
        if (console != null) {
            console.clock().forward(Duration.between(console.clock().instant(), clock.instant()));
        }
    }

    private static int sessions() {
        return console.bean(JdbcClient.class)
                .sql("select count(*) from signed_in where ended_at is null")
                .query(Integer.class)
                .single();
    }

    private static void sql(String sql) {
        console.bean(JdbcClient.class).sql(sql).update();
    }

    private static String rows(String table) {
        return console.bean(JdbcClient.class)
                .sql("select * from " + table)
                .query()
                .listOfRows()
                .toString();
    }

    private static String pseudonym(String username) {
        return console.bean(JdbcClient.class)
                .sql("select pseudonym from officer where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static String audit() {
        return console.bean(AuditLog.class).list(Long.MAX_VALUE, 20).toString();
    }

    private static String said(HttpResponse<String> page) {
        return page.body().replaceAll("(nonce|value)=\"[^\"]*\"", "").replaceAll(" autofocus", "");
    }

    private static Path secret() {
        try {
            var file = Scratch.file("ministry", ".secret");
            Files.delete(file);
            PrivateFiles.write(file, MinistryProvider.SECRET.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
