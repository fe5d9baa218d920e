package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.enlace.database.H2;
import org.enlace.node.access.Passwords;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The list of officers ends access as it gives it.
class OfficersTest {
    private static final String HASH = Team.quickHash();
    private static final String SESSION = "__Host-session";

    @TempDir
    private Path folder;

    private String database;

    @BeforeEach
    void newDatabase() {
        database = H2.inMemory();
    }

    @Test
    void whoIsNoLongerListedIsOutAndTheirSessionWithThem() {
        String session;
        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "AUDITOR", ""))) {
            session = signedIn(console, "luis");
        }

        try (var console = start(entry("ana", "DUTY", ""))) {
            assertThat(console.browser().cookie(SESSION, session).get("/me").statusCode())
                    .isEqualTo(303);
            assertThat(console.browser().signIn("luis", Team.PASSWORD).statusCode())
                    .isEqualTo(422);
            assertThat(console.browser().signIn("ana", Team.PASSWORD).statusCode())
                    .isEqualTo(303);
            assertThat(console.bean(AuditLog.class).list(Long.MAX_VALUE, 10).toString())
                    .contains("DISABLE_OFFICER")
                    .doesNotContain("luis");
        }

        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "AUDITOR", ""))) {
            assertThat(console.browser().cookie(SESSION, session).get("/me").statusCode())
                    .isEqualTo(303);
            assertThat(console.browser().signIn("luis", Team.PASSWORD).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void whoIsListedAsDisabledIsOutToo() {
        String session;
        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "AUDITOR", ""))) {
            session = signedIn(console, "luis");
        }

        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "AUDITOR", ",\"disabled\":true"))) {
            assertThat(console.browser().cookie(SESSION, session).get("/me").statusCode())
                    .isEqualTo(303);
            assertThat(console.browser().signIn("luis", Team.PASSWORD).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void anotherRoleInTheListIsAnotherRoleOfASessionThatGoesOn() {
        String session;
        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "AUDITOR", ""))) {
            session = signedIn(console, "luis");
            assertThat(console.browser()
                            .cookie(SESSION, session)
                            .get("/probe/audit")
                            .statusCode())
                    .isEqualTo(200);
        }

        try (var console = start(entry("ana", "DUTY", ""), entry("luis", "CONSULAR", ""))) {
            assertThat(console.browser()
                            .cookie(SESSION, session)
                            .get("/probe/audit")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void anotherHashInTheListIsAnotherPasswordAlsoForWhoHadChangedIt() {
        var own = "herons stand in the shallow lake";
        var given = "pelicans wait for the evening tide";
        try (var console = start(entry("ana", "DUTY", ""))) {
            var browser = console.browser();
            browser.signIn("ana", Team.PASSWORD);
            browser.submit("/me", "/me/password", "present", Team.PASSWORD, "next", own);
        }
        try (var console = start(entry("ana", "DUTY", ""))) {
            assertThat(console.browser().signIn("ana", own).statusCode()).isEqualTo(303);
        }

        try (var console = start(entry("ana", "DUTY", "").replace(HASH, new Passwords().hash(given)))) {
            assertThat(console.browser().signIn("ana", own).statusCode()).isEqualTo(422);
            assertThat(console.browser().signIn("ana", given).statusCode()).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"roles\":[\"DUTY\"]      | \"roles\":[]                | entry 2: roles must name",
                "\"passwordHash\":\"$argon | \"passwordHash\":\"SECRET   | entry 2: passwordHash must be Argon2id",
                "\"username\":\"luis\"     | \"username\":\" ANA \"      | entry 2: username stands in the list twice",
                "\"language\":\"en\"       | \"language\":\"English\"    | entry 2: language must be",
                "\"language\":\"en\"       | \"email\":\"SECRET\"        | entry 2: email must be",
                "\"displayName\":\"Luis\"  | \"displayName\":\"\"        | entry 2: displayName must have",
                "\"roles\":[\"DUTY\"]      | \"roles\":[\"SECRET\"]      | must be a JSON list of",
                "\"language\":\"en\"       | \"owner\":\"SECRET\"        | must be a JSON list of"
            })
    void oneWrongLineStopsTheStartBeforeAnybodyOfTheListIsLetIn(String right, String wrong, String said) {
        var list = file(entry("ana", "DUTY", "")
                + ","
                + entry("luis", "DUTY", "").replace("Ana Lucía", "Luis").replace(right, wrong));

        assertThatThrownBy(() -> ConsoleUnderTest.on(database, "enlace.users-file=" + list))
                .satisfies(thrown -> assertThat(NestedExceptionUtils.getMostSpecificCause(thrown))
                        .hasMessageContaining(said)
                        .hasMessageNotContaining("SECRET"));

        try (var console = start(entry("nobody", "AUDITOR", ""))) {
            assertThat(console.browser().signIn("ana", Team.PASSWORD).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aListThatOthersMayReadStopsTheStart() throws IOException {
        var list = file(entry("ana", "DUTY", ""));
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> ConsoleUnderTest.on(database, "enlace.users-file=" + list))
                .rootCause()
                .hasMessageContaining("set its permissions to 600");
    }

    @Test
    void aPasswordChangeThatCannotBeAuditedDoesNotHappen() {
        try (var console = start(entry("ana", "DUTY", ""))) {
            var browser = console.browser();
            browser.signIn("ana", Team.PASSWORD);
            var elsewhere = signedIn(console, "ana");
            var next = "herons stand in the shallow lake";
            sql(console, "alter table audit_entry rename to audit_entry_away");
            try {
                assertThat(browser.submit("/me", "/me/password", "present", Team.PASSWORD, "next", next)
                                .statusCode())
                        .isEqualTo(500);
            } finally {
                sql(console, "alter table audit_entry_away rename to audit_entry");
            }
            assertThat(console.browser().cookie(SESSION, elsewhere).get("/me").statusCode())
                    .isEqualTo(200);
            assertThat(console.browser().signIn("ana", next).statusCode()).isEqualTo(422);

            browser.submit("/me", "/me/password", "present", Team.PASSWORD, "next", next);

            assertThat(console.bean(AuditLog.class).list(Long.MAX_VALUE, 3).toString())
                    .contains("CHANGE_PASSWORD");
        }
    }

    private static void sql(ConsoleUnderTest.Running console, String sql) {
        console.bean(JdbcClient.class).sql(sql).update();
    }

    private static String signedIn(ConsoleUnderTest.Running console, String name) {
        var browser = console.browser();
        browser.signIn(name, Team.PASSWORD);
        return browser.cookie(SESSION).orElseThrow();
    }

    private ConsoleUnderTest.Running start(String... entries) {
        return ConsoleUnderTest.on(database, "enlace.users-file=" + file(String.join(",", entries)));
    }

    private Path file(String entries) {
        try {
            return Files.writeString(Files.createTempFile(folder, "officers", ".json"), "[" + entries + "]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String username, String role, String more) {
        return """
                {"username":"%s","displayName":"Ana Lucía","roles":["%s"],"passwordHash":"%s","language":"en"%s}
                """.formatted(username, Role.valueOf(role), HASH, more).strip();
    }
}
