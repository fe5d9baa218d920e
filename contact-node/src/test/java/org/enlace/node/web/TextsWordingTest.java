package org.enlace.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.code.CodeLists;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;

/// What a machine can see of good language: patterns that format, plural forms that exist, marks and spaces where each
/// language wants them, nothing left in English, and one name for one thing.
class TextsWordingTest {
    private static final Path ALIKE = Path.of("src/test/resources/texts/same-as-english.txt");
    private static final Pattern PLAIN_SPACE = Pattern.compile(" [:;?!»%]|« ");
    private static final Pattern NO_SPACE = Pattern.compile("\\p{L}[;?!»](\\s|$)|«[^\u00A0]");
    private static final Pattern WORDS = Pattern.compile("\\p{L}");
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 5, 1_000_000);

    @Test
    void everyPatternShowsEachOfItsArguments() {
        assertThat(unshown(TextsTest.all())).isEmpty();
    }

    @Test
    void everyPluralFormExistsInItsLanguage() {
        assertThat(strangePlurals(TextsTest.all())).isEmpty();
    }

    @Test
    void frenchSetsANoBreakSpaceBeforeTallMarks() {
        var texts = new Texts();

        assertThat(texts.keys(Locale.FRENCH))
                .allSatisfy(key -> assertThat(texts.get(Locale.FRENCH, key))
                        .as(key)
                        .doesNotContainPattern(PLAIN_SPACE)
                        .doesNotContainPattern(NO_SPACE));
        assertThat(texts.get(Locale.FRENCH, "web.node", "country", "Panama"))
                .isEqualTo("Point de contact\u00A0: Panama");
        assertThat("Où ?").containsPattern(PLAIN_SPACE);
        assertThat("Où?").containsPattern(NO_SPACE);
    }

    @Test
    void spanishOpensItsQuestionsAndExclamations() {
        var texts = Objects.requireNonNull(TextsTest.all().get("es"));

        assertThat(texts)
                .isNotEmpty()
                .allSatisfy((key, text) -> assertThat(count(text, "¿¡")).as(key).isEqualTo(count(text, "?!")));
        assertThat(count("¿Sí? No!", "?!")).isEqualTo(2);
    }

    @Test
    void nothingIsLeftInEnglish() throws IOException {
        assertThat(leftInEnglish(TextsTest.all(), alike())).isEmpty();
    }

    @Test
    void urgenciesAndRolesHaveOneNameEach() {
        var texts = new Texts();
        var lists = CodeLists.standard();

        for (var language : Texts.LANGUAGES) {
            for (var urgency : List.of("IMMEDIATE", "URGENT", "NORMAL", "ROUTINE")) {
                assertThat(texts.get(language, "desk.group." + urgency.toLowerCase(Locale.ROOT)))
                        .isEqualTo(lists.list("urgency").label(urgency, language));
            }
            for (var role : Role.values()) {
                assertThat(texts.get(language, "web.role." + role))
                        .isEqualTo(lists.list("role").label(role.name(), language));
            }
        }
    }

    @Test
    void theseRulesCanFail() {
        Map<String, Map<String, String>> broken = Map.of(
                "en",
                Map.of("a.of", "of {country}", "a.note", "Note", "a.stay", "Stay here"),
                "fr",
                Map.of(
                        "a.of", "d'{country}",
                        "a.note", "Note",
                        "a.stay", "Stay here",
                        "a.n", "{n, plural, one{1} few{#} other{#}}"));

        assertThat(unshown(broken)).containsExactly("a.of in fr");
        assertThat(strangePlurals(broken)).containsExactly("few of a.n in fr");
        assertThat(leftInEnglish(broken, Set.of("fr Note"))).containsExactly("a.stay in fr");
    }

    private static List<String> unshown(Map<String, Map<String, String>> all) {
        var unshown = new ArrayList<String>();
        all.forEach((language, texts) -> texts.forEach((key, text) -> {
            if (!COUNTS.stream().allMatch(count -> showsAll(language, text, count))) {
                unshown.add(key + " in " + language);
            }
        }));
        return unshown;
    }

    private static boolean showsAll(String language, String text, int count) {
        var values = new HashMap<String, Object>();
        var names = new ArrayList<String>();
        arguments(text).forEach((name, type) -> {
            var plain = type == ArgType.NONE;
            values.put(name, plain ? "[" + name + "]" : type == ArgType.SELECT ? (Object) "other" : count);
            if (plain) {
                names.add("[" + name + "]");
            }
        });
        var shown = new MessageFormat(text, ULocale.forLanguageTag(language)).format(values);
        return names.stream().allMatch(shown::contains) && !shown.contains("{") && !shown.contains("}");
    }

    private static List<String> strangePlurals(Map<String, Map<String, String>> all) {
        var strange = new ArrayList<String>();
        all.forEach((language, texts) -> {
            var known = PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords();
            texts.forEach((key, text) -> forms(text).stream()
                    .filter(form -> !form.startsWith("=") && !known.contains(form))
                    .forEach(form -> strange.add(form + " of " + key + " in " + language)));
        });
        return strange;
    }

    private static List<String> leftInEnglish(Map<String, Map<String, String>> all, Set<String> alike) {
        var english = Objects.requireNonNull(all.get("en"));
        var left = new ArrayList<String>();
        all.forEach((language, texts) -> texts.forEach((key, text) -> {
            var worded = WORDS.matcher(text.replaceAll("\\{\\w+}", "")).find();
            if (!language.equals("en")
                    && worded
                    && text.equals(english.get(key))
                    && !alike.contains(language + " " + text)) {
                left.add(key + " in " + language);
            }
        }));
        return left;
    }

    private static Map<String, ArgType> arguments(String text) {
        var pattern = new MessagePattern(text);
        var arguments = new HashMap<String, ArgType>();
        for (var i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_START) {
                arguments.put(
                        pattern.getSubstring(pattern.getPart(i + 1)),
                        pattern.getPart(i).getArgType());
            }
        }
        return arguments;
    }

    private static List<String> forms(String text) {
        var pattern = new MessagePattern(text);
        var forms = new ArrayList<String>();
        var plural = false;
        for (var i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                plural = part.getArgType().hasPluralStyle();
            } else if (part.getType() == Part.Type.ARG_SELECTOR && plural) {
                forms.add(pattern.getSubstring(part));
            }
        }
        return forms;
    }

    private static long count(String text, String marks) {
        return text.chars().filter(mark -> marks.indexOf(mark) >= 0).count();
    }

    private static Set<String> alike() throws IOException {
        try (var lines = Files.lines(ALIKE)) {
            return lines.filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        }
    }
}
