package org.enlace.node.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.Sight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/// However many files came and were let through, those that wait are read through an index, on both databases.
class FilesIndexTest {
    private static final int FILES = 10_000;
    private static final OfficerId ME = new OfficerId("0".repeat(32));
    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = Databases.filled(FILES, FilesIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWaitsToBeLetThroughIsReadThroughAnIndex(DataSource source) {
        var supervisor = new Officer(ME, "officer-7K4M2Q", "Ana", Set.of(Role.SUPERVISOR), null);
        var seen = new Sight(supervisor, BeanUtils.instantiateClass(AccessRules.class)).over("m");

        for (var sql : List.of(WaitingFiles.list(seen), WaitingFiles.count(seen))) {
            assertThat(plan(source, sql, seen))
                    .as(sql)
                    .containsIgnoringCase("attachment_state")
                    .doesNotContain("Seq Scan on attachment", "Seq Scan on file_asked", "Seq Scan on case_message")
                    .doesNotContain("tableScan");
        }
        var without = WaitingFiles.count(seen).replace("f.state = 'UNSCANNED'", "f.chunks = 2");
        assertThat(plan(source, without, seen))
                .as("without the index it would be seen")
                .containsAnyOf("Seq Scan", "tableScan");
    }

    private static String plan(DataSource source, String sql, Sight.Condition seen) {
        var parameters = new HashMap<String, Object>(seen.parameters());
        parameters.put("me", ME.value());
        parameters.put("limit", WaitingFiles.PAGE);
        return Databases.plan(source, sql, parameters);
    }

    /// Of so many files each was asked for, and every thousandth still waits.
    private static void fill(JdbcTemplate database, String numbers) {
        var bytes = numbers.startsWith("system") ? "varbinary" : "bytea";
        Databases.messages(database, numbers);
        database.execute("""
                insert into attachment (member, id, message_id, given_id, number, chunks, done, have, state, since, sealed)
                select 'CO', %1$s, %1$s, %1$s, 1, 1, 1, cast('x' as %2$s),
                    case when mod(n, 1000) = 0 then 'UNSCANNED' else 'WHOLE' end,
                    timestamp with time zone '2026-01-01 00:00:00+00', cast('x' as %2$s)
                from %3$s""".formatted(Databases.ID, bytes, numbers));
        database.execute("""
                insert into file_asked (message_id, number, officer, asked_at)
                select %1$s, 1, 'one', timestamp with time zone '2026-01-01 00:00:00+00' from %2$s""".formatted(Databases.ID, numbers));
        database.execute("analyze");
    }
}
