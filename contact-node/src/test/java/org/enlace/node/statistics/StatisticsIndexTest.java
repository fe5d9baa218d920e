package org.enlace.node.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A period is counted from what happened in it, however much was before.
class StatisticsIndexTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T02:16:00Z");
    private static final int STORED = 20_000;

    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = Databases.filled(STORED, StatisticsIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsCountedAndTimedIsFoundByItsTime(DataSource source) {
        for (var line : CountedLines.values()) {
            assertIndexed(source, line.sql());
        }
        for (var kind : PaceKind.values()) {
            assertIndexed(source, kind.sql());
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWentAndWhatCameBackIsFoundByItsYear(DataSource source) {
        var year = "2026";
        var mode = "ACTUAL";
        assertFound(source, SentReturns.OF_YEAR, year);
        assertFound(source, ReceivedReturns.OF_YEAR, year, mode);
        assertFound(source, ReceivedReturns.OF_SENDER, year, mode, "CO");
        assertFound(source, ReceivedReturns.UNOPENED, mode);
        assertFound(source, ReceivedReturns.UNTOLD, NOW);
    }

    private static void assertFound(DataSource source, String sql, Object... params) {
        var plan = String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + sql)
                        .params(params)
                        .query(String.class)
                        .list());
        assertThat(plan).as(sql).doesNotContain("Seq Scan on statistics_", "tableScan");
    }

    private static void assertIndexed(DataSource source, String sql) {
        var plan = String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + sql)
                        .params(NOW.minusMinutes(20), NOW)
                        .query(String.class)
                        .list());
        assertThat(plan)
                .as(sql)
                .doesNotContain("Seq Scan on case_message", "Seq Scan on case_event", "Seq Scan on desk_item")
                .doesNotContain("Seq Scan on recall ", "tableScan");
    }

    private static void fill(JdbcTemplate database, String numbers) {
        var id = "cast('00000000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        var at = "cast('2026-11-22T02:16:00Z' as timestamp with time zone) - n * interval '1' minute";
        database.update(
                "insert into case_file (reference, opened_at, changed_at) values ('CO-2026-000001', now(), now())");
        database.execute("""
                insert into case_message (id, reference, side, partner, type, read_as, urgency, child, protection_only,
                    closed_to, mode, codes, author_name, sent_at, stored_at, given_id)
                select %s, 'CO-2026-000001', case when mod(n, 2) = 0 then 'SENT' else 'RECEIVED' end, 'CO', 'CASE_ALERT',
                    'CASE_ALERT', 'URGENT', false, false, ',', 'ACTUAL', '{}', 'o', %s, %s, %s from %s""".formatted(id, at, at, id, numbers));
        database.execute("insert into case_recipient (message_id, recipient) select " + id + ", 'MX' from " + numbers);
        database.execute("""
                insert into case_event (reference, message_id, kind, happened_at, recorded_at)
                select 'CO-2026-000001', %s, case mod(n, 4) when 0 then 'DECLINED' when 1 then 'ON_HOLD'
                    when 2 then 'NEEDS_INFO' else 'ACKNOWLEDGED' end, %s, %s from %s""".formatted(id, at, at, numbers));
        database.execute("""
                insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to, state,
                    waits, child, urgency_rank, received_at, clock_from, changed_at)
                select %s, %s, 'CO-2026-000001', 'RECEIVED', 'CASE_ALERT', 'CASE_ALERT', false, ',', 'CLOSED', false, false, 1,
                    now(), now(), now() from %s""".formatted(id, id, numbers));
        database.execute("""
                insert into recall (id, side, partner, given_id, reason, subject, mode, pseudonym, recalled_at)
                select %s, 'SENT', 'CO', %s, 'SAFETY', 'CASES', 'ACTUAL', 'o', %s from %s""".formatted(id, id, at, numbers));
        database.execute("""
                insert into recall_reply (recall_id, other, due, final, readers, owed)
                select %s, 'CO', now(), false, 0, false from %s""".formatted(id, numbers));
        database.execute("""
                insert into statistics_sent (id, period, recipient, number, mode, withdrawn, pseudonym, sent_at)
                select %s, cast(2000 + mod(n, 100) as varchar(8)), 'MX', n, 'ACTUAL', '', 'o', now() from %s""".formatted(id, numbers));
        database.execute("""
                insert into statistics_return (id, sender, given_id, period, mode, number, withdrawn, released_at,
                    pseudonym, received_at, opened_at, tell_at)
                select %s, 'CO', %s, cast(2000 + mod(n, 100) as varchar(8)), 'ACTUAL', n, '', now(), 'o', now(),
                    case when n > 5 then now() end, case when n < 5 then %s end from %s""".formatted(id, id, at, numbers));
        database.execute("analyze");
    }
}
