package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.enlace.database.H2;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final String SESSION = "__Host-session";

    @TempDir
    private Path folder;

    @Test
    void whatWasEndedStaysEndedOverARestartAndWhatWasNotGoesOn() {
        var database = H2.inFile(folder.resolve("node"));
        String ended;
        String alive;
        try (var console = ConsoleUnderTest.on(database)) {
            var leaving = console.browser().signIn(Role.DUTY);
            ended = leaving.cookie(SESSION).orElseThrow();
            leaving.submit("/me", "/sign-out");
            alive = console.browser().signIn(Role.AUDITOR).cookie(SESSION).orElseThrow();
        }

        try (var console = ConsoleUnderTest.on(database)) {
            assertThat(console.browser().cookie(SESSION, ended).get("/me").statusCode())
                    .isEqualTo(303);
            assertThat(console.browser().cookie(SESSION, alive).get("/me").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPasswordChangedIsNotSetBackByTheListOfOfficers() {
        var database = H2.inFile(folder.resolve("node"));
        var next = "herons stand in the shallow lake";
        try (var console = ConsoleUnderTest.on(database)) {
            console.browser().signIn(Role.DUTY).submit("/me", "/me/password", "present", Team.PASSWORD, "next", next);
        }

        try (var console = ConsoleUnderTest.on(database)) {
            assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode())
                    .isEqualTo(422);
            assertThat(console.browser().signIn("duty", next).statusCode()).isEqualTo(303);
        }
    }
}
