package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiTest {
    private static final ConsoleUnderTest.Running console = ConsoleUnderTest.start();

    @BeforeEach
    void noTries() {
        console.bean(JdbcClient.class).sql("delete from sign_in_tries").update();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void aCallBringsItsNameAndPassword() {
        var answer = as(Role.DUTY).send("POST", "/api/v1/probe", "application/json", "{\"text\":\"a\",\"count\":2}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"text\":\"a\",\"count\":2}");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionOfTheConsoleOpensNothingHere() {
        var browser = console.browser().signIn(Role.DUTY);

        assertProblem(browser.get("/api/v1/probe/fault"), 401, "unauthorized");
    }

    @Test
    void withoutThemOrWithWrongOnesItIsRefused() {
        assertProblem(console.browser().get("/api/v1/anything"), 401, "unauthorized");
        assertProblem(basic("duty", "wrong").get("/api/v1/anything"), 401, "unauthorized");
        assertProblem(basic("nobody", Team.PASSWORD).get("/api/v1/anything"), 401, "unauthorized");
        assertProblem(
                console.browser().always("Authorization", "Basic %%%").get("/api/v1/anything"), 401, "unauthorized");
        assertThat(console.browser().get("/api/v1/anything").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"enlace\", charset=\"UTF-8\"");
    }

    @Test
    void guessingHereIsSlowedDownAsWell() {
        for (var i = 0; i < 5; i++) {
            basic("analyst", "guess " + i).get("/api/v1/anything");
        }

        var sixth = basic("analyst", Team.PASSWORD).get("/api/v1/anything");
        assertProblem(sixth, 429, "too-many-tries");
        assertThat(sixth.headers().firstValue("Retry-After")).contains("16");
    }

    @Test
    void aPasswordRememberedForAMomentStillEndsWithTheAccount() {
        var caller = as(Role.SUPERVISOR);
        assertProblem(caller.get("/api/v1/anything"), 404, "not-found");

        console.bean(JdbcClient.class)
                .sql("update officer set disabled = true where username = 'supervisor'")
                .update();

        assertProblem(caller.get("/api/v1/anything"), 401, "unauthorized");
    }

    @Test
    void whatTheRoleDoesNotAllowIsForbidden() {
        assertProblem(
                as(Role.AUDITOR).send("POST", "/api/v1/probe", "application/json", "{\"text\":\"a\",\"count\":2}"),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"a\",\"count\":1,\"owner\":\"SECRET\"}  | /owner | UNKNOWN_FIELD",
                "{\"text\":\"a\",\"text\":\"b\",\"count\":1}       | /text  | FIELD_TWICE",
                "{\"text\":\"a\",\"count\":\"SECRET\"}             | /count | WRONG_KIND",
                "{\"text\":\"a\",\"count\":null}                 | /count | MISSING",
                "{\"text\":\"a\"}                                | /count | MISSING",
                "{\"text\":\"a\",\"count\":1.5}                  | /count | WRONG_KIND",
                "{\"text\":\"a\",\"count\":99999999999}          | /count | NOT_A_VALUE",
                "{\"text\":\"a\",\"count\":1} {\"SECRET\":1}      | ``     | MORE_THAN_ONE",
                "{\"text\":\"SECRET                              | /text  | NOT_JSON"
            })
    void whatIsWrongIsNamedByFieldAndNothingSentIsRepeated(String body, String pointer, String code) {
        var answer = as(Role.DUTY).send("POST", "/api/v1/probe", "application/json", body);

        assertProblem(answer, 400, "not-readable");
        assertThat(answer.body())
                .doesNotContain("SECRET")
                .contains("{\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\",\"detail\":\"");
    }

    @Test
    void deepLongAndWideJsonIsRefused() {
        var caller = as(Role.DUTY);
        var deep = "{\"text\":" + "[".repeat(33) + "]".repeat(33) + "}";
        var text = "{\"count\":1,\"text\":\"" + "x".repeat(64 * 1024 + 1) + "\"}";
        var number = "{\"text\":\"a\",\"count\":" + "1".repeat(65) + "}";

        assertProblem(caller.send("POST", "/api/v1/probe", "application/json", deep), 400, "not-readable");
        assertProblem(caller.send("POST", "/api/v1/probe", "application/json", text), 400, "not-readable");
        assertProblem(caller.send("POST", "/api/v1/probe", "application/json", number), 400, "not-readable");
    }

    /// Also what filters refuse, before any handler is asked.
    @Test
    void everyRefusalSaysInTheLanguageAskedForWhatToDo() {
        var nobody = console.browser().always("Accept-Language", "fr");
        var duty = as(Role.DUTY).always("Accept-Language", "es");
        var other = as(Role.DUTY).always("Accept-Language", "pt").always("Sec-Fetch-Site", "cross-site");

        assertThat(nobody.get("/api/v1/anything").body()).contains("Envoyez le nom et le mot de passe");
        assertThat(duty.get("/api/v1/anything").body()).contains("No hay nada aquí");
        assertThat(other.send("POST", "/api/v1/probe", "application/json", "{}").body())
                .contains("urn:enlace:problem:cross-site", "Outro site pediu");
        assertThat(nobody.get("/api/v1/anything").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void onlyJsonIsTakenIn() {
        var caller = as(Role.DUTY);

        assertProblem(
                caller.send("POST", "/api/v1/probe", "application/xml", "<text>a</text>"),
                415,
                "unsupported-media-type");
        assertProblem(
                caller.send("POST", "/api/v1/probe", "text/plain", "{\"text\":\"a\",\"count\":2}"),
                415,
                "unsupported-media-type");
        assertProblem(caller.send("PUT", "/api/v1/probe", "application/json", "{}"), 405, "method-not-allowed");
    }

    @Test
    void aFaultOfOursSaysSoAndNothingElse() {
        var answer = as(Role.DUTY).get("/api/v1/probe/fault");

        assertProblem(answer, 500, "our-fault");
        assertThat(answer.body())
                .doesNotContain("RUIZ")
                .doesNotContain("Exception")
                .doesNotContain("org.enlace");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"type\":\"urn:enlace:problem:" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static Browser as(Role role) {
        return basic(Team.name(role), Team.PASSWORD);
    }

    private static Browser basic(String username, String password) {
        var pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return console.browser()
                .always("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
