package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.desk.DeskUnderTest.CO;
import static org.enlace.desk.DeskUnderTest.MX;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.enlace.database.H2;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.ChildInvolved;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The order of what waits, its clocks and its counts.
class QueueTest {
    private static final Pattern REFERENCE = Pattern.compile("\"caseRef\":\"([^\"]+)\"");

    private static DeskUnderTest.Running node;
    private static final List<Waiting> SENT = new ArrayList<>();

    private record Waiting(String reference, Urgency urgency, boolean child, Instant at) {
        Instant due() {
            return at.plus(
                    switch (urgency) {
                        case IMMEDIATE -> Duration.ofMinutes(30);
                        case URGENT -> Duration.ofHours(4);
                        case NORMAL, ROUTINE -> Duration.ofDays(99);
                    });
        }
    }

    @BeforeAll
    static void start() {
        node = DeskUnderTest.onH2();
        var dice = new Random(42);
        for (var i = 0; i < 40; i++) {
            var child = dice.nextBoolean();
            var urgency = List.of(Urgency.values()).get(dice.nextInt(Urgency.values().length));
            var held = child && !urgency.atLeast(Urgency.URGENT) ? Urgency.URGENT : urgency;
            var reference = "CO-2026-%06d".formatted(i);
            SENT.add(new Waiting(reference, held, child, node.clock().instant()));
            node.arrives(
                    CO,
                    Samples.alert(),
                    Samples.alertAbout(reference, urgency, child ? ChildInvolved.SUSPECTED : ChildInvolved.NO));
            node.clock().forward(Duration.ofMinutes(dice.nextInt(1, 20)));
        }
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whatBurnsComesFirstOverdueThenMinorsThenUrgencyThenAge() {
        var now = node.clock().instant();
        var expected = SENT.stream()
                .sorted(Comparator.comparing((Waiting one) -> !one.due().isBefore(now))
                        .thenComparing(one -> !one.child())
                        .thenComparing(Waiting::urgency)
                        .thenComparing(Waiting::at))
                .map(Waiting::reference)
                .toList();

        var body = node.api(Role.DUTY).get("/api/v1/desk/items").body();

        assertThat(references(body)).isEqualTo(expected);
        assertThat(expected.indexOf("CO-2026-000000")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void thePageShowsTheSameOrderInItsGroups() {
        var duty = node.browser().signIn(Role.DUTY);
        var page = duty.get("/desk").body();
        var inApi = references(node.api(Role.DUTY).get("/api/v1/desk/items").body());
        var inPage = Pattern.compile("<span class=\"cp-ref\">(CO-2026-[0-9]{6})</span>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(inPage).isEqualTo(inApi);
        assertThat(page).contains("g-OVERDUE", "g-CHILD", "g-NORMAL").doesNotContain("Nothing waits here");
        assertThat(page.indexOf("g-OVERDUE")).isLessThan(page.indexOf("g-CHILD"));
    }

    @Test
    void countsAreOfTheSameRowsAsTheLists() {
        var duty = node.api(Role.DUTY);
        var counts =
                new JsonMapper().readTree(duty.get("/api/v1/desk/items").body()).get("counts");

        for (var view : List.of("all", "ack", "mine", "waiting")) {
            var listed = references(duty.get("/api/v1/desk/items?view=" + view).body());
            assertThat(listed).as(view).hasSize(counts.get(view).asInt());
        }
        var overdue = SENT.stream()
                .filter(one -> one.due().isBefore(node.clock().instant()))
                .count();
        assertThat(counts.get("overdue").asLong()).isEqualTo(overdue).isPositive();
    }

    @Test
    void thePageAsksTheDatabaseAsOftenWithOneItemAsWithForty() {
        var one = DeskUnderTest.start("spring.datasource.url=" + H2.inMemory());
        try (one) {
            one.arrives(MX, Samples.alert(), Samples.alertAbout("MX-2026-000001", Urgency.URGENT, ChildInvolved.NO));
            assertThat(queries(node)).isEqualTo(queries(one)).isBetween(5L, 40L);
        }
    }

    /// Statements that one look at the desk costs, as the database itself counts them. What a node does by itself
    /// meanwhile would be counted too: the look that costs least is the one that was alone.
    private static long queries(DeskUnderTest.Running node) {
        var duty = node.browser().signIn(Role.DUTY);
        duty.get("/desk");
        return IntStream.range(0, 5)
                .mapToLong(_ -> {
                    var before = executions(node);
                    duty.get("/desk");
                    return executions(node) - before;
                })
                .min()
                .orElseThrow();
    }

    private static long executions(DeskUnderTest.Running node) {
        node.database().sql("set query_statistics true").update();
        return node.database().sql("""
                        select coalesce(sum(execution_count), 0) from information_schema.query_statistics
                        where sql_statement like '%desk_item%' or sql_statement like '%case_message%'
                            or sql_statement like '%from officer where%'""").query(Long.class).single();
    }

    private static List<String> references(String json) {
        return REFERENCE.matcher(json).results().map(found -> found.group(1)).toList();
    }
}
