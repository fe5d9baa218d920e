package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.console.Browser;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.handling.HandlingCode;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageType;
import org.enlace.message.NodeId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.CaseIndex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// How long a page takes does not depend on how much a contact point has seen in its life: two nodes with the
/// same forty open items, one of which has a hundred times the past of the other, are asked in turns.
@Tag("long")
class ManyMessagesTest {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int OPEN = 40;
    private static final int WARM = 30;
    private static final int ROUNDS = 60;
    private static final double AT_MOST = 1.5;
    private static final NodeId MX = new NodeId("MX");
    private static final Map<String, Role> PAGES = pages();

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of("h2", (Supplier<String>) ManyMessagesTest::h2),
                Arguments.of("postgresql", (Supplier<String>) Postgres::database));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void aHundredTimesThePastMakesNoPageMuchSlower(String kind, Supplier<String> database) throws IOException {
        try (var few = DeskNode.on(database.get());
                var many = DeskNode.on(database.get())) {
            fill(few, FEW);
            fill(many, MANY);
            assertThat(many.count("case_message")).isEqualTo(MANY);

            var lines = new ArrayList<String>();
            var slow = new ArrayList<String>();
            for (var page : PAGES.entrySet()) {
                var ratio = compared(page.getKey(), page.getValue(), few, many, lines);
                if (ratio > AT_MOST) {
                    slow.add(lines.getLast());
                }
            }
            Files.write(Path.of("target", "many-messages-" + kind + ".txt"), lines);
            assertThat(slow).isEmpty();
        }
    }

    /// What officers open all day, and who.
    private static Map<String, Role> pages() {
        var pages = new LinkedHashMap<String, Role>();
        pages.put("/desk", Role.DUTY);
        pages.put("/cases/" + reference(0), Role.DUTY);
        pages.put("/cases", Role.DUTY);
        pages.put("/cases?country=MX", Role.DUTY);
        pages.put("/cases?country=MX&kind=ROUTE_REPORT", Role.ANALYST);
        pages.put("/search?find=country.MX", Role.DUTY);
        pages.put("/search?find=country.MX&find=message-type.CASE_ALERT", Role.INVESTIGATOR);
        pages.put("/search?find=message-type.CASE_ALERT&find=message-type.ROUTE_REPORT", Role.DUTY);
        pages.put("/alerts", Role.INVESTIGATOR);
        pages.put("/assistance", Role.CASE_WORKER);
        pages.put("/handover", Role.DUTY);
        pages.put("/follow-ups", Role.CASE_WORKER);
        pages.put("/release", Role.SUPERVISOR);
        return pages;
    }

    private static double compared(
            String path, Role role, DeskNode.Running few, DeskNode.Running many, List<String> lines) {
        var one = few.browser(role);
        var other = many.browser(role);
        var times = new long[2][ROUNDS];
        for (var round = -WARM; round < ROUNDS; round++) {
            var first = time(one, path);
            var second = time(other, path);
            if (round >= 0) {
                times[0][round] = first;
                times[1][round] = second;
            }
        }
        var ratio = (double) median(times[1]) / median(times[0]);
        lines.add(String.format(
                Locale.ROOT,
                "%-58s %6.1f ms with %d, %6.1f ms with %d: %.2f",
                path,
                median(times[0]) / 1e6,
                FEW,
                median(times[1]) / 1e6,
                MANY,
                ratio));
        return ratio;
    }

    private static long time(Browser browser, String path) {
        var begun = System.nanoTime();
        var answer = browser.get(path);
        var time = System.nanoTime() - begun;
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return time;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    /// Forty messages that are real and wait, and copies of them that are done with.
    private static void fill(DeskNode.Running node, int messages) {
        var types = List.of(
                MessageType.CASE_ALERT,
                MessageType.VICTIM_ASSISTANCE_REQUEST,
                MessageType.INFORMATION_REQUEST,
                MessageType.ROUTE_REPORT);
        for (var number = 0; number < OPEN; number++) {
            var type = types.get(number % types.size());
            node.arrives(
                    MX,
                    MatrixThings.content(type, Documented.tree(type)),
                    Provided.about(new CaseReference(reference(number / 2)), type, null, HandlingCode.H1));
        }
        node.bean(CaseIndex.class).catchUp();
        var copying = new Copying(node.bean(JdbcTemplate.class), messages / OPEN - 1);
        var longAgo = "interval '1' minute * n";
        copying.of("case_file", Map.of("changed_at", "t.changed_at - " + longAgo));
        copying.of("case_message", Map.of("stored_at", "t.stored_at - " + longAgo));
        copying.of("case_part", Map.of());
        copying.of("case_event", Map.of());
        copying.of("desk_item", Map.of("waits", "false", "state", "'CLOSED'", "due", "null"));
        copying.of("case_term", Map.of("stored_at", "t.stored_at - " + longAgo));
        copying.distinct(
                "case_code",
                Map.of(
                        "code",
                        "case when t.code like 'business-state.%' then 'business-state.CLOSED' else t.code end",
                        "changed_at",
                        "t.changed_at - " + longAgo));
        node.bean(JdbcTemplate.class).execute("analyze");
    }

    private static String reference(int number) {
        return "MX-2026-B000%02d".formatted(number);
    }

    private static String h2() {
        return H2.inFile(DeskNode.folder("many").resolve("node"));
    }

    /// Copies rows with everything that they hold, under numbers of their own.
    private record Copying(JdbcTemplate database, int times) {
        private static final String NUMBER = "lpad(cast(n as varchar(8)), %d, '0')";

        void of(String table, Map<String, String> others) {
            of(table, "", others);
        }

        /// Where different rows become the same.
        void distinct(String table, Map<String, String> others) {
            of(table, "distinct ", others);
        }

        private void of(String table, String rows, Map<String, String> others) {
            var columns = database.query(
                    "select lower(column_name) from information_schema.columns where lower(table_name) = ?"
                            + " and is_identity = 'NO' and lower(table_schema) = 'public'",
                    (row, _) -> row.getString(1),
                    table);
            var values = columns.stream()
                    .map(column -> others.getOrDefault(column, copied(column)))
                    .collect(Collectors.joining(", "));
            database.execute("insert into %s (%s) select %s%s from %s t cross join %s"
                    .formatted(table, String.join(", ", columns), rows, values, table, numbers()));
        }

        private static String copied(String column) {
            return switch (column) {
                case "id", "message_id", "given_id" ->
                    "cast(" + NUMBER.formatted(8) + " || substr(cast(t." + column + " as varchar(36)), 9) as uuid)";
                case "reference" -> "'MX-2026-' || " + NUMBER.formatted(4) + " || substr(t.reference, 13, 2)";
                default -> "t." + column;
            };
        }

        private String numbers() {
            var postgres = database.execute((ConnectionCallback<Boolean>) connection ->
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
            return (Boolean.TRUE.equals(postgres) ? "generate_series" : "system_range") + "(1, " + times + ") as r(n)";
        }
    }
}
