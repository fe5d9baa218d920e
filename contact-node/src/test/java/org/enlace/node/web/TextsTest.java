package org.enlace.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The four languages say the same: no text is missing, none is there for nothing, and all take the same arguments.
class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*([A-Za-z]\\w*)\\s*[,}]");

    @Test
    void everyTextIsThereInEveryLanguage() {
        assertThat(missing(all())).isEmpty();
    }

    @Test
    void everyTextTakesTheSameArgumentsInEveryLanguage() {
        assertThat(differing(all())).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        assertThat(unused(Objects.requireNonNull(all().get("en")).keySet(), sources()))
                .isEmpty();
    }

    @Test
    void everyTextThatIsNamedIsThere() {
        assertThat(nameless(Objects.requireNonNull(all().get("en")).keySet(), sources()))
                .isEmpty();
    }

    @Test
    void everyTextStandsInTheFileOfItsArea() throws IOException {
        for (var language : LANGUAGES) {
            try (var files = Files.list(TEXTS.resolve(language))) {
                for (var file : files.toList()) {
                    var area = file.getFileName().toString().replace(".properties", ".");
                    assertThat(read(file).keySet()).as(file.toString()).allMatch(key -> key.startsWith(area));
                }
            }
        }
    }

    @Test
    void everyTextCanBeFormatted() {
        var texts = new Texts();
        for (var language : Texts.LANGUAGES) {
            for (var key : texts.keys(language)) {
                assertThat(texts.get(language, key)).as(key).isNotBlank();
            }
        }
    }

    @Test
    void pluralsFollowTheLanguage() {
        var format = new MessageFormat("{n, plural, one{# message} other{# messages}}", ULocale.ENGLISH);

        assertThat(format.format(Map.of("n", 1))).isEqualTo("1 message");
        assertThat(format.format(Map.of("n", 2))).isEqualTo("2 messages");
    }

    @Test
    void theseRulesCanFail() {
        Map<String, Map<String, String>> broken = Map.of(
                "en", Map.of("a.one", "{n} of {all}", "a.two", "two"),
                "es", Map.of("a.one", "{n}"),
                "pt", Map.of("a.one", "{n} de {all}", "a.two", "dois"),
                "fr", Map.of("a.one", "{n} sur {all}", "a.two", "deux", "a.more", "plus"));

        assertThat(missing(broken))
                .containsExactlyInAnyOrder("a.two in es", "a.more in en", "a.more in es", "a.more in pt");
        assertThat(differing(broken)).containsExactly("a.one in es");
        assertThat(unused(Objects.requireNonNull(broken.get("en")).keySet(), "page.text(\"a.one\")"))
                .containsExactly("a.two");
        assertThat(unused(Objects.requireNonNull(broken.get("en")).keySet(), "page.text(\"a.\" + kind)"))
                .isEmpty();
        assertThat(nameless(
                        Set.of("a.one", "a.two-b"),
                        "sheet.day(\"a.three\", day(\"a.\" + x + \"a.two-\" + \"a.one.\"))"))
                .containsExactly("a.one.", "a.three");
    }

    /// What looks like a key, whole or as the beginning of some, and is none.
    private static Set<String> nameless(Set<String> keys, String sources) {
        var areas = keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        var named = Pattern.compile("\"((?:" + String.join("|", areas) + ")\\.[A-Za-z0-9.-]+)\"");
        return named.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !keys.contains(key))
                .filter(key -> !key.matches(".*[.-]") || keys.stream().noneMatch(one -> one.startsWith(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missing(Map<String, Map<String, String>> texts) {
        var keys = texts.values().stream().flatMap(of -> of.keySet().stream()).collect(Collectors.toSet());
        var missing = new ArrayList<String>();
        texts.forEach((language, of) -> keys.stream()
                .filter(key -> of.getOrDefault(key, "").isBlank())
                .forEach(key -> missing.add(key + " in " + language)));
        return missing;
    }

    private static List<String> differing(Map<String, Map<String, String>> texts) {
        var differing = new ArrayList<String>();
        Objects.requireNonNull(texts.get("en"))
                .forEach((key, text) -> texts.forEach((language, of) -> {
                    if (of.containsKey(key)
                            && !arguments(of.getOrDefault(key, "")).equals(arguments(text))) {
                        differing.add(key + " in " + language);
                    }
                }));
        return differing;
    }

    /// A key is used if it stands in the sources, whole or as a beginning that ends with a dot or hyphen.
    private static List<String> unused(Iterable<String> keys, String sources) {
        var unused = new ArrayList<String>();
        for (var key : keys) {
            if (!sources.contains("\"" + key + "\"") && !begun(key, sources)) {
                unused.add(key);
            }
        }
        return unused;
    }

    private static boolean begun(String key, String sources) {
        for (var end = key.length() - 1; end > key.indexOf('.'); end--) {
            if (".-".indexOf(key.charAt(end)) >= 0 && sources.contains("\"" + key.substring(0, end + 1) + "\"")) {
                return true;
            }
        }
        return sources.contains("\"" + key.substring(0, key.indexOf('.') + 1) + "\"");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    static Map<String, Map<String, String>> all() {
        var all = new TreeMap<String, Map<String, String>>();
        for (var language : LANGUAGES) {
            var texts = new TreeMap<String, String>();
            try (var files = Files.list(TEXTS.resolve(language))) {
                files.forEach(file -> texts.putAll(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(language, texts);
        }
        return all;
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static String sources() {
        try (var java = Files.walk(Path.of("src/main"))) {
            return java.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .map(TextsTest::text)
                    .collect(Collectors.joining("\n"))
                    .replace("\\\"", "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
