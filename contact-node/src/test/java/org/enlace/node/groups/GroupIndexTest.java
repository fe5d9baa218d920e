package org.enlace.node.groups;

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

/// However many groups are over, those that run are read through an index, on both databases.
class GroupIndexTest {
    private static final int GROUPS = 5_000;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T02:16:00Z");
    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = Databases.filled(GROUPS, GroupIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void aPageOfGroupsIsReadInTheOrderOfAnIndex(DataSource source) {
        for (var sql : List.of(GroupRows.CURRENT, GroupRows.PAST)) {
            assertThat(plan(source, sql))
                    .as(sql)
                    .containsIgnoringCase("sharing_group_over")
                    .doesNotContainIgnoringCase("seq scan")
                    .doesNotContainIgnoringCase("tableScan");
        }
        assertThat(plan(source, GroupRows.CURRENT.replace("over_at", "begins_at")))
                .as("without the index it would be seen")
                .containsAnyOf("Seq Scan", "tableScan");
    }

    private static String plan(DataSource source, String sql) {
        return String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + sql)
                        .param("now", NOW)
                        .param("skip", 0)
                        .param("limit", 26)
                        .query(String.class)
                        .list());
    }

    private static void fill(JdbcTemplate database, String numbers) {
        database.execute("""
                insert into sharing_group (id, revision, members, name, purpose, starts_on, ends_on, begins_at, over_at)
                select cast('00000000-0000-0000-0000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid), 1, 'CO MX',
                    cast('x' as %s), 'JOINT_INVESTIGATION', cast('2026-01-01' as date), cast('2026-11-30' as date),
                    timestamp with time zone '2026-01-01 00:00:00+00',
                    timestamp with time zone '2026-11-22 00:00:00+00' + n * interval '1' minute
                from %s""".formatted(numbers.startsWith("system") ? "varbinary" : "bytea", numbers));
        database.execute("analyze");
    }
}
