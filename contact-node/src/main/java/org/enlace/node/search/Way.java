package org.enlace.node.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.node.casefile.Sight;
import org.jspecify.annotations.Nullable;

/// Rows that lead to all messages, or cases, that are so: columns of them equal values, and they lie in an index in the
/// order in which they are shown.
///
/// @param equal columns, in the order of the index
/// @param seen which rows of `t` are meant, if not all
/// @param at the column by which they are sorted, newest first
/// @param id column with the id of the message, or the number of the case
record Way(String table, List<Equal> equal, Sight.@Nullable Condition seen, String at, String id) {
    /// Name of the parameter with all words of [org.enlace.node.casefile.Readers] that the reader goes by.
    static final String READERS = "readers";

    /// @param name of the parameter for the value
    record Equal(String column, String name, String value) {}

    /// One for each value.
    static List<Way> to(
            String table,
            String column,
            Sight.@Nullable Condition seen,
            String at,
            String id,
            String name,
            List<String> values) {
        var ways = new ArrayList<Way>();
        for (var value : values) {
            ways.add(new Way(table, List.of(new Equal(column, name + ways.size(), value)), seen, at, id));
        }
        return ways;
    }

    /// Each of these by itself for each word for those who read what it leads to.
    static List<Way> read(List<Way> ways, List<String> readers) {
        return ways.stream()
                .flatMap(way -> IntStream.range(0, readers.size()).mapToObj(word -> way.read(word, readers.get(word))))
                .toList();
    }

    private Way read(int word, String readers) {
        var is = new Equal("readers", READERS + word, readers);
        return new Way(table, List.of(equal.getFirst(), is), seen, at, id);
    }

    /// Its newest rows, as many as `:window`, in the order of its index, with their `id` and `shown_at`.
    ///
    /// @param also a condition on `t`, beginning with ` and `
    String newest(String also, Map<String, Object> parameters) {
        return "(select t." + id + " as id, t." + at + " as shown_at" + from(parameters)
                + " and t.%1$s <= :at and (t.%1$s < :at or t.%2$s < :key)".formatted(at, id) + also + order()
                + " fetch first :window rows only)";
    }

    /// How many of its newest rows there are, as `found`, from when to when, as `oldest` and `newest`.
    ///
    /// @param word that they are of
    String reach(int word, int rows, Map<String, Object> parameters) {
        return "select " + word + " as word, count(*) as found, min(x.shown_at) as oldest, max(x.shown_at) as newest"
                + " from (select t." + at + " as shown_at" + from(parameters) + order() + " fetch first " + rows
                + " rows only) x";
    }

    private String from(Map<String, Object> parameters) {
        equal.forEach(is -> parameters.put(is.name(), is.value()));
        if (seen != null) {
            parameters.putAll(seen.parameters());
        }
        return " from " + table + " t where 1 = 1"
                + equal.stream()
                        .map(is -> " and t." + is.column() + " = :" + is.name())
                        .collect(Collectors.joining())
                + (seen == null ? "" : " and " + seen.sql());
    }

    private String order() {
        return " order by "
                + equal.stream().map(is -> "t." + is.column() + ", ").collect(Collectors.joining())
                + "t." + at + " desc, t." + id + " desc";
    }
}
