package org.enlace.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// What the desk asks again and again reads the few items that wait through an index, however many are done with.
class DeskIndexTest {
    private static final int STORED = 20_000;
    private static final int WAITING = 100;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-22T02:16:00Z");
    private static final OfficerId ME = new OfficerId("0".repeat(32));

    private static Databases databases;

    @BeforeAll
    static void fill() {
        databases = Databases.filled(STORED, DeskIndexTest::fill);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyListAndCountAndThePulseOfAnOpenDeskAreReadThroughAnIndex(DataSource source) {
        var seen = sight().over("i");
        var asked = new ArrayList<>(List.of(DeskItems.counts(seen), DeskItems.pulse(seen)));
        Stream.of(DeskView.values()).map(view -> DeskItems.list(view, seen)).forEach(asked::add);

        for (var sql : asked) {
            assertThat(plan(source, sql, seen))
                    .as(sql)
                    .containsIgnoringCase("desk_item_")
                    .doesNotContain("Seq Scan on desk_item")
                    .doesNotContain("DESK_ITEM.tableScan");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void whomSomebodyLooksAfterIsReadThroughAnIndex(DataSource source) {
        var seen = sight().over("i");

        for (var sql : List.of(FollowUps.open(seen), FollowUps.count(seen))) {
            assertThat(plan(source, sql, seen))
                    .as(sql)
                    .containsIgnoringCase("follow_up_open")
                    .doesNotContain("Seq Scan on desk_item", "Seq Scan on case_message", "Seq Scan on follow_up")
                    .doesNotContain("tableScan");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsHandedOverAndWhoHoldsWhatIsReadThroughAnIndex(DataSource source) {
        var seen = sight().over("i");

        for (var sql :
                List.of(Handovers.to(seen), Handovers.count(seen), Handovers.held(seen), Handovers.holders(seen))) {
            assertThat(plan(source, sql, seen))
                    .as(sql)
                    .doesNotContain("Seq Scan on desk_item", "Seq Scan on handover")
                    .doesNotContain("tableScan");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aQuestionWithoutAnIndexWouldBeSeen(DataSource source) {
        var seen = sight().over("i");

        assertThat(plan(source, DeskItems.pulse(seen).replace("i.waits = true", "i.child = false"), seen))
                .containsAnyOf("Seq Scan on desk_item", "DESK_ITEM.tableScan");
    }

    private static Sight sight() {
        var duty = new Officer(ME, "officer-7K4M2Q", "Ana", Set.of(Role.DUTY), null);
        return new Sight(duty, BeanUtils.instantiateClass(AccessRules.class));
    }

    private static String plan(DataSource source, String sql, Sight.Condition seen) {
        var parameters = new HashMap<String, Object>(seen.parameters());
        parameters.putAll(Map.of(
                "me", ME.value(), "taker", ME.value(), "holder", ME.value(), "free", true, "skip", 0, "limit", 50));
        parameters.putAll(Map.of("now", NOW, "soon", NOW.plusHours(2), "until", NOW.toLocalDate()));
        return Databases.plan(source, sql, parameters);
    }

    /// Of so many messages a few wait, of each kind and state, some of them ours.
    private static void fill(JdbcTemplate database, String numbers) {
        var id = Databases.ID;
        Databases.messages(database, numbers);
        database.execute("""
                insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to, state,
                    waits, child, urgency_rank, received_at, clock_from, changed_at, due, owner)
                select %s, %s, 'CO-2026-000001', case when mod(n, 2) = 0 then 'RECEIVED' else 'SENT' end, 'CASE_ALERT',
                    'CASE_ALERT', false, ',', case when n > %d then 'RECEIVED' else 'CLOSED' end, n > %d, false, 1, now(), now(), now(),
                    now(), case when mod(n, 3) = 0 then '%s' end from %s""".formatted(id, id, STORED - WAITING, STORED - WAITING, ME.value(), numbers));
        database.execute("""
                insert into follow_up (id, message_id, due_on, finding)
                select %s, %s, cast('2026-11-22' as date), case when n > %d then 'SAFE' end from %s""".formatted(id, id, WAITING, numbers));
        database.execute("""
                insert into case_event (reference, kind, happened_at, recorded_at)
                values ('CO-2026-000001', 'HANDOVER_OFFERED', now(), now())""");
        database.execute("""
                insert into handover (id, item_id, giver, taker, offered_by, offered_at, event_id, outcome)
                select %s, %s, '%s', case when mod(n, 40) = 0 then '%s' else 'other' end, 'other', now(),
                    (select max(id) from case_event), case when n < %d then 'TAKEN' end from %s""".formatted(id, id, ME.value(), ME.value(), STORED - WAITING, numbers));
        database.execute("analyze");
    }
}
