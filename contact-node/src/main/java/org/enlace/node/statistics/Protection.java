package org.enlace.node.statistics;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The release rule: which numbers of a table may be published, and how.
///
/// - Fewer than [#SHOWN_FROM] is not shown.
/// - What is shown is rounded to a multiple of 5 and never below 15, so nobody sees where a group begins.
/// - What is not shown is at least two lines that together are so many that none can be worked out from the rest:
/// for each, everything from 1 to 10 stays possible. Otherwise the smallest line that is left goes too, until it
/// is so; if it never is, the table is withheld, noughts and all.
///
/// The same table gives the same figures: nothing is drawn by lot.
///
/// @see <a href="../../../../../../../docs/decisions/0018-figures-once-and-for-all.md">decision 18</a>
final class Protection {
    static final int SHOWN_FROM = 11;
    static final int STEP = 5;

    private static final int LOWEST = 15;
    private static final int LINES_HIDDEN_MIN = 2;

    private Protection() {}

    /// Of a table whose lines add up to its total.
    static Figures of(SortedMap<String, Integer> counts) {
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return total < SHOWN_FROM ? withheld(counts, null) : lines(counts, rounded(total));
    }

    /// Of one in which something may stand in several lines: no total is told.
    static Figures ofSeveral(SortedMap<String, Integer> counts) {
        return lines(counts, null);
    }

    private static Figures lines(SortedMap<String, Integer> counts, @Nullable Integer total) {
        var hidden = counts.entrySet().stream()
                .filter(line -> line.getValue() > 0 && line.getValue() < SHOWN_FROM)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        while (!hidden.isEmpty() && !safe(counts, hidden)) {
            var next = counts.entrySet().stream()
                    .filter(line -> line.getValue() > 0 && !hidden.contains(line.getKey()))
                    .min(Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                            .thenComparing(Map.Entry::getKey));
            if (next.isEmpty()) {
                return withheld(counts, total);
            }
            hidden.add(next.get().getKey());
        }
        var shown = new TreeMap<String, Integer>();
        counts.forEach((line, count) -> {
            if (!hidden.contains(line)) {
                shown.put(line, rounded(count));
            }
        });
        return new Figures(shown, hidden, total);
    }

    /// Whether each of these could be anything from 1 to 10, for who knows how many they are together.
    private static boolean safe(Map<String, Integer> counts, Set<String> hidden) {
        var together =
                hidden.stream().mapToInt(line -> counts.getOrDefault(line, 0)).sum();
        return hidden.size() >= LINES_HIDDEN_MIN && together >= hidden.size() - 1 + SHOWN_FROM;
    }

    private static Figures withheld(SortedMap<String, Integer> counts, @Nullable Integer total) {
        return new Figures(new TreeMap<>(), new TreeSet<>(counts.keySet()), total);
    }

    /// @param count 0, or at least [#SHOWN_FROM]
    static int rounded(int count) {
        return count == 0 ? 0 : Math.max(LOWEST, (count + STEP / 2) / STEP * STEP);
    }
}
