package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What was typed into a form, field by field and unchanged, so that nothing an officer wrote is lost when it does not
/// fit. Fields of a group are named `group.0.field`. It prints no value, since any may be about a person.
public final class Values {
    static final Values NONE = new Values(Map.of());

    private final SortedMap<String, List<String>> typed;

    Values(Map<String, List<String>> typed) {
        var kept = new TreeMap<String, List<String>>();
        typed.forEach((name, values) -> kept.put(name, List.copyOf(values)));
        this.typed = kept;
    }

    /// The only or first value, without white space around it; null when nothing was typed.
    public @Nullable String one(String name) {
        for (var value : typed.getOrDefault(name, List.of())) {
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// As it was typed, white space included.
    @Nullable
    String raw(String name) {
        var values = typed.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /// Whether anything was typed into this entry of a group, `group.0`.
    boolean hasAny(String entry) {
        return typed.tailMap(entry + ".").keySet().stream()
                .takeWhile(name -> name.startsWith(entry + "."))
                .anyMatch(name -> !name.endsWith(".ref") && one(name) != null);
    }

    /// The numbers in use in a group, in order.
    public SortedSet<Integer> numbers(String group) {
        var numbers = new TreeSet<Integer>();
        var start = group + ".";
        for (var name : typed.tailMap(start).keySet()) {
            if (!name.startsWith(start)) {
                break;
            }
            var end = name.indexOf('.', start.length());
            if (end > 0) {
                number(name.substring(start.length(), end), numbers);
            }
        }
        return numbers;
    }

    Values with(String name, List<String> values) {
        var more = new TreeMap<>(typed);
        more.put(name, values);
        return new Values(more);
    }

    Values plus(String name, String value) {
        var values = new ArrayList<>(all(name));
        if (!values.contains(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    /// Without the fields of one entry of a group.
    Values without(String group, int number) {
        var rest = new TreeMap<>(typed);
        rest.keySet().removeIf(name -> name.startsWith(group + "." + number + "."));
        return new Values(rest);
    }

    /// Without what a card asks for.
    Values without(Card card) {
        var rest = new TreeMap<>(typed);
        card.questions().forEach(question -> rest.remove(question.name()));
        rest.keySet().removeIf(name -> card.groups().stream().anyMatch(group -> name.startsWith(group.name() + ".")));
        return new Values(rest);
    }

    /// Whether the other would be shown alike.
    boolean saysTheSame(Values other) {
        return said().equals(other.said());
    }

    private Map<String, List<String>> said() {
        var said = new TreeMap<>(typed);
        said.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        return said;
    }

    Map<String, List<String>> asMap() {
        return typed;
    }

    @Override
    public String toString() {
        return "Values[" + typed.size() + " fields]";
    }

    private static void number(String text, SortedSet<Integer> numbers) {
        if (text.length() <= 2 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9') && !text.isEmpty()) {
            numbers.add(Integer.parseInt(text));
        }
    }
}
