package org.enlace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.node.access.Role;
import org.enlace.node.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What guessing costs, what a slip of the finger does not, on both databases in a place that has summer time.
class GuessingTest {
    private static final String ZONE = "America/New_York";
    /// What is tried at the same moment takes as long to compare as in earnest.
    private static final String OFFICERS = "enlace.users-file=" + Team.file();

    private static ConsoleUnderTest.Running onH2;
    private static ConsoleUnderTest.Running onPostgres;

    enum On {
        H2,
        POSTGRES;

        ConsoleUnderTest.Running console() {
            return this == H2 ? onH2 : onPostgres;
        }
    }

    @BeforeAll
    static void start() {
        onH2 = ConsoleUnderTest.on(H2.inMemory("TIME ZONE=" + ZONE), OFFICERS);
        onPostgres = ConsoleUnderTest.on(
                Postgres.database() + "&options=-c%20TimeZone=" + ZONE.replace("/", "%2F"), OFFICERS);
    }

    @AfterAll
    static void stop() {
        onH2.close();
        onPostgres.close();
    }

    @BeforeEach
    void noTries() {
        for (var on : On.values()) {
            on.console().bean(JdbcClient.class).sql("delete from sign_in_tries").update();
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void whoSignsInInTheHourThatAutumnHasTwiceStaysSignedIn(On on) {
        var console = on.console();
        var second = Instant.parse("2027-11-07T06:30:00Z");
        console.clock().forward(Duration.between(console.clock().instant(), second));

        var browser = console.browser().signIn(Role.DUTY);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(14));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        console.clock().forward(Duration.ofMinutes(14));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);

        for (var i = 0; i < 5; i++) {
            console.browser().signIn("analyst", "guess number " + i);
        }
        assertThat(console.browser().signIn("analyst", Team.PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void aTypingErrorNowAndThenNeverLocksThoseOutWhoComeThroughTheSameProxy(On on) {
        var console = on.console();
        for (var i = 0; i < 60; i++) {
            assertThat(console.browser()
                            .signIn("officer " + i % 20, "a slip of the finger")
                            .statusCode())
                    .isEqualTo(422);
            console.clock().forward(Duration.ofHours(1));
        }

        assertThat(console.browser().signIn("duty", "one more slip").statusCode())
                .isEqualTo(422);
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void manyNamesFromOnePlaceAreSlowedDownAndOnlyForAMoment(On on) {
        var console = on.console();
        var answers = atOnce(55, i -> console.browser().signIn("name " + i, "guess"));

        assertThat(answers.stream().filter(code -> code == 422)).hasSize(50);
        assertThat(answers.stream().filter(code -> code == 429)).hasSize(5);
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(429);
        console.clock().forward(Duration.ofSeconds(3));
        assertThat(console.browser().signIn("duty", Team.PASSWORD).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void fortyGuessesAtTheSameMomentAreNoMoreThanFive(On on) {
        var console = on.console();

        var answers = atOnce(40, i -> console.browser().signIn("analyst", "guess number " + i));

        assertThat(answers.stream().filter(code -> code == 422)).hasSize(5);
        assertThat(answers.stream().filter(code -> code == 429)).hasSize(35);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void fortyGuessesAtTheApiAreNoMoreEither(On on) {
        var console = on.console();

        var answers = atOnce(40, i -> api(console, "analyst", "guess number " + i));

        assertThat(answers.stream().filter(code -> code == 401)).hasSize(5);
        assertThat(answers.stream().filter(code -> code == 429)).hasSize(35);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void aSystemThatCallsFromManyThreadsIsLetInByAllOfThem(On on) {
        var console = on.console();

        assertThat(atOnce(40, _ -> api(console, "investigator", Team.PASSWORD))).containsOnly(404);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void aSystemThatRepeatsAWrongPasswordHasGuessedOnceAndTheRightOneOpensAtOnce(On on) {
        var console = on.console();
        var before = refusals(console);

        for (var i = 0; i < 30; i++) {
            assertThat(api(console, "supervisor", "typed wrong in a settings file")
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(refusals(console)).isEqualTo(before + 1);
        assertThat(api(console, "supervisor", Team.PASSWORD).statusCode()).isEqualTo(404);
        assertThat(console.bean(AuditLog.class).list(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.entry().objectId()).isEqualTo("api"));
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void triesOfYesterdayAreForgottenByWhateverTryComesNext(On on) {
        var console = on.console();
        for (var i = 0; i < 3; i++) {
            console.browser().signIn("name " + i, "guess");
        }
        console.clock().forward(Duration.ofHours(25));

        console.browser().signIn("duty", "a slip of the finger");

        assertThat(console.bean(JdbcClient.class)
                        .sql("select count(*) from sign_in_tries")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void sessionsThatEndedLongAgoAreForgotten(On on) {
        var console = on.console();
        console.browser().signIn(Role.AUDITOR);
        console.clock().forward(Duration.ofDays(8));

        console.browser().signIn(Role.AUDITOR);

        assertThat(console.bean(JdbcClient.class)
                        .sql("select count(*) from signed_in")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static HttpResponse<String> api(ConsoleUnderTest.Running console, String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return console.browser()
                .always("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .get("/api/v1/anything");
    }

    private static long refusals(ConsoleUnderTest.Running console) {
        return console.bean(JdbcClient.class)
                .sql("select count(*) from audit_entry where action = 'SIGN_IN' and outcome = 'REFUSED'")
                .query(Long.class)
                .single();
    }

    private static List<Integer> atOnce(int count, IntFunction<HttpResponse<String>> call) {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(count)) {
            var answers = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return call.apply(i).statusCode();
                    }))
                    .toList();
            start.countDown();
            return answers.stream().map(GuessingTest::get).toList();
        }
    }

    private static int get(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
