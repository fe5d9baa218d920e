package org.enlace.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Departments, provinces and states by the name that their country gives them, the same for every reader.
public final class Divisions {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final SortedMap<String, String> NAMES = names();

    private Divisions() {}

    /// @param code ISO 3166-2
    /// @return the code itself where this version knows no name
    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /// The code of what somebody typed: a code, a name with or without its accents, or how only one name begins.
    ///
    /// @param country ISO 3166-1 alpha-2, in which it lies
    /// @return empty if it is none of these
    public static Optional<String> code(String country, String typed) {
        var code = typed.strip().toUpperCase(Locale.ROOT);
        if (CODE.matcher(code).matches()) {
            return Optional.of(code);
        }
        var said = folded(typed);
        return said.isEmpty()
                ? Optional.empty()
                : only(country, said::equals).or(() -> only(country, name -> name.startsWith(said)));
    }

    private static Optional<String> only(String country, Predicate<String> called) {
        var found = NAMES.subMap(country + "-", country + ".").entrySet().stream()
                .filter(one -> called.test(folded(one.getValue())))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().getKey()) : Optional.empty();
    }

    private static String folded(String text) {
        var bare = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static SortedMap<String, String> names() {
        var names = new TreeMap<String, String>();
        try (var file = Objects.requireNonNull(Divisions.class.getResourceAsStream("/places/divisions.tsv"))) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                var tab = line.indexOf('\t');
                if (tab > 0) {
                    names.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("places/divisions.tsv cannot be read; build the node again", e);
        }
        return names;
    }
}
