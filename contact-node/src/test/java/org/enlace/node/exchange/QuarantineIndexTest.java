package org.enlace.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The newest page of a full quarantine is read from an index, on both databases.
class QuarantineIndexTest {
    private static final int RECORDS = 20_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-11-22T00:00:00Z");
    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = new Databases();
        databases.both().map(JdbcTemplate::new).forEach(QuarantineIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void theNewestPageIsReadInTheOrderOfAnIndex(DataSource source) {
        assertThat(plan(source, QuarantineFilter.ALL))
                .containsIgnoringCase("quarantine_newest")
                .doesNotContainIgnoringCase("seq scan")
                .doesNotContainIgnoringCase("tableScan")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @MethodSource("both")
    void onesOfOneMemberOrOneReasonAreReadThroughAnIndex(DataSource source) {
        assertThat(plan(source, new QuarantineFilter(new NodeId("AA"), null)))
                .containsIgnoringCase("quarantine_")
                .doesNotContainIgnoringCase("seq scan")
                .doesNotContainIgnoringCase("tableScan");
        assertThat(plan(source, new QuarantineFilter(null, QuarantineReason.SKEW)))
                .containsIgnoringCase("quarantine_")
                .doesNotContainIgnoringCase("seq scan")
                .doesNotContainIgnoringCase("tableScan");
    }

    private static String plan(DataSource source, QuarantineFilter filter) {
        Object[] values =
                Stream.concat(filter.values().stream(), Stream.of(50, 0)).toArray();
        return String.join(
                "\n",
                new JdbcTemplate(source).queryForList("explain " + Quarantine.newest(filter), String.class, values));
    }

    private static void fill(JdbcTemplate database) {
        List<Object[]> rows = IntStream.range(0, RECORDS)
                .mapToObj(i -> new Object[] {
                    UUID.randomUUID(),
                    i,
                    i % 500 == 0 ? "AA" : "SV",
                    i,
                    i % 500 == 1 ? "SKEW" : "TOO_LARGE",
                    FIRST.plusSeconds(i)
                })
                .toList();
        database.batchUpdate("""
                insert into quarantine
                    (id, inbox_id, claimed, topic, record_offset, reason, digest, record_size, at)
                values (?, ?, ?, 't', ?, ?, 'd', 1, ?)""", rows);
        database.execute("analyze");
    }
}
