package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();

    @AfterAll
    static void close() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:443", "localhost.evil.example", "localhost@evil.example", ""})
    void anotherHostsNameIsRefused(String host) throws IOException {
        assertThat(status(host)).isIn(400, 421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1"})
    void ourOwnNameIsNot(String host) throws IOException {
        assertThat(status(host + ":" + console.port())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none"
    })
    void aChangeAskedForByAnotherSiteIsRefusedEvenWithTheToken(String header, String value) {
        var browser = console.browser().signIn(Role.DUTY);
        var token = Browser.token(browser.get("/me").body());
        browser.always(header, value);

        assertThat(browser.post("/sign-out", Map.of("_token", token)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        assertThat(browser.send("POST", "/api/v1/probe", "application/json", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSamePageOfOursMayAsk() {
        var browser = console.browser().signIn(Role.DUTY);
        browser.always("Origin", "http://127.0.0.1:" + console.port()).always("Sec-Fetch-Site", "same-origin");

        assertThat(browser.submit("/me", "/sign-out").statusCode()).isEqualTo(303);
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        var other =
                Browser.token(console.browser().signIn(Role.AUDITOR).get("/me").body());
        var browser = console.browser().signIn(Role.DUTY);

        assertThat(browser.post("/sign-out", Map.of("_token", other)).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("_token", "")).statusCode()).isEqualTo(403);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenFromBeforeSigningInIsNoneAfterwards() {
        var browser = console.browser();
        var before = Browser.token(browser.get("/sign-in").body());
        browser.signIn(Role.DUTY);

        assertThat(browser.post("/sign-out", Map.of("_token", before)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingInNeedsATokenToo() {
        assertThat(console.browser()
                        .post("/sign-in", Map.of("username", "duty", "password", Team.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override"})
    void noHeaderTurnsAReadIntoAChange(String header) {
        var browser = console.browser().signIn(Role.DUTY).always(header, "POST");

        assertThat(browser.get("/sign-out?_method=POST").statusCode()).isEqualTo(405);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyPastTheLimitIsRefusedWhetherOrNotItSaysItsLength() throws IOException {
        var browser = console.browser().signIn(Role.DUTY);

        assertThat(browser.send("POST", "/api/v1/probe", "application/json", "x".repeat(256 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(chunked(300)).startsWith("HTTP/1.1 413");
    }

    @Test
    void aFormPastTheLimitIsRefusedToo() throws IOException {
        var body =
                "400\r\n_token=" + "x".repeat(1024 - 7) + "\r\n" + ("400\r\n" + "x".repeat(1024) + "\r\n").repeat(300);
        var answer =
                raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @Test
    void partsOfAPageAreRefusedAsSuchSoThatWhatWasTypedStays() {
        var part = console.browser().always("HX-Request", "true").get("/me");

        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("Location")).isEmpty();
    }

    private static int status(String host) throws IOException {
        var answer = raw("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }

    /// A JSON body in chunks of 1 KiB, without a Content-Length.
    private static String chunked(int chunks) throws IOException {
        var body = new StringBuilder("400\r\n{" + " ".repeat(1023) + "\r\n");
        body.repeat("400\r\n" + " ".repeat(1024) + "\r\n", chunks - 1);
        var officer = Base64.getEncoder().encodeToString(("duty:" + Team.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return raw("POST /api/v1/probe HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Basic " + officer + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + body + "0\r\n\r\n");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(64), StandardCharsets.ISO_8859_1);
        }
    }
}
