package org.enlace.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.access.Role;
import org.enlace.node.casefile.Sight;
import org.enlace.node.search.Hits.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists and searches read no more rows however much is stored.
class SearchIndexTest {
    private static final int STORED = 20_000;
    private static final OfficerId ME = new OfficerId("0".repeat(32));
    /// One message in so many is of a country, one in so many is rare, and each is an alert.
    private static final Wanted.Codes COMMON = new Wanted.Codes(Set.of("message-type.CASE_ALERT"));
    private static final Wanted.Codes SOME = new Wanted.Codes(Set.of("country.MX", "country.CO"));
    private static final Wanted.Codes RARE = new Wanted.Codes(Set.of("alert-kind.RARE"));
    private static final Wanted.Codes STATE = new Wanted.Codes(Set.of("business-state.ACCEPTED"));
    private static final Wanted MINE = new Wanted.OwnedBy(ME.value());

    private static final Wanted.Codes RECEIVED = new Wanted.Codes(Set.of("business-state.RECEIVED"));
    private static final List<List<Wanted>> SEARCHES = List.of(
            List.of(),
            List.of(COMMON),
            List.of(COMMON, SOME),
            List.of(RARE),
            List.of(COMMON, RARE),
            List.of(STATE),
            List.of(RECEIVED),
            List.of(MINE));
    /// Frequent, and no message has it together with one of those countries.
    private static final Wanted.Codes APART = new Wanted.Codes(Set.of("form.APART"));

    private static final OffsetDateTime NEWEST = OffsetDateTime.parse("2026-11-22T02:16:00Z");
    /// What the duty officer of these tests sees, and messages that are closed to the desk.
    private static final String SEEN = "IDS";
    private static final String HIDDEN = "IS";

    private static final Reader READER = reader();
    private static final List<Wanted> NEVER = List.of(SOME, APART);
    /// Of the rows that are looked at and of what is looked up for each, in a search and in a list.
    private static final long ROWS_MAX = 8L * Hits.LOOKED_AT_MAX;

    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");

    private static Databases databases;
    private static Databases few;

