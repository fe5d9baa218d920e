package org.enlace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that the last release without calendars left, with clocks that run, brought to the newest form: each
/// moment in it stays what it was, and the clocks that are still to start count by the days that were known then.
class OlderReleaseTest {
    private static final String BEFORE_CALENDARS = "71";

    static Stream<DataSource> both() {
        var h2 = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return Stream.of(h2, Postgres.empty());
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyDeadlineThatRunsStaysTheSameMoment(DataSource source) {
        Flyway.configure().dataSource(source).target(BEFORE_CALENDARS).load().migrate();
        var database = JdbcClient.create(source);
        LEFT.forEach(statement -> database.sql(statement).update());
        var before = moments(database);
        assertThat(before).hasSizeGreaterThan(20);

        Flyway.configure().dataSource(source).load().migrate();

        var after = moments(database);
        // What its sender is told of by then has a table of its own since.
        after.put("case_message.openings_due", after.getOrDefault("openings_owed.due", List.of()));
        assertThat(after).containsAllEntriesOf(before);
        assertThat(database.sql("select recipient, directory_version from delivery order by recipient")
                        .query((row, _) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .as("the version that was trusted when it was brought over")
                .containsExactly("CO 3", "MX 3", "SV 3");
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWasSentBeforeAnyDirectoryWasKeptCountsByTheFirst(DataSource source) {
        Flyway.configure().dataSource(source).target(BEFORE_CALENDARS).load().migrate();
        var database = JdbcClient.create(source);
        LEFT.stream()
                .filter(statement -> !statement.contains("directory_version"))
                .forEach(statement -> database.sql(statement).update());

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(database.sql("select distinct directory_version from delivery")
                        .query((row, _) -> row.getInt(1))
                        .list())
                .containsExactly(1);
    }

    /// Every day and time in the database, by table and column.
    private static Map<String, List<String>> moments(JdbcClient database) {
        var columns = database.sql("""
                        select lower(table_name) || '.' || lower(column_name) from information_schema.columns
                        where lower(table_schema) = 'public' and lower(data_type) in ('timestamp with time zone', 'date')""").query(String.class).list();
        var moments = columns.stream().collect(Collectors.toMap(column -> column, column -> values(database, column)));
        moments.values().removeIf(List::isEmpty);
        return new TreeMap<>(moments);
    }

    private static List<String> values(JdbcClient database, String column) {
        var at = column.indexOf('.');
        return database.sql("select cast(%1$s as varchar(40)) from %2$s where %1$s is not null order by 1"
                        .formatted(column.substring(at + 1), column.substring(0, at)))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Three messages to partners, of which one was stored, one refused and one is on its way; one that came; what was
    /// called, told and is to be looked after.
    private static final List<String> LEFT = List.of("""
            insert into directory_version (version, hash, accepted_at, signed)
            values (1, 'one', timestamp with time zone '2026-01-05 10:00:00+00', null),
                (2, 'two', timestamp with time zone '2026-06-05 10:00:00+00', cast('x' as bytea)),
                (3, 'three', timestamp with time zone '2026-10-05 10:00:00+00', cast('x' as bytea))""", """
            insert into case_file (reference, opened_at, changed_at)
            values ('PA-2026-000001', timestamp with time zone '2026-11-20 10:00:00.123456+00',
                timestamp with time zone '2026-11-21 10:00:00+00')""", """
            insert into case_message (id, given_id, reference, side, partner, type, read_as, urgency, child,
                protection_only, closed_to, mode, codes, author_name, sent_at, stored_at, openings_due)
            values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001', 'PA-2026-000001',
                'SENT', 'PA', 'CASE_ALERT', 'CASE_ALERT', 'NORMAL', false, false, ',', 'ACTUAL', '', 'o',
                timestamp with time zone '2026-11-20 22:30:00+00', timestamp with time zone '2026-11-20 22:30:01+00',
                null),
                ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000009', 'PA-2026-000001',
                'RECEIVED', 'CO', 'CASE_ALERT', 'CASE_ALERT', 'URGENT', false, false, ',', 'ACTUAL', '', 'o',
                timestamp with time zone '2026-11-20 23:00:00+00', timestamp with time zone '2026-11-20 23:00:02+00',
                timestamp with time zone '2026-11-25 05:00:00+00')""", """
            insert into delivery (msg_id, recipient, message_type, urgency, epoch, seq, digest, chain_hash, state,
                answered, not_after, queued_at, look_at, on_broker_at, stored_at, refused_at, warned_at)
            values ('00000000-0000-7000-8000-000000000001', 'CO', 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'STORED', true,
                timestamp with time zone '2026-12-04 22:30:00+00', timestamp with time zone '2026-11-20 22:30:02+00',
                timestamp with time zone '2026-11-20 22:40:00+00', timestamp with time zone '2026-11-20 22:30:03+00',
                timestamp with time zone '2026-11-20 22:30:04+00', null, null),
                ('00000000-0000-7000-8000-000000000001', 'MX', 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'QUEUED', false,
                timestamp with time zone '2026-12-04 22:31:00+00', timestamp with time zone '2026-11-20 22:31:02+00',
                timestamp with time zone '2026-11-20 22:41:00+00', null, null, null,
                timestamp with time zone '2026-11-20 22:42:00+00'),
                ('00000000-0000-7000-8000-000000000001', 'SV', 'CASE_ALERT', 'NORMAL', 1, 1, 'd', 'c', 'REFUSED', true,
                timestamp with time zone '2026-12-04 22:32:00+00', timestamp with time zone '2026-11-20 22:32:02+00',
                timestamp with time zone '2026-11-20 22:43:00+00', timestamp with time zone '2026-11-20 22:32:03+00',
                null, timestamp with time zone '2026-11-20 22:32:04+00', null)""", """
            insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to, state,
                waits, child, urgency_rank, received_at, clock_from, changed_at, ack_due, answer_due, due, asked_due,
                call_at, taken_at, owner, stood_millis)
            values ('10000000-0000-4000-8000-000000000001', '00000000-0000-7000-8000-000000000001', 'PA-2026-000001',
                'SENT', 'CASE_ALERT', 'CASE_ALERT', false, ',', 'SENT', true, false, 2,
                timestamp with time zone '2026-11-20 22:30:05+00', timestamp with time zone '2026-11-20 22:30:04+00',
                timestamp with time zone '2026-11-20 22:33:00+00', timestamp with time zone '2026-11-23 22:30:04+00',
                timestamp with time zone '2026-12-20 22:30:04+00', timestamp with time zone '2026-11-23 22:30:04+00',
                timestamp with time zone '2026-12-01 05:00:00+00', timestamp with time zone '2026-11-23 22:30:09+00',
                null, null, 0),
                ('10000000-0000-4000-8000-000000000002', '00000000-0000-7000-8000-000000000002', 'PA-2026-000001',
                'RECEIVED', 'CASE_ALERT', 'CASE_ALERT', false, ',', 'ON_HOLD', true, false, 1,
                timestamp with time zone '2026-11-20 23:00:02.654321+00',
                timestamp with time zone '2026-11-20 23:00:02.654321+00',
                timestamp with time zone '2026-11-21 09:00:00+00', timestamp with time zone '2026-11-21 03:00:02+00',
                timestamp with time zone '2026-11-22 23:00:02+00', null, null,
                timestamp with time zone '2026-11-21 01:00:02+00', timestamp with time zone '2026-11-21 02:00:00+00',
                'me', 3600000)""", """
            insert into ladder_call (item_id, message_id, clock, rung, due_at, done_at, late)
            values ('10000000-0000-4000-8000-000000000002', '00000000-0000-7000-8000-000000000002', 'ACKNOWLEDGE', 'FIRST',
                timestamp with time zone '2026-11-21 01:00:03+00', timestamp with time zone '2026-11-21 01:00:04+00',
                false)""", """
            insert into follow_up (id, message_id, due_on)
            values ('20000000-0000-4000-8000-000000000001', '00000000-0000-7000-8000-000000000002', date '2027-02-20')""", """
            insert into case_version (message_id, version, given_id, author_name, sent_at, stored_at)
            values ('00000000-0000-7000-8000-000000000002', 1, '00000000-0000-7000-8000-000000000009', 'o',
                timestamp with time zone '2026-11-20 23:00:00.5+00', timestamp with time zone '2026-11-20 23:00:02.5+00'),
                ('00000000-0000-7000-8000-000000000002', 2, '00000000-0000-7000-8000-000000000008', 'o',
                timestamp with time zone '2026-11-20 23:10:00+00', timestamp with time zone '2026-11-20 23:10:02+00')""");
}
