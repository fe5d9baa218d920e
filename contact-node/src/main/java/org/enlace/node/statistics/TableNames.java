package org.enlace.node.statistics;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of tables in one column of the database. Some may be of a newer version.
final class TableNames {
    private TableNames() {}

    static String text(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining(" "));
    }

    static SortedSet<String> read(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
