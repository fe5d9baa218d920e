package org.enlace.node.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One table as it may be published.
///
/// @param shown lines with their figure
/// @param hidden lines that are not shown
/// @param total null if it is not shown, or if the lines do not add up to one
record Figures(
        SortedMap<String, Integer> shown,
        SortedSet<String> hidden,
        @Nullable Integer total) {
    static final Figures NONE = new Figures(Collections.emptySortedMap(), Collections.emptySortedSet(), null);

    Figures {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
    }

    /// Null if it is not shown.
    @Nullable
    Integer figure(String line) {
        return shown.get(line);
    }

    boolean withheld() {
        return shown.isEmpty();
    }
}