    @BeforeAll
    static void fill() {
        databases = new Databases();
        fill(databases, STORED);
        hide(databases, STORED / 2);
        few = new Databases();
        fill(few, 1_000);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyListAndSearchIsReadThroughIndexes(DataSource source) {
        var asked = List.of(
                Question.cases(READER, List.of(), Period.EVER, -1),
                Question.cases(READER, List.of(COMMON, SOME), Period.EVER, 1),
                Question.cases(READER, List.of(COMMON, RARE), Period.EVER, 1),
                Question.cases(READER, List.of(STATE, COMMON), Period.EVER, 0),
                Question.cases(READER, List.of(COMMON, MINE), Period.EVER, 1),
                Question.messages(READER, List.of(COMMON, SOME), 1),
                Question.messages(READER, List.of(COMMON, RARE), 1),
                Question.messages(READER, List.of(STATE), 0));

        for (var each : asked) {
            assertThat(plan(source, each))
                    .as(each.sql())
                    .doesNotContain("Seq Scan on case_message", "Seq Scan on case_file", "Seq Scan on case_term")
                    .doesNotContain("Seq Scan on desk_item", "Seq Scan on case_code")
                    .doesNotContain("tableScan");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachQuestionFindsWhatItShould(DataSource source) {
        var hits = hits(source);

        assertThat(hits.messages(READER, List.of(COMMON, RARE), Place.TOP, 26).found())
                .hasSize(20);
        assertThat(hits.messages(READER, List.of(COMMON, SOME), Place.TOP, 26).found())
                .hasSize(26);
        assertThat(cases(hits, List.of(COMMON, RARE)).found()).hasSize(20);
        assertThat(cases(hits, List.of(MINE)).found()).hasSize(51);
        assertThat(hits.numbers(READER, new Wanted.NumberPart("", "00001"), 13)).hasSize(10);
        assertThat(hits.numbers(READER, new Wanted.NumberPart("MX-2026-", "00001"), 13))
                .isEmpty();
    }

    /// What is closed to the reader has the same words and lies between.
    @ParameterizedTest
    @MethodSource("both")
    void aSearchForWordsThatNeverMeetStopsWhereItsReaderCouldHaveCountedAndGoesOnFromThere(DataSource source) {
        var hits = hits(source);
        var apart = IntStream.rangeClosed(1, STORED)
                .filter(number -> number % 10 == 5 && number % 21 != 0)
                .mapToObj(number -> NEWEST.minusSeconds(number).toInstant())
                .toList();

        var stops = new ArrayList<Instant>();
        for (var walked = hits.messages(READER, List.of(SOME, APART), Place.TOP, 26);
                walked.stopped() != null;
                walked = hits.messages(READER, List.of(SOME, APART), walked.stopped(), 26)) {
            assertThat(walked.found()).isEmpty();
            stops.add(walked.stopped().at());
        }

        assertThat(stops)
                .containsExactly(
                        apart.get(Hits.LOOKED_AT_MAX - 1),
                        apart.get(2 * Hits.LOOKED_AT_MAX - 1),
                        apart.get(3 * Hits.LOOKED_AT_MAX - 1));
        var cases = cases(hits, NEVER);
        assertThat(cases.found()).isEmpty();
        assertThat(cases.stopped()).isNotNull();
        assertThat(cases.stopped().key()).startsWith("CO-2026-");
    }

    @Test
    void aPageReadsNoMoreRowsOfTwentyThousandMessagesThanOfAThousand() {
        for (var wanted : SEARCHES) {
            var before = few.both().map(source -> read(source, wanted)).toList();
            var after = databases.both().map(source -> read(source, wanted)).toList();

            for (var i = 0; i < before.size(); i++) {
                assertThat(after.get(i))
                        .as("database %d, %s: %d rows, then %d", i, wanted, before.get(i), after.get(i))
                        .isLessThanOrEqualTo(before.get(i) * 3 / 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void wordsThatNeverMeetReadNoMoreRowsThanAreLookedAt(DataSource source) {
        assertThat(read(source, NEVER, Hits.LOOKED_AT_MAX)).isBetween((long) Hits.LOOKED_AT_MAX, ROWS_MAX);
    }

    /// One that PostgreSQL keeps for all words would read all of what is frequent.
    @Test
    void everyQuestionIsPlannedForItsOwnWords() throws SQLException {
        var postgres = databases.postgres();
        var single = new SingleConnectionDataSource(postgres.getConnection(), true);
        var hits = hits(single);
        var wanted = List.of(COMMON, RARE);

        for (var times = 0; times < 12; times++) {
            cases(hits, List.copyOf(wanted));
            hits.messages(READER, wanted, Place.TOP, 26);
        }

        assertThat(JdbcClient.create(single)
                        .sql("select statement from pg_prepared_statements where statement like '%case_%'")
                        .query(String.class)
                        .list())
                .isEmpty();
        single.destroy();
    }

    @Test
    @Tag("long")
    void aHundredThousandMessagesTakeNotMuchLongerThanAThousand() throws SQLException {
        var many = new Databases();
        fill(many, 100_000);
        var small = few.both().toList();
        var large = many.both().toList();
        for (var i = 0; i < small.size(); i++) {
            for (var wanted : SEARCHES) {
                var before = time(small.get(i), wanted);
                var after = time(large.get(i), wanted);
                System.out.printf(
                        "database %d, %s: %.1f ms and %d rows, then %.1f ms and %d rows%n",
                        i, wanted, before / 1e6, read(small.get(i), wanted), after / 1e6, read(large.get(i), wanted));
            }
            var rows = read(large.get(i), NEVER, Hits.LOOKED_AT_MAX);
            System.out.printf(
                    "database %d, never: %.1f ms, then %.1f ms and %d rows%n",
                    i, time(small.get(i), NEVER) / 1e6, time(large.get(i), NEVER) / 1e6, rows);
            assertThat(rows).isLessThan(ROWS_MAX);
        }
        assertThat(large).hasSize(2);
    }

    private static long time(DataSource source, List<Wanted> wanted) throws SQLException {
        var single = new SingleConnectionDataSource(source.getConnection(), true);
        var hits = hits(single);
        var codes = codes(wanted);
        var times = new long[31];
        for (var i = 0; i < times.length; i++) {
            var start = System.nanoTime();
            cases(hits, wanted);
            if (areAllCodes(wanted)) {
                hits.messages(READER, codes, Place.TOP, 26);
            }
            times[i] = System.nanoTime() - start;
        }
        single.destroy();
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    /// Of a page whose first rows are enough.
    private static long read(DataSource source, List<Wanted> wanted) {
        return read(source, wanted, wanted.size() < 2 ? 51 : 76);
    }

    private static long read(DataSource source, List<Wanted> wanted, int rows) {
        var hits = hits(source);
        var codes = codes(wanted);
        return read(source, Question.cases(READER, wanted, Period.EVER, hits.lead(READER, wanted)), rows)
                + (areAllCodes(wanted)
                        ? read(source, Question.messages(READER, codes, hits.leadOfMessages(READER, codes)), rows)
                        : 0);
    }

    private static boolean areAllCodes(List<Wanted> wanted) {
        return !wanted.isEmpty() && wanted.stream().allMatch(Wanted.Codes.class::isInstance);
    }

    private static Walked<Hits.CaseHit> cases(Hits hits, List<Wanted> wanted) {
        return hits.cases(READER, wanted, Period.EVER, Place.TOP, 51, Hits.LOOKED_AT_MAX);
    }

    /// The rows that a database says it has read, and how often it has looked for some.
    private static long read(DataSource source, Question asked, int rows) {
        if (isH2(source)) {
            return SCANNED.matcher(asked(source, "explain analyze ", asked, rows))
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }
        var plan = new JsonMapper().readTree(asked(source, "explain (analyze, timing off, format json) ", asked, rows));
        return read(plan.at("/0/Plan"));
    }

    private static boolean isH2(DataSource source) {
        return Objects.requireNonNull(((DriverManagerDataSource) source).getUrl())
                .startsWith("jdbc:h2:");
    }

    private static long read(JsonNode node) {
        var here = node.has("Relation Name")
                ? node.path("Actual Loops").asLong()
                        * (1
                                + node.path("Actual Rows").asLong()
                                + node.path("Rows Removed by Filter").asLong())
                : 0;
        return here
                + StreamSupport.stream(node.path("Plans").spliterator(), false)
                        .mapToLong(SearchIndexTest::read)
                        .sum();
    }

    private static Hits hits(DataSource source) {
        return new Hits(source, new Leads(source));
    }

    private static List<Wanted.Codes> codes(List<Wanted> wanted) {
        return wanted.stream()
                .filter(Wanted.Codes.class::isInstance)
                .map(Wanted.Codes.class::cast)
                .toList();
    }

    private static Reader reader() {
        var duty = new Officer(ME, "officer-7K4M2Q", "Ana", Set.of(Role.DUTY), null);
        var sight = new Sight(duty, BeanUtils.instantiateClass(AccessRules.class));
        return new Reader(sight, List.of("CWDS", "DS", "IADS", SEEN));
    }

    private static String plan(DataSource source, Question asked) {
        return asked(source, "explain ", asked, 50);
    }

    private static String asked(DataSource source, String how, Question asked, int rows) {
        return String.join(
                "\n",
                JdbcClient.create(source)
                        .sql(how + asked.sql())
                        .params(asked.parameters())
                        .param("at", OffsetDateTime.parse("9999-01-01T00:00:00Z"))
                        .param(
                                "key",
                                asked.sql().contains("t.message_id <")
                                                || asked.sql().contains("t.id <")
                                        ? new UUID(0, 0)
                                        : "")
                        .param("window", rows)
                        .query(String.class)
                        .list());
    }

    /// Two messages a case, of which each tenth is of one of two countries, a few are rare, and a tenth is ours.
    private static void fill(Databases both, int stored) {
        fill(both, stored, new Kind("8000", "CO", ",", SEEN));
    }

    /// As many that are closed to the desk.
    private static void hide(Databases both, int stored) {
        fill(both, stored, new Kind("9000", "MX", ",DUTY,", HIDDEN));
    }

    private record Kind(String ids, String country, String closedTo, String readers) {}

    private static void fill(Databases both, int stored, Kind kind) {
        fill(new JdbcTemplate(both.h2()), stored, "system_range(1, " + stored + ") as r(n)", kind);
        fill(new JdbcTemplate(both.postgres()), stored, "generate_series(1, " + stored + ") as r(n)", kind);
    }

    private static void fill(JdbcTemplate database, int stored, String numbers, Kind kind) {
        var id = "cast('00000000-0000-7000-" + kind.ids() + "-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        var reference = "'" + kind.country() + "-2026-' || lpad(cast((n + 1) / 2 as varchar(6)), 6, '0')";
        var readers = "'" + kind.readers() + "'";
        var at = NEWEST;
        var then = "cast(? as timestamp with time zone) - n * interval '1' second";
        database.update("""
                insert into case_file (reference, opened_at, changed_at)
                select %s, cast(? as timestamp with time zone), cast(? as timestamp with time zone)
                    - n * interval '1' second from %s where mod(n, 2) = 0""".formatted(reference, numbers), at, at);
        database.update("""
                insert into case_message (id, reference, side, partner, type, read_as, urgency, child, protection_only,
                    closed_to, mode, codes, author_name, sent_at, stored_at, given_id)
                select %s, %s, 'RECEIVED', 'CO', 'CASE_ALERT', 'CASE_ALERT', 'URGENT', false, false, '%s', 'ACTUAL', '{}',
                    'o', cast(? as timestamp with time zone), cast(? as timestamp with time zone) - n * interval '1' second, %s from %s""".formatted(id, reference, kind.closedTo(), id, numbers), at, at);
        for (var term : List.of(
                "'message-type.CASE_ALERT', 1",
                "'country.MX', 20",
                "'country.CO', 21",
                "'alert-kind.RARE', " + stored / 20,
                "'urgency.URGENT', 1")) {
            var parts = term.split(", ", -1);
            database.update(
                    "insert into case_term (term, message_id, reference, readers, stored_at) select " + parts[0] + ", "
                            + id
                            + ", " + reference + ", " + readers + ", " + then + " from " + numbers + " where mod(n, "
                            + parts[1]
                            + ") = 0",
                    at);
        }
        database.update(
                "insert into case_term (term, message_id, reference, readers, stored_at) select 'form.APART', " + id
                        + ", "
                        + reference + ", " + readers + ", " + then + " from " + numbers
                        + " where mod(n, 10) = 5 and mod(n, 20) <> 0 and mod(n, 21) <> 0",
                at);
        database.update(
                "insert into case_term (term, message_id, reference, readers, stored_at) select '00.' || lpad(cast((n + 1) / 2 as varchar(6)), 6, '0'), "
                        + id + ", " + reference + ", " + readers + ", " + then + " from " + numbers,
                at);
        database.update(
                """
                insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to, state,
                    waits, child, urgency_rank, received_at, clock_from, changed_at, due, readers, owner)
                select %s, %s, %s, 'RECEIVED', 'CASE_ALERT', 'CASE_ALERT', false, '%s', case when mod(n, %d) = 0 then 'ACCEPTED' else 'CLOSED' end,
                    mod(n, %d) = 0, false, 1, %s, now(), now(), now(), %s, case when mod(n, %d) = 0 then '%s' end from %s""".formatted(
                                id,
                                id,
                                reference,
                                kind.closedTo(),
                                stored / 100,
                                stored / 100,
                                then,
                                readers,
                                stored / 200,
                                ME.value(),
                                numbers),
                at);
        for (var code : List.of("t.term", "'any'")) {
            database.execute("""
                    insert into case_code (reference, code, readers, changed_at)
                    select distinct t.reference, %s, t.readers, f.changed_at
                    from case_term t join case_file f on f.reference = t.reference
                    where t.term not like '00.%%' and t.readers = %s""".formatted(code, readers));
        }
        database.execute("""
                insert into case_code (reference, code, readers, changed_at)
                select distinct i.reference, 'business-state.' || i.state, i.readers, f.changed_at
                from desk_item i join case_file f on f.reference = i.reference where i.readers = %s""".formatted(readers));
        database.execute("analyze");
    }
}
