package org.enlace.node.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enlace.code.CodeLists;
import org.enlace.message.MessageType;
import org.enlace.node.casefile.Terms;

/// What was counted of a year, before anything of it is protected. It is never kept.
final class Counted {
    /// Those that officers write to each other.
    static final Set<String> TYPES = Arrays.stream(MessageType.values())
            .filter(Terms::isFiled)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<Table, SortedMap<String, Integer>> counts = new EnumMap<>(Table.class);
    private final Map<Table, List<String>> known = new EnumMap<>(Table.class);

    Counted(CodeLists lists) {
        for (var table : Table.values()) {
            var lines = new TreeMap<String, Integer>();
            known.put(table, table.lines(lists));
            table.lines(lists).forEach(line -> lines.put(line, 0));
            counts.put(table, lines);
        }
    }

    /// @param line a code that a newer version knows, or none, counts as not said
    void add(Table table, String line, int count) {
        var as = table.isOpen() || known.getOrDefault(table, List.of()).contains(line) ? line : Table.UNKNOWN;
        counts.getOrDefault(table, new TreeMap<>()).merge(as, count, Integer::sum);
    }

    SortedMap<String, Integer> of(Table table) {
        return counts.getOrDefault(table, new TreeMap<>());
    }

    /// As it may be published.
    Map<Table, Figures> released() {
        var released = new EnumMap<Table, Figures>(Table.class);
        counts.forEach((table, lines) ->
                released.put(table, table.addsUp() ? Protection.of(lines) : Protection.ofSeveral(lines)));
        var regions = of(Table.PERSONS_BY_REGION);
        var shown = released.get(Table.PERSONS_BY_REGION);
        if (shown != null) {
            released.put(Table.PERSONS_BY_CITIZENSHIP, Regions.finer(of(Table.PERSONS_BY_CITIZENSHIP), regions, shown));
        }
        return released;
    }
}
