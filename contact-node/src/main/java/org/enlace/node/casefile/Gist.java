package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.enlace.message.MessageType;

/// What a headline is built from: the codes of one message that count and say nothing about a person (S0 and S1). It is
/// the only content that rests outside of the sealed parts, so that a list needs no key.
///
/// @param codes by what they are about, each list in the order of the message
public record Gist(MessageType type, SortedMap<String, List<String>> codes) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_+.:-]{1,64}");
    private static final int CODES_MAX = 6;

    public Gist {
        var kept = new TreeMap<String, List<String>>();
        codes.forEach((name, values) -> {
            // A code of another form is free text of a neighbour: it stays in the sealed part.
            var fit = values.stream()
                    .filter(value -> CODE.matcher(value).matches())
                    .distinct()
                    .limit(CODES_MAX)
                    .toList();
            if (!fit.isEmpty()) {
                kept.put(name, fit);
            }
        });
        codes = kept;
    }

    static Gist of(MessageType type, Map<String, List<String>> codes) {
        return new Gist(type, new TreeMap<>(codes));
    }

    public List<String> all(String name) {
        return codes.getOrDefault(name, List.of());
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
