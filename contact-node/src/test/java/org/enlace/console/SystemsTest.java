package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.enlace.client.NodeApi;
import org.enlace.client.ProblemAnswered;
import org.enlace.node.access.Role;
import org.enlace.node.access.SystemOutcome;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Systems call over TLS with certificates to which two persons agreed, at a port of their own, and nothing else opens
/// anything there.
class SystemsTest {
    private static final ConsoleUnderTest.Running console = start();
    private static final RegisteredSystems systems = new RegisteredSystems(console.context());
    private static final String NOTE = "{\"text\":\"x\",\"count\":1}";

    private static ConsoleUnderTest.Running start() {
        var identity = SystemKeys.at(new SettableClock().instant());
        return ConsoleUnderTest.start("enlace.api.port=0", "enlace.api.identity=" + identity.file());
    }

    @BeforeEach
    void noTries() {
        console.bean(JdbcClient.class).sql("delete from sign_in_tries").update();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void aSystemComesInOnlyOnceTwoPersonsAgreedAndWhoWaitsForThatIsTold() throws IOException {
        var keys = keys();
        var operator = console.browser().signIn(Role.OPERATOR);
        var asked = operator.submit(
                "/systems",
                "/systems",
                "name",
                "National case system",
                "contact",
                "Night desk, extension 7",
                "purpose",
                "Case exchange",
                "roles",
                "INVESTIGATOR",
                "lastDay",
                systems.register().today().plusDays(90).toString(),
                "certificate",
                keys.pem());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        var path = asked.headers().firstValue("Location").orElseThrow();
        assertThat(path).startsWith("/systems/system-");

        try (var program = systems.program(keys)) {
            assertProblem(program.get("/api/v1/openapi"), 401, "certificate-refused");
            assertThat(operator.get(path).body())
                    .contains("nobody had agreed yet", keys.fingerprint().substring(0, 4), "Night desk");
            // Whoever asked for it does not agree to it.
            var supervisor = console.browser().signIn(Role.SUPERVISOR);
            assertThat(supervisor.get("/officers").body())
                    .contains("New connected system: Investigator", "from any address", path)
                    .contains(keys.fingerprint().replaceAll("(.{4})(?!$)", "$1 "));
            var id = console.bean(JdbcClient.class)
                    .sql("select cast(id as varchar(36)) from officer_change where decided_by is null")
                    .query(String.class)
                    .single();
            assertThat(operator.submit("/officers", "/officers/changes/" + id + "/agree")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(supervisor
                            .submit("/officers", "/officers/changes/" + id + "/agree")
                            .statusCode())
                    .isEqualTo(303);
            noTries();

            assertThat(program.get("/api/v1/openapi").statusCode()).isEqualTo(200);
            var echo = program.post("/api/v1/probe", NOTE);
            assertThat(echo.statusCode()).as(echo.body()).isEqualTo(200);
        }
        assertThat(operator.get(path).body()).contains("May call", "id=\"state\"");
        var log = audit(8);
        assertThat(log).contains("ASK_ADD", "DECIDE_ADD", "NOT_AGREED", path.substring("/systems/".length()));
        assertThat(log).doesNotContain("Night desk", "National case");
    }

    @Test
    void withoutACertificateThereIsNoConnection() {
        try (var program = new SystemProgram(systems.port(), null)) {
            assertThatThrownBy(() -> program.get("/api/v1/openapi")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsUnknownExpiredNotYetValidOrOfTheSameNameOpensNothingAndIsCounted() throws IOException {
        var now = console.clock().instant();
        var known = SystemKeys.at(now);
        systems.add(known, "", Role.INVESTIGATOR);
        var later = SystemKeys.of("CN=a", now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)), now);
        var soonOver = SystemKeys.of("CN=b", now.minus(Duration.ofDays(2)), now.plus(Duration.ofHours(1)), now);
        systems.add(later, "", Role.INVESTIGATOR);
        systems.add(soonOver, "", Role.INVESTIGATOR);
        console.clock().forward(Duration.ofHours(2));
        // Another authority writes the same name, and the same number.
        var alike = SystemKeys.at(now);
        assertThat(alike.certificate().getSerialNumber())
                .isEqualTo(known.certificate().getSerialNumber());

        for (var keys : List.of(later, soonOver, alike)) {
            try (var program = systems.program(keys)) {
                assertProblem(program.get("/api/v1/openapi"), 401, "certificate-refused");
            }
        }
        try (var program = systems.program(known)) {
            assertThat(program.get("/api/v1/openapi").statusCode()).isEqualTo(200);
        }
        assertThat(audit(6)).contains("NOT_YET", "EXPIRED", "systems", "REFUSED");
        try (var program = systems.program(alike)) {
            var answer = program.get("/api/v1/openapi");
            for (var i = 0; i < 6; i++) {
                answer = program.get("/api/v1/openapi");
            }
            assertProblem(answer, 429, "too-many-tries");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aLockedSystemIsOutWithItsNextCallOnAConnectionThatIsOpen() throws IOException {
        var keys = keys();
        var system = systems.add(keys, "", Role.INVESTIGATOR);
        var operator = console.browser().signIn(Role.OPERATOR);
        try (var program = systems.program(keys);
                var socket = (SSLSocket) program.tls().getSocketFactory().createSocket("127.0.0.1", systems.port())) {
            assertThat(status(socket)).isEqualTo(200);
            assertThat(operator.submit("/systems/" + system, "/systems/" + system + "/lock")
                            .statusCode())
                    .isEqualTo(303);

            assertThat(status(socket)).isEqualTo(401);
            assertProblem(program.get("/api/v1/openapi"), 401, "certificate-refused");
            assertThat(operator.get("/systems/" + system).body()).contains("the system was locked");
            operator.submit("/systems/" + system, "/systems/" + system + "/unlock");
            noTries();
            assertThat(status(socket)).isEqualTo(200);
        }
        assertThat(audit(8)).contains("LOCK_SYSTEM", "UNLOCK_SYSTEM", "LOCKED");
    }

    @Test
    void whatItsRolesDoNotAllowOrNeedsAPersonIsRefused() throws IOException {
        var analyst = keys();
        var duty = keys();
        systems.add(analyst, "", Role.ANALYST);
        systems.add(duty, "", Role.INVESTIGATOR, Role.OPERATOR);
        try (var one = systems.program(analyst);
                var other = systems.program(duty)) {
            assertProblem(one.post("/api/v1/probe", NOTE), 403, "forbidden");
            assertProblem(other.post("/api/v1/probe/act", NOTE), 403, "person-needed");
            assertProblem(other.get("/api/v1/officers"), 403, "person-needed");
            assertProblem(other.post("/api/v1/systems/system-AAAAAA/lock", "{}"), 403, "person-needed");
        }
        var refused = systems.register();
        var today = refused.today();
        var answer = console.browser()
                .always("Authorization", Team.basic(Role.OPERATOR))
                .send("POST", "/api/v1/systems", "application/json", """
                        {"name": "", "contact": "c", "purpose": "p", "roles": ["SUPERVISOR"], "sources": ["example.org"],
                         "lastDay": "%s", "certificate": "none"}""".formatted(today.minusDays(1)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("SYSTEM_NAME_MISSING", "ROLE_FOR_PERSONS", "SOURCES_WRONG", "LAST_DAY_WRONG")
                .contains("CERTIFICATE_UNREADABLE");
    }

    @Test
    void noHeaderCookieOrPasswordCountsAtThePortOfSystemsAndNoHeaderAtTheConsole() throws IOException {
        var keys = keys();
        systems.add(keys, "", Role.INVESTIGATOR);
        var flat = keys.pem().replaceAll("\\s+", " ").strip();
        var stranger = keys();
        try (var program = systems.program(stranger)) {
            for (var header : List.of(
                    "X-Client-Cert",
                    "X-SSL-Client-Cert",
                    "SSL_CLIENT_CERT",
                    "X-Forwarded-Client-Cert",
                    "Client-Cert")) {
                noTries();
                assertProblem(program.get("/api/v1/openapi", header, flat), 401, "certificate-refused");
                assertThat(console.browser()
                                .always(header, flat)
                                .get("/api/v1/openapi")
                                .statusCode())
                        .isEqualTo(401);
            }
            noTries();
            assertProblem(
                    program.get("/api/v1/openapi", "Authorization", Team.basic(Role.OPERATOR)),
                    401,
                    "certificate-refused");
        }
        try (var program = systems.program(keys)) {
            // It stays the system that it is.
            assertProblem(
                    program.get("/api/v1/officers", "Authorization", Team.basic(Role.OPERATOR)), 403, "person-needed");
            var session = console.browser().signIn(Role.OPERATOR).cookie("__Host-session");
            for (var path :
                    List.of("/", "/sign-in", "/officers", "/me", "/assets/mark.svg", "/error", "/health/live")) {
                assertProblem(program.get(path, "Cookie", "__Host-session=" + session.orElseThrow()), 404, "not-found");
            }
        }
    }

    @Test
    void aSystemCallsFromItsOwnAddressesUntilItsLastDay() throws IOException {
        var elsewhere = keys();
        var here = keys();
        systems.add(elsewhere, "10.20.0.0/16 ::1", Role.INVESTIGATOR);
        systems.add(here, "127.0.0.0/8", Role.INVESTIGATOR);
        try (var one = systems.program(elsewhere);
                var other = systems.program(here)) {
            assertProblem(one.get("/api/v1/openapi"), 401, "certificate-refused");
            assertThat(other.get("/api/v1/openapi").statusCode()).isEqualTo(200);
            console.clock().forward(Duration.ofDays(32));
            assertProblem(other.get("/api/v1/openapi"), 401, "certificate-refused");
        }
        assertThat(audit(4)).contains("ELSEWHERE", "ENDED");
    }

    @Test
    void twoCertificatesStandSideBySideWhileASystemChangesFromOneToTheOther() throws IOException {
        var old = keys();
        var next = keys();
        var system = systems.add(old, "", Role.INVESTIGATOR);
        var by = systems.officer(Role.OPERATOR);
        var register = systems.register();
        assertThat(register.certificate(system, next.keyPem() + next.pem(), by))
                .isInstanceOf(SystemOutcome.Refused.class);
        assertThat(register.certificate(system, old.pem(), by)).isInstanceOf(SystemOutcome.Refused.class);
        var now = console.clock().instant();
        var weak = SystemKeys.of("RSA", "CN=weak", now, now.plus(Duration.ofDays(9)), now);
        SystemKeys.of("RSA", "CN=weak", now, console.clock().instant().plus(Duration.ofDays(9)), now);
        assertThat(register.certificate(system, weak.pem(), by)).isInstanceOf(SystemOutcome.Refused.class);
        try (var before = systems.program(old);
                var after = systems.program(next)) {
            assertThat(register.certificate(system, next.pem(), by)).isEqualTo(new SystemOutcome.Asked(system));
            assertProblem(after.get("/api/v1/openapi"), 401, "certificate-refused");
            assertThat(before.get("/api/v1/openapi").statusCode()).isEqualTo(200);
            systems.agree();
            noTries();
            assertThat(before.get("/api/v1/openapi").statusCode()).isEqualTo(200);
            assertThat(after.get("/api/v1/openapi").statusCode()).isEqualTo(200);
            assertThat(register.certificate(system, keys().pem(), by)).isInstanceOf(SystemOutcome.Refused.class);

            assertThat(register.remove(system, old.fingerprint(), by)).isEqualTo(new SystemOutcome.Kept(system));

            assertProblem(before.get("/api/v1/openapi"), 401, "certificate-refused");
            assertThat(after.get("/api/v1/openapi").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whereOfficersPasswordsAreRefusedTheyOpenNoneOfTheApiAndTheConsoleAsBefore() {
        try (var strict = ConsoleUnderTest.start("enlace.api.passwords=refused")) {
            for (var program :
                    List.of(strict.browser().always("Authorization", Team.basic(Role.OPERATOR)), strict.browser())) {
                assertProblem(program.get("/api/v1/openapi"), 401, "passwords-refused");
            }
            var operator = strict.browser().signIn(Role.OPERATOR);
            assertThat(operator.get("/systems").body())
                    .contains("id=\"no-port\"")
                    .doesNotContain("id=\"api-passwords\"");
        }
        assertThat(console.browser().signIn(Role.OPERATOR).get("/systems").body())
                .contains("id=\"api-passwords\"")
                .doesNotContain("id=\"no-port\"");
        assertThat(console.browser().signIn(Role.DUTY).get("/me").body()).doesNotContain("id=\"api-passwords\"");
    }

    @Test
    void theTypedClientCallsWithACertificateToo() {
        var keys = keys();
        systems.add(keys, "", Role.OPERATOR);
        try (var program = systems.program(keys);
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(program.tls())
                        .build()) {
            var api = NodeApi.system(URI.create("https://127.0.0.1:" + systems.port()), http);
            assertThat(api.description().openapi()).isNotEmpty();
            assertThatThrownBy(() -> api.systems().page(null))
                    .isInstanceOfSatisfying(
                            ProblemAnswered.class,
                            refused -> assertThat(refused.kind()).isEqualTo("person-needed"));
        }
    }

    private static SystemKeys keys() {
        return SystemKeys.at(console.clock().instant());
    }

    /// Of one more call over a connection that stays open.
    private static int status(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("HEAD /api/v1/openapi HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            assertThat(next).as("the connection stays open").isNotNegative();
            head.append((char) next);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"type\":\"urn:enlace:problem:" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static String audit(int entries) {
        return console.bean(AuditLog.class).list(Long.MAX_VALUE, entries).toString();
    }
}
