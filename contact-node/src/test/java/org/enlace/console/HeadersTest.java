package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();
    private static final Pattern NONCE = Pattern.compile("script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic';");

    /// One of each class of answer: page, redirect, refused, unknown, forbidden, fault, stream, API, its errors.
    private static final Map<String, Function<Browser, HttpResponse<String>>> ANSWERS = Map.ofEntries(
            Map.entry("page", browser -> browser.get("/me")),
            Map.entry("redirect", browser -> browser.get("/")),
            Map.entry("not found", browser -> browser.get("/nothing-here")),
            Map.entry("unseen", browser -> browser.get("/probe/unseen")),
            Map.entry("no such asset", browser -> browser.get("/assets/none.js")),
            Map.entry("forbidden", browser -> browser.get("/probe/audit")),
            Map.entry("form without token", browser -> browser.post("/sign-out", Map.of())),
            Map.entry("fault", browser -> browser.get("/probe/fault")),
            Map.entry("method", browser -> browser.send("DELETE", "/me", "text/plain", "")),
            Map.entry("stream", browser -> browser.get("/probe/stream")),
            Map.entry("bad path", browser -> browser.get("/me;x=1")),
            Map.entry("api", browser -> browser.get("/api/v1/nothing")),
            Map.entry("api refused", browser -> browser.send("POST", "/api/v1/probe", "application/json", "{")));

    @AfterAll
    static void close() {
        console.close();
    }

    static Set<String> answers() {
        return ANSWERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerHasTheWholeSet(String kind) {
        var answer = Objects.requireNonNull(ANSWERS.get(kind))
                .apply(console.browser().signIn(Role.DUTY));

        assertSet(answer);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void theSignInHasItToo() {
        assertSet(console.browser().get("/sign-in"));
        assertSet(console.browser().get("/me"));
    }

    @Test
    void assetsMayBeKeptForEver() {
        var page = console.browser().get("/sign-in").body();
        var style = Pattern.compile("/assets/console-[0-9a-f]{12}\\.css").matcher(page);
        assertThat(style.find()).isTrue();

        var asset = console.browser().get(style.group());

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
        assertSet(asset);
    }

    @Test
    void pagesAndStylesTravelPackedAndStreamsDoNot() {
        var browser = console.browser().signIn(Role.DUTY).always("Accept-Encoding", "gzip");

        assertThat(browser.get("/me").headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(browser.get("/probe/stream").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void theNonceOfThePageIsTheOneOfItsPolicyAndNeverTheSameTwice() {
        var browser = console.browser();
        var one = browser.get("/sign-in");
        var two = browser.get("/sign-in");

        assertThat(nonce(one)).isNotEqualTo(nonce(two));
        assertThat(one.body().replace("&#43;", "+").replace("&#61;", "=")).contains("nonce=\"" + nonce(one) + "\"");
        assertThat(one.body())
                .doesNotContain("<script>")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("style=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/sign-in"})
    void noHeaderTellsWhatTheServerIs(String path) {
        var headers = console.browser().get(path).headers().map();

        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    private static String nonce(HttpResponse<String> answer) {
        var found = NONCE.matcher(
                answer.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void assertSet(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'nonce-")
                .endsWith("style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
                        + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
                        + "trusted-types htmx");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
    }
}
