package org.enlace.node.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
    /// Two frequent words that no message has together: all rows of the rarer one are read.
    private static final Wanted.Codes APART = new Wanted.Codes(Set.of("form.APART"));

    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");

    private static Databases databases;
    private static Databases few;

    @BeforeAll
    static void fill() {
        databases = new Databases();
        fill(databases, STORED);
        few = new Databases();
        fill(few, 1_000);
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyListAndSearchIsReadThroughIndexes(DataSource source) {
        var seen = sight().over("m");
        var asked = List.of(
                Hits.cases(seen, List.of(), -1),
                Hits.cases(seen, List.of(COMMON, SOME), 1),
                Hits.cases(seen, List.of(COMMON, RARE), 1),
                Hits.cases(seen, List.of(STATE, COMMON), 0),
                Hits.cases(seen, List.of(COMMON, MINE), 1),
                Hits.messages(seen, List.of(COMMON, SOME), 1),
                Hits.messages(seen, List.of(COMMON, RARE), 1),
                Hits.messages(seen, List.of(STATE), 0));

        for (var each : asked) {
            assertThat(plan(source, each))
                    .as(each.sql())
                    .doesNotContain("Seq Scan on case_message", "Seq Scan on case_file", "Seq Scan on case_term")
                    .doesNotContain("Seq Scan on desk_item")
                    .doesNotContain("tableScan");
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachQuestionFindsWhatItShould(DataSource source) {
        var hits = hits(source);

        assertThat(hits.messages(sight(), List.of(COMMON, RARE), Place.TOP, 26)).hasSize(20);
        assertThat(hits.messages(sight(), List.of(COMMON, SOME), Place.TOP, 26)).hasSize(26);
        assertThat(hits.cases(sight(), List.of(COMMON, RARE), Period.EVER, Place.TOP, 51))
                .hasSize(20);
        assertThat(hits.cases(sight(), List.of(MINE), Period.EVER, Place.TOP, 51))
                .hasSize(51);
        assertThat(hits.numbers(sight(), new Wanted.NumberPart("", "00001"), 13))
                .hasSize(10);
        assertThat(hits.numbers(sight(), new Wanted.NumberPart("MX-2026-", "00001"), 13))
                .isEmpty();
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

    /// One that PostgreSQL keeps for all words would read all of what is frequent.
    @Test
    void everyQuestionIsPlannedForItsOwnWords() throws SQLException {
        var postgres = databases.postgres();
        var single = new SingleConnectionDataSource(postgres.getConnection(), true);
        var hits = hits(single);
        var wanted = List.of(COMMON, RARE);

        for (var times = 0; times < 12; times++) {
            hits.cases(sight(), List.copyOf(wanted), Period.EVER, Place.TOP, 51);
            hits.messages(sight(), wanted, Place.TOP, 26);
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
            for (var wanted : Stream.concat(SEARCHES.stream(), Stream.of(List.<Wanted>of(SOME, APART)))
                    .toList()) {
                var before = time(small.get(i), wanted);
                var after = time(large.get(i), wanted);
                System.out.printf(
                        "database %d, %s: %.1f ms and %d rows, then %.1f ms and %d rows%n",
                        i, wanted, before / 1e6, read(small.get(i), wanted), after / 1e6, read(large.get(i), wanted));
            }
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
            hits.cases(sight(), wanted, Period.EVER, Place.TOP, 51);
            if (codes.size() == wanted.size()) {
                hits.messages(sight(), codes, Place.TOP, 26);
            }
            times[i] = System.nanoTime() - start;
        }
        single.destroy();
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private static long read(DataSource source, List<Wanted> wanted) {
        var hits = hits(source);
        var seen = sight().over("m");
        var codes = codes(wanted);
        return read(source, Hits.cases(seen, wanted, hits.lead(wanted)))
                + (codes.size() < wanted.size()
                        ? 0
                        : read(source, Hits.messages(seen, codes, hits.leadOfMessages(codes))));
    }

    /// The rows that a database says it has read, and how often it has looked for some.
    private static long read(DataSource source, Hits.Asked asked) {
        if (source instanceof DriverManagerDataSource) {
            return SCANNED.matcher(asked(source, "explain analyze ", asked))
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .sum();
        }
        var plan = new JsonMapper().readTree(asked(source, "explain (analyze, timing off, format json) ", asked));
        return read(plan.at("/0/Plan"));
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

    private static Sight sight() {
        var duty = new Officer(ME, "officer-7K4M2Q", "Ana", Set.of(Role.DUTY), null);
        return new Sight(duty, BeanUtils.instantiateClass(AccessRules.class));
    }

    private static String plan(DataSource source, Hits.Asked asked) {
        return asked(source, "explain ", asked);
    }

    private static String asked(DataSource source, String how, Hits.Asked asked) {
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
                        .param("from", OffsetDateTime.parse("1970-01-01T00:00:00Z"))
                        .param("until", OffsetDateTime.parse("9999-01-01T00:00:00Z"))
                        .param("limit", 50)
                        .query(String.class)
                        .list());
    }

    /// Two messages a case, of which each tenth is of one of two countries, a few are rare, and a tenth is ours.
    private static void fill(Databases both, int stored) {
        fill(new JdbcTemplate(both.h2()), stored, "system_range(1, " + stored + ") as r(n)");
        fill(new JdbcTemplate(both.postgres()), stored, "generate_series(1, " + stored + ") as r(n)");
    }

    private static void fill(JdbcTemplate database, int stored, String numbers) {
        var id = "cast('00000000-0000-7000-8000-' || lpad(cast(n as varchar(12)), 12, '0') as uuid)";
        var reference = "'CO-2026-' || lpad(cast((n + 1) / 2 as varchar(6)), 6, '0')";
        var at = OffsetDateTime.parse("2026-11-22T02:16:00Z");
        var then = "cast(? as timestamp with time zone) - n * interval '1' second";
        database.update("""
                insert into case_file (reference, opened_at, changed_at)
                select %s, cast(? as timestamp with time zone), cast(? as timestamp with time zone)
                    - n * interval '1' second from %s where mod(n, 2) = 0""".formatted(reference, numbers), at, at);
        database.update("""
                insert into case_message (id, reference, side, partner, type, read_as, urgency, child, protection_only,
                    closed_to, mode, codes, author_name, sent_at, stored_at, given_id)
                select %s, %s, 'RECEIVED', 'CO', 'CASE_ALERT', 'CASE_ALERT', 'URGENT', false, false, ',', 'ACTUAL', '{}',
                    'o', cast(? as timestamp with time zone), cast(? as timestamp with time zone) - n * interval '1' second, %s from %s""".formatted(id, reference, id, numbers), at, at);
        for (var term : List.of(
                "'message-type.CASE_ALERT', 1",
                "'country.MX', 20",
                "'country.CO', 21",
                "'alert-kind.RARE', " + stored / 20,
                "'urgency.URGENT', 1")) {
            var parts = term.split(", ", -1);
            database.update(
                    "insert into case_term (term, message_id, reference, stored_at) select " + parts[0] + ", " + id
                            + ", " + reference + ", " + then + " from " + numbers + " where mod(n, " + parts[1]
                            + ") = 0",
                    at);
        }
        database.update(
                "insert into case_term (term, message_id, reference, stored_at) select 'form.APART', " + id + ", "
                        + reference + ", " + then + " from " + numbers
                        + " where mod(n, 10) = 5 and mod(n, 20) <> 0 and mod(n, 21) <> 0",
                at);
        database.update(
                "insert into case_term (term, message_id, reference, stored_at) select '00.' || lpad(cast((n + 1) / 2 as varchar(6)), 6, '0'), "
                        + id + ", " + reference + ", " + then + " from " + numbers,
                at);
        database.update(
                """
                insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to, state,
                    waits, child, urgency_rank, received_at, clock_from, changed_at, due, owner)
                select %s, %s, %s, 'RECEIVED', 'CASE_ALERT', 'CASE_ALERT', false, ',', case when mod(n, %d) = 0 then 'ACCEPTED' else 'CLOSED' end,
                    mod(n, %d) = 0, false, 1, %s, now(), now(), now(), case when mod(n, %d) = 0 then '%s' end from %s""".formatted(id, id, reference, stored / 100, stored / 100, then, stored / 200, ME.value(), numbers),
                at);
        database.execute("""
                insert into case_code (reference, code, changed_at)
                select distinct t.reference, t.term, f.changed_at
                from case_term t join case_file f on f.reference = t.reference where t.term not like '00.%'""");
        database.execute("""
                insert into case_code (reference, code, changed_at)
                select distinct i.reference, 'business-state.' || i.state, f.changed_at
                from desk_item i join case_file f on f.reference = i.reference""");
        database.execute("analyze");
    }
}
