package org.enlace.node.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.node.StoredTime;
import org.enlace.node.casefile.Terms;
import org.enlace.node.search.Hits.Period;
import org.enlace.node.search.Wanted.Codes;
import org.enlace.node.search.Wanted.OwnedBy;

/// What a database is asked, and with what: the next rows along one word, as `id`, `shown_at` and `found`. Asked
/// besides for `:at` and `:key`, where it begins, and for `:window`, how many rows that are.
record Question(String sql, Map<String, Object> parameters) {
    private static final Codes ANY = new Codes(Set.of(Terms.ANY));

    /// Messages that are all of this, newest first.
    ///
    /// @param lead the place of the one among `wanted` along whose rows it goes
    static Question messages(Reader reader, List<Codes> wanted, int lead) {
        var seen = reader.sight().over("m");
        var parameters = new TreeMap<>(seen.parameters());
        for (var word = 0; word < wanted.size(); word++) {
            parameters.putAll(wanted.get(word).parameters("w" + word));
        }
        return along(
                wanted.get(lead).messages("w" + lead, reader),
                "",
                others(lead, wanted, word -> wanted.get(word).on("x.id", "w" + word)),
                "(select m.id from case_message m where m.id = x.id and " + seen.sql() + ")",
                parameters);
    }

    /// Cases with a message that is all of this, the one where something happened last first.
    ///
    /// @param lead as for messages; -1 for none
    static Question cases(Reader reader, List<Wanted> wanted, Period period, int lead) {
        var seen = reader.sight().over("m");
        var parameters = new TreeMap<>(seen.parameters());
        parameters.put("from", StoredTime.utc(period.from()));
        parameters.put("until", StoredTime.utc(period.until()));
        parameters.put(Way.READERS, reader.readers());
        var all = new StringBuilder();
        for (var word = 0; word < wanted.size(); word++) {
            all.append(" and ").append(wanted.get(word).on("m.id", "w" + word));
            parameters.putAll(wanted.get(word).parameters("w" + word));
            if (wanted.get(word) instanceof Codes codes) {
                parameters.putAll(codes.somewhereParameters("w" + word));
            }
        }
        var within = " and t.changed_at >= :from and t.changed_at < :until";
        // Of a case that has not all the words no message is looked at.
        var others = others(
                lead,
                wanted,
                word -> wanted.get(word) instanceof Codes codes ? codes.somewhere("x.id", "w" + word) : "1 = 1");
        var first = "(select m.id from case_message m where m.reference = x.id and " + seen.sql() + all
                + " order by m.stored_at, m.id fetch first 1 rows only)";
        return switch (lead < 0 ? ANY : wanted.get(lead)) {
            case Codes codes -> along(codes.cases("l", reader.readers()), within, others, first, parameters);
            case OwnedBy owner -> along(List.of(owner.cases("w" + lead)), within, others, first, parameters);
            case Wanted.NumberPart _ -> throw new IllegalStateException("No list is narrowed by a part");
        };
    }

    /// Of each way no more than is looked at, in the order of its index. Never as a join: a database that expects many
    /// rows would read all messages to find the few of a page.
    private static Question along(
            List<Way> ways, String within, String others, String found, Map<String, Object> parameters) {
        var rows = ways.stream().map(way -> way.newest(within, parameters)).collect(Collectors.joining(" union "));
        return new Question(
                "select x.id, x.shown_at, case when " + others + " then " + found + " end as found from ("
                        + "select y.id, y.shown_at from (" + rows
                        + ") y order by y.shown_at desc, y.id desc fetch first :window rows only"
                        + ") x order by x.shown_at desc, x.id desc",
                parameters);
    }

    private static String others(int lead, List<? extends Wanted> wanted, IntFunction<String> condition) {
        var others = IntStream.range(0, wanted.size())
                .filter(word -> word != lead)
                .mapToObj(condition)
                .collect(Collectors.joining(" and "));
        return others.isEmpty() ? "1 = 1" : others;
    }
}
