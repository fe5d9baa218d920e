package org.enlace.node.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// However much was asked, an officer's queries and a partner's quota are read through an index, on both databases.
class QueryIndexTest {
    private static final int QUERIES = 5_000;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-01T02:16:00Z");
    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = new Databases();
        fill(new JdbcTemplate(databases.h2()), "varbinary", "system_range(1, " + QUERIES + ") as r(n)");
        fill(new JdbcTemplate(databases.postgres()), "bytea", "generate_series(1, " + QUERIES + ") as r(n)");
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theQuotaOfAPartnerIsCountedThroughAnIndex(DataSource source) {
        assertThat(plan(source, ReceivedRows.COUNTED, List.of("MX", "ACTUAL", NOW)))
                .doesNotContainIgnoringCase("seq scan")
                .doesNotContainIgnoringCase("tableScan");
        assertThat(plan(source, "select * from match_received where pseudonym = ?", List.of("x")))
                .as("without the index it would be seen")
                .containsAnyOf("Seq Scan", "tableScan");
    }

    @ParameterizedTest
    @MethodSource("both")
    void theQueriesOfAnOfficerAreReadThroughAnIndex(DataSource source) {
        assertThat(plan(source, QueryRows.NEWEST, List.of("0".repeat(32), 0, 21)))
                .doesNotContainIgnoringCase("seq scan")
                .doesNotContainIgnoringCase("tableScan");
    }

    private static String plan(DataSource source, String sql, List<?> values) {
        return String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + sql)
                        .params(values)
                        .query(String.class)
                        .list());
    }

    private static void fill(JdbcTemplate database, String bytes, String numbers) {
        var id = "cast('00000000-0000-0000-0000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        var at = "timestamp with time zone '2026-11-01 00:00:00+00' + n * interval '1' minute";
        database.execute("""
                insert into match_received (partner, message_id, mode, pseudonym, elements, counted, state, outcome,
                    received_at)
                select case when mod(n, 30) = 0 then 'MX' else 'BR' end, %s, 'ACTUAL', 'officer-1', 1, true, 'DONE',
                    'EVALUATED', %s from %s""".formatted(id, at, numbers));
        database.execute("""
                insert into officer (id, username, pseudonym, display_name, roles, language, password_hash, disabled)
                select lpad(cast(n - 1 as varchar(32)), 32, '0'), 'u' || n, 'officer-' || n, 'x', 'ANALYST', 'en', 'x',
                    false
                from %s where n <= 300""".formatted(numbers));
        database.execute("""
                insert into match_query (id, officer_id, reference, purpose, mode, elements, identifiers, asked_at)
                select %s, lpad(cast(mod(n, 300) as varchar(32)), 32, '0'), 'GT-2026-7K4M2Q', 'INVESTIGATION', 'ACTUAL',
                    1, cast('x' as %s), %s from %s""".formatted(id, bytes, at, numbers));
        database.execute("analyze");
    }
}
