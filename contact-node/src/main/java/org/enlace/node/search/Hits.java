package org.enlace.node.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.casefile.Sight;
import org.enlace.node.search.Wanted.Codes;
import org.enlace.node.search.Wanted.OwnedBy;
import org.enlace.node.search.Wanted.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds rows. Every question takes the officer's [Sight] into the database, so that a page is full of what
/// the officer may see and tells of nothing else, neither by a gap nor by a count. It walks along the rows
/// of its rarest word in the order in which they are shown, and ends when the page is full.
@Repository
class Hits {
    /// What an officer has in so many messages is looked through whole; of more, the cases are.
    static final int HELD_MAX = 2_000;

    private final JdbcClient database;
    private final Leads leads;

    Hits(DataSource source, Leads leads) {
        this.database = JdbcClient.create(new PlannedAnew(source));
        this.leads = leads;
    }

    /// A question and what it is asked with.
    record Asked(String sql, Map<String, Object> parameters) {}

    /// @param first the first message of the case that is what was wanted
    record CaseHit(MessageId first, Instant changedAt) {}

    /// Messages that are all of this, newest first.
    List<MessageId> messages(Sight sight, List<Codes> wanted, Place before, int limit) {
        var asked = messages(sight.over("m"), wanted, leadOfMessages(wanted));
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("at", StoredTime.utc(before.at()))
                .param("key", UUID.fromString(before.key()))
                .param("limit", limit)
                .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                .list();
    }

    /// @param lead the place of the one among `wanted` along whose rows it goes; -1 for none
    static Asked messages(Sight.Condition seen, List<Codes> wanted, int lead) {
        var parameters = new TreeMap<>(seen.parameters());
        // Never as a join: a database that expects many rows would read all messages to find the few of a page.
        var is = "(select m.id from case_message m where m.id = t.%s and " + seen.sql()
                + conditions("m", wanted, parameters) + " fetch first 1 rows only) is not null";
        var ways = lead < 0
                ? List.of(new Way("case_message", "", "stored_at", "id", "", ""))
                : wanted.get(lead).messages("w" + lead);
        return new Asked(
                "select x.id from (" + union(ways, way -> is.formatted(way.id()), parameters)
                        + ") x order by x.shown_at desc, x.id desc fetch first :limit rows only",
                parameters);
    }

    /// Cases with a message that is all of this, the one where something happened last first.
    ///
    /// @param period in which something happened last
    List<CaseHit> cases(Sight sight, List<Wanted> wanted, Period period, Place before, int limit) {
        var asked = cases(sight.over("m"), wanted, lead(wanted));
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("at", StoredTime.utc(before.at()))
                .param("key", before.key())
                .param("from", StoredTime.utc(period.from()))
                .param("until", StoredTime.utc(period.until()))
                .param("limit", limit)
                .query((row, _) ->
                        new CaseHit(new MessageId(row.getObject("id", UUID.class)), StoredTime.at(row, "changed_at")))
                .list();
    }

    static Asked cases(Sight.Condition seen, List<Wanted> wanted, int lead) {
        var parameters = new TreeMap<>(seen.parameters());
        var first = "(select m.id from case_message m where m.reference = %s and " + seen.sql()
                + conditions("m", wanted, parameters) + " order by m.stored_at, m.id fetch first 1 rows only)";
        var is = "t.changed_at >= :from and t.changed_at < :until and " + first.formatted("t.reference")
                + " is not null";
        var all = List.of(new Way("case_file", "", "changed_at", "reference", "", ""));
        var rows = lead < 0
                ? union(all, _ -> is, parameters)
                : switch (wanted.get(lead)) {
                    case Codes codes -> union(codes.cases("w" + lead), _ -> is, parameters);
                    case OwnedBy owner ->
                        union(all, _ -> "t.reference in (" + owner.all("w" + lead) + ") and " + is, parameters);
                    case Wanted.NumberPart _ -> throw new IllegalStateException("No list is narrowed by a part");
                };
        return new Asked(
                "select x.shown_at as changed_at, " + first.formatted("x.id") + " as id from (" + rows
                        + ") x order by x.shown_at desc, x.id desc fetch first :limit rows only",
                parameters);
    }

