package org.enlace.node.statistics;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlace.code.CodeLists;
import org.jspecify.annotations.Nullable;

/// What contact points published of a year, added up. Each sum is made of published figures alone: it tells nothing
/// that they do not tell, and two sums differ by published figures. What a contact point does not show is in no sum;
/// how many do not show it stands beside.
///
/// @see <a href="../../../../../../../docs/decisions/0019-a-sum-of-what-is-published.md">decision 19</a>
final class NetworkFigures {
    private NetworkFigures() {}

    /// @param lines as far as anybody shows them, or all of a table that always has all
    /// @param total likewise; null if the lines do not add up to one
    record Summed(SortedMap<String, Sum> lines, @Nullable Sum total) {
        static final Summed NONE = new Summed(Collections.emptySortedMap(), null);

        Summed {
            lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        }

        boolean withheld() {
            return lines.values().stream().noneMatch(Sum::isShown);
        }
    }

    /// @param figure of those who show it, together
    /// @param shown by how many contact points it is shown
    /// @param hidden how many do not show it
    record Sum(int figure, int shown, int hidden) {
        static final Sum NONE = new Sum(0, 0, 0);

        Sum and(@Nullable Integer published) {
            return published == null
                    ? new Sum(figure, shown, hidden + 1)
                    : new Sum(figure + published, shown + 1, hidden);
        }

        /// Nought where others hide something is no figure.
        boolean isShown() {
            return shown > 0 && (figure > 0 || hidden == 0);
        }

        /// Whether it is more by what is not shown.
        boolean isLeast() {
            return hidden > 0;
        }
    }

    /// @param all tables of each contact point; one that it took back is not among them
    static Map<Table, Summed> of(Collection<Map<Table, Figures>> all, CodeLists lists) {
        var sums = new EnumMap<Table, Summed>(Table.class);
        for (var table : Table.values()) {
            sums.put(table, of(table, all, lists));
        }
        return sums;
    }

    private static Summed of(Table table, Collection<Map<Table, Figures>> all, CodeLists lists) {
        var codes = new TreeSet<>(table.lines(lists));
        all.forEach(tables ->
                codes.addAll(tables.getOrDefault(table, Figures.NONE).shown().keySet()));
        var lines = new TreeMap<String, Sum>();
        codes.forEach(code -> lines.put(code, Sum.NONE));
        var total = Sum.NONE;
        for (var tables : all) {
            var figures = tables.getOrDefault(table, Figures.NONE);
            lines.replaceAll((code, sum) -> sum.and(figures.figure(code)));
            total = total.and(figures.total());
        }
        return new Summed(lines, table.addsUp() ? total : null);
    }
}
