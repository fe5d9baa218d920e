package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What one line of a message said before and says now; either may be empty.
public record Change(String label, String before, String now) {

    /// Prints no value: some are a person's.
    @Override
    public String toString() {
        return label;
    }

    /// What differs, line by line, in the order of the page.
    public static List<Change> between(List<Fact> before, List<Fact> now) {
        var were = byLabel(before);
        var are = byLabel(now);
        var names = new LinkedHashSet<>(are.keySet());
        names.addAll(were.keySet());
        return names.stream()
                .map(name -> new Change(
                        name,
                        String.join(" · ", were.getOrDefault(name, List.of())),
                        String.join(" · ", are.getOrDefault(name, List.of()))))
                .filter(change -> !change.before().equals(change.now()))
                .toList();
    }

    private static Map<String, List<String>> byLabel(List<Fact> facts) {
        var lines = new LinkedHashMap<String, List<String>>();
        facts.forEach(fact ->
                lines.computeIfAbsent(fact.label(), _ -> new ArrayList<>()).addAll(fact.values()));
        return lines;
    }
}