    /// @param until just before
    record Period(Instant from, Instant until) {
        static final Period EVER = new Period(Instant.EPOCH, Place.TOP.at());
    }

    /// Of each way no more than the page needs, in the order of its index.
    private static String union(List<Way> ways, Function<Way, String> also, Map<String, Object> parameters) {
        return ways.stream()
                .map(way -> newest(way, also.apply(way), parameters))
                .collect(Collectors.joining(" union "));
    }

    private static String newest(Way way, String also, Map<String, Object> parameters) {
        var along = "";
        var by = "";
        if (!way.column().isEmpty()) {
            parameters.put(way.name(), way.value());
            along = "t.%s = :%s and ".formatted(way.column(), way.name());
            by = "t." + way.column() + ", ";
        }
        return "(select t.%1$s as id, t.%2$s as shown_at from %3$s t where %4$s"
                        .formatted(way.id(), way.at(), way.table(), along)
                + "t.%2$s <= :at and (t.%2$s < :at or t.%1$s < :key) and %3$s order by %4$st.%2$s desc, t.%1$s desc"
                        .formatted(way.id(), way.at(), also, by)
                + " fetch first :limit rows only)";
    }

    private static String conditions(String message, List<? extends Wanted> wanted, Map<String, Object> parameters) {
        var sql = new StringBuilder();
        for (var i = 0; i < wanted.size(); i++) {
            sql.append(" and ").append(wanted.get(i).on(message, "w" + i));
            parameters.putAll(wanted.get(i).parameters("w" + i));
        }
        return sql.toString();
    }

    int leadOfMessages(List<Codes> wanted) {
        return leads.of(IntStream.range(0, wanted.size())
                .mapToObj(word -> wanted.get(word).messages("w" + word))
                .toList());
    }

    int lead(List<Wanted> wanted) {
        return held(wanted)
                .orElseGet(() -> leads.of(IntStream.range(0, wanted.size())
                        .mapToObj(word ->
                                wanted.get(word) instanceof Codes codes ? codes.cases("w" + word) : List.<Way>of())
                        .toList()));
    }

    /// What somebody holds leads, if that is not too much.
    private OptionalInt held(List<Wanted> wanted) {
        return IntStream.range(0, wanted.size())
                .filter(word -> wanted.get(word) instanceof OwnedBy owner && count(owner, "w" + word) <= HELD_MAX)
                .findFirst();
    }

    private int count(OwnedBy owner, String name) {
        return database.sql(
                        "select count(*) from (" + owner.all(name) + " fetch first " + (HELD_MAX + 1) + " rows only) x")
                .params(owner.parameters(name))
                .query(Integer.class)
                .single();
    }

    /// Numbers of cases that end so, of those in which the officer sees something.
    List<String> numbers(Sight sight, Wanted.NumberPart part, int limit) {
        var seen = sight.over("m");
        return database.sql("select distinct m.reference from case_message m where " + seen.sql() + " and "
                        + part.on("m", "w") + " and m.id in (select x.id from (" + part.all("w")
                        + ") x) order by m.reference fetch first :limit rows only")
                .params(seen.parameters())
                .params(part.parameters("w"))
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Which of these codes each of these messages has.
    Map<MessageId, List<String>> having(Collection<MessageId> messages, Collection<String> codes) {
        var having = new HashMap<MessageId, List<String>>();
        if (!messages.isEmpty() && !codes.isEmpty()) {
            database.sql(
                            "select message_id, term from case_term where message_id in (:ids) and term in (:terms) order by term")
                    .param("ids", messages.stream().map(MessageId::value).toList())
                    .param("terms", codes)
                    .query(row -> {
                        having.computeIfAbsent(
                                        new MessageId(row.getObject("message_id", UUID.class)), _ -> new ArrayList<>())
                                .add(row.getString("term"));
                    });
        }
        return having;
    }
}
