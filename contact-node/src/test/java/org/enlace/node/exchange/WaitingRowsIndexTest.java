package org.enlace.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/// What is next is read from an index in its order, on both databases: the first of many that wait costs what an only
/// one does.
class WaitingRowsIndexTest {
    private static final int RECORDS = 20_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-22T00:00:00Z");
    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = new Databases();
        databases.both().map(JdbcTemplate::new).forEach(WaitingRowsIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theNextRecordToOpenIsTheFirstOfAnIndex(DataSource source) {
        assertThat(inOrderOfAnIndex(source, lines(source, InboxRows.NEXT, "SV", FIRST.plusYears(1), 1)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theNextMessagesToPublishAreTheFirstOfAnIndex(DataSource source) {
        Map<String, Object> values = Map.of("now", FIRST.plusYears(1), "topics", Set.of(""), "limit", 200);
        assertThat(inOrderOfAnIndex(
                        source,
                        new NamedParameterJdbcTemplate(source)
                                .queryForList("explain " + OutboxRows.SIZES, values, String.class)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("both")
    void anotherOrderIsNotMistakenForIt(DataSource source) {
        assertThat(inOrderOfAnIndex(
                        source,
                        lines(source, "select raw from inbox where state = 'NEW' order by record_digest limit 1")))
                .isFalse();
    }

    private static List<@Nullable String> lines(DataSource source, String query, Object... values) {
        return new JdbcTemplate(source).queryForList("explain " + query, String.class, values);
    }

    private static boolean inOrderOfAnIndex(DataSource source, List<@Nullable String> plan) {
        String text = String.join("\n", plan);
        boolean postgres = new JdbcTemplate(source)
                .execute((Connection connection) ->
                        connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
        return postgres
                ? text.contains("Index Scan") && !text.contains("Sort") && !text.contains("Seq Scan")
                : text.contains("/* index sorted */");
    }

    private static void fill(JdbcTemplate database) {
        List<Object[]> records = IntStream.range(0, RECORDS)
                .mapToObj(i -> new Object[] {i % 2 == 0 ? "SV" : "HN", i, "d" + i, FIRST, FIRST})
                .toList();
        database.batchUpdate("""
                insert into inbox (sender, topic, record_offset, digest, record_digest, record_size, received_at, state,
                    attempts, not_before, accounted)
                values (?, 't', ?, ?, 'd', 1, ?, 'NEW', 0, ?, false)""", records);
        List<Object[]> messages = IntStream.range(0, RECORDS)
                .mapToObj(i -> new Object[] {UUID.randomUUID(), FIRST, FIRST.plusSeconds(i)})
                .toList();
        database.batchUpdate("""
                insert into outbox (msg_id, message_type, topic, digest, kept, queued_at, due, next_attempt_at, failures)
                values (?, 'CASE_ALERT', 't', 'd', true, ?, true, ?, 0)""", messages);
        database.execute("analyze");
    }
}
