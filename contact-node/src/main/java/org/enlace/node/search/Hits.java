package org.enlace.node.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.casefile.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds rows. Every question takes the officer's [Sight] into the database, so that a page is full of what the officer
/// may see and tells of nothing else, neither by a gap nor by a count.
@Repository
class Hits {
    /// What few messages are is asked first; of what many are, the newest are looked through.
    static final int FEW = 2_000;

    private static final String MESSAGES_ORDER = " order by m.stored_at desc, m.id desc fetch first :limit rows only";
    private static final String CASES_ORDER =
            " order by f.changed_at desc, f.reference desc fetch first :limit rows only";

    private final JdbcClient database;

    Hits(JdbcClient database) {
        this.database = database;
    }

    /// A question and what it is asked with.
    record Asked(String sql, Map<String, Object> parameters) {}

    /// @param first the first message of the case that is what was wanted
    record CaseHit(MessageId first, Instant changedAt) {}

    /// Messages that are all of this, newest first.
    List<MessageId> messages(Sight sight, List<? extends Wanted> wanted, Place before, int limit) {
        var asked = messages(sight.over("m"), wanted, few(wanted));
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("at", StoredTime.utc(before.at()))
                .param("key", UUID.fromString(before.key()))
                .param("limit", limit)
                .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                .list();
    }

    /// @param few the place of the one among `wanted` that few messages are; -1 for none
    static Asked messages(Sight.Condition seen, List<? extends Wanted> wanted, int few) {
        var parameters = new TreeMap<>(seen.parameters());
        var sql = "select m.id from case_message m where " + seen.sql() + conditions("m", wanted, parameters)
                + (few < 0
                        ? ""
                        : " and m.id in (select x.id from ("
                                + wanted.get(few).all("w" + few).orElseThrow() + ") x)")
                + " and (m.stored_at < :at or (m.stored_at = :at and m.id < :key))" + MESSAGES_ORDER;
        return new Asked(sql, parameters);
    }

    /// Cases with a message that is all of this, the one where something happened last first.
    ///
    /// @param period in which something happened last
    List<CaseHit> cases(Sight sight, List<? extends Wanted> wanted, Period period, Place before, int limit) {
        var asked = cases(sight.over("m"), wanted, few(wanted));
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

    static Asked cases(Sight.Condition seen, List<? extends Wanted> wanted, int few) {
        var parameters = new TreeMap<>(seen.parameters());
        // Asked twice and never as a join, so that no database reads all messages to find one of each case.
        var first = "(select m.id from case_message m where m.reference = f.reference and " + seen.sql()
                + conditions("m", wanted, parameters) + " order by m.stored_at, m.id fetch first 1 rows only)";
        var sql = "select f.changed_at, " + first + " as id from case_file f where f.changed_at >= :from"
                + " and f.changed_at < :until"
                + " and (f.changed_at < :at or (f.changed_at = :at and f.reference < :key))"
                + (few < 0
                        ? ""
                        : " and f.reference in (select x.reference from ("
                                + wanted.get(few).all("w" + few).orElseThrow() + ") x)")
                + " and " + first + " is not null" + CASES_ORDER;
        return new Asked(sql, parameters);
    }

    /// @param until just before
    record Period(Instant from, Instant until) {
        static final Period EVER = new Period(Instant.EPOCH, Place.TOP.at());
    }

    private static String conditions(String message, List<? extends Wanted> wanted, Map<String, Object> parameters) {
        var sql = new StringBuilder();
        for (var i = 0; i < wanted.size(); i++) {
            sql.append(" and ").append(wanted.get(i).on(message, "w" + i));
            parameters.putAll(wanted.get(i).parameters("w" + i));
        }
        return sql.toString();
    }

    /// Which of them the fewest messages are, if those are few.
    private int few(List<? extends Wanted> wanted) {
        var least = FEW + 1;
        var few = -1;
        for (var i = 0; i < wanted.size(); i++) {
            var all = wanted.get(i).all("w" + i);
            if (all.isPresent()) {
                int count = database.sql(
                                "select count(*) from (" + all.get() + " fetch first " + (FEW + 1) + " rows only) x")
                        .params(wanted.get(i).parameters("w" + i))
                        .query(Integer.class)
                        .single();
                if (count < least) {
                    least = count;
                    few = i;
                }
            }
        }
        return few;
    }

    /// Numbers of cases that end so, of those in which the officer sees something.
    List<String> numbers(Sight sight, Wanted.NumberPart part, int limit) {
        var seen = sight.over("m");
        return database.sql("select distinct m.reference from case_message m where " + seen.sql() + " and "
                        + part.on("m", "w") + " and m.id in (select x.id from ("
                        + part.all("w").orElseThrow() + ") x) order by m.reference fetch first :limit rows only")
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
