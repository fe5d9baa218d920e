package org.enlace.node.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.message.NodeId;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.Sight;
import org.enlace.node.routes.FlowRows.Asked;
import org.enlace.node.routes.FlowRows.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The map of routes reads the legs of its months, and no message.
class RouteIndexTest {
    private static final int STORED = 10_000;
    private static final Map<String, Object> GIVEN = Map.of(
            "skip",
            0,
            "limit",
            26,
            "coarse",
            List.of("c1", "c2"),
            "legs",
            List.of("l1", "l2"),
            "before",
            Long.MAX_VALUE);

    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = Databases.filled(STORED, RouteIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyQuestionOfTheMapIsReadThroughAnIndex(DataSource source) {
        for (var filter : List.of(new RouteFilter("2025-01", "2025-12", "BUS", "CO", true))) {
            var question = new Question(sight(), filter, List.of(new NodeId("MX")));
            for (var asked : List.of(
                    FlowRows.places(question),
                    FlowRows.shares(question),
                    FlowRows.corroborated(question),
                    FlowRows.reports(question))) {
                assertThat(plan(source, asked))
                        .as(asked.sql())
                        .containsIgnoringCase("route_leg_")
                        .doesNotContain("Seq Scan on route_leg", "case_message")
                        .doesNotContain("ROUTE_LEG.tableScan", "CASE_MESSAGE");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aQuestionWithoutAnIndexWouldBeSeen(DataSource source) {
        var asked = FlowRows.shares(new Question(sight(), RouteFilter.NONE, List.of()));
        var sql = asked.sql().replace("l.coarse_key in", "l.mode in").replace("l.last_month", "l.cases");
        var other = new Asked(sql.replace("l.first_month", "l.number"), asked.parameters());

        assertThat(plan(source, other)).containsAnyOf("Seq Scan on route_leg", "ROUTE_LEG.tableScan");
    }

    /// Each leg is told by three states, of which the reader may not see one.
    @ParameterizedTest
    @MethodSource("both")
    void legsArePutTogetherAlikeOnBothDatabases(DataSource source) {
        var rows = new FlowRows(JdbcClient.create(source));
        var question = new Question(sight(), new RouteFilter("2025-01", "2025-01", "", "", false), List.of());

        var places = rows.places(question, 0, 26);

        assertThat(places).hasSizeBetween(1, 26).doesNotHaveDuplicates();
        var shares = rows.shares(question, List.of(places.getFirst().coarse()));
        assertThat(shares).isNotEmpty().noneMatch(share -> share.state().equals(new NodeId("BR")));
        assertThat(rows.reports(question, List.of(shares.getFirst().leg()), Long.MAX_VALUE, 10))
                .isNotEmpty();
        var behind = new Question(sight(), question.filter(), List.of(new NodeId("CO")));
        assertThat(rows.shares(behind, List.of(places.getFirst().coarse())))
                .noneMatch(share -> share.state().equals(new NodeId("CO")));
        assertThat(rows.coarse(shares.getFirst().leg()))
                .hasValue(shares.getFirst().coarse());
        assertThat(rows.corroborated(question, List.of("l1"))).isEmpty();
    }

    private static Sight sight() {
        var analyst = new Officer(new OfficerId("0".repeat(32)), "officer-7K4M2Q", "Ana", Set.of(Role.ANALYST), null);
        return new Sight(analyst, BeanUtils.instantiateClass(AccessRules.class));
    }

    private static String plan(DataSource source, Asked asked) {
        var parameters = new TreeMap<>(asked.parameters());
        GIVEN.forEach((name, value) -> {
            if (asked.sql().contains(":" + name)) {
                parameters.put(name, value);
            }
        });
        return String.join(
                "\n",
                JdbcClient.create(source)
                        .sql("explain " + asked.sql())
                        .params(parameters)
                        .query(String.class)
                        .list());
    }

    /// Twenty years, of which each report tells of three months.
    private static void fill(JdbcTemplate database, String numbers) {
        var id = "cast('00000000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        database.execute("""
                insert into case_file (reference, opened_at, changed_at) values ('CO-2026-000001', now(), now())""");
        database.execute("""
                insert into case_message (id, reference, side, partner, type, read_as, urgency, child, protection_only,
                    closed_to, mode, codes, author_name, sent_at, stored_at, given_id)
                select %s, 'CO-2026-000001', 'RECEIVED', 'CO', 'ROUTE_REPORT', 'ROUTE_REPORT', 'ROUTINE', false, false,
                    ',', 'ACTUAL', '{}', 'o', now(), now(), %s from %s""".formatted(id, id, numbers));
        database.execute("""
                insert into route_leg (message_id, number, leg_key, coarse_key, ends, located, from_country, to_country, mode,
                    first_month, last_month, active, cases, confirmed, partner, read_as, protection_only, closed_to)
                select %s, 0, 'l' || mod(n, 997), 'c' || mod(mod(n, 997), 101), cast('' as bytea), false, 'CO', 'PA', 'BUS',
                    24070 + mod(n, 240), 24072 + mod(n, 240), true, mod(n, 3), false,
                    case mod(n, 3) when 0 then 'CO' when 1 then 'MX' else 'BR' end, 'ROUTE_REPORT', false,
                    case mod(n, 3) when 2 then ',ANALYST,' else ',' end from %s""".formatted(id, numbers));
        database.execute("analyze");
    }
}
