package org.enlace.node.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The words of the console in its four languages, from `texts/<language>/<area>.properties`. Patterns are ICU's:
/// `{n, plural, one{1 message} other{# messages}}`, arguments by name.
@Component
public final class Texts {
    /// The first is what is shown when nothing else fits.
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt"), Locale.FRENCH);

    private static final Pattern FRENCH_SPACE = Pattern.compile(" (?=[:;?!»%])|(?<=«) ");

    private final Map<Locale, Map<String, MessageFormat>> texts = new HashMap<>();

    public Texts() {
        for (var language : LANGUAGES) {
            texts.put(language, read(language));
        }
    }

    /// @param arguments name, value, name, value
    /// @throws IllegalArgumentException if there is no such text in this language
    public String get(Locale locale, String key, Object... arguments) {
        var text = texts.getOrDefault(supported(locale), Map.of()).get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text named " + key + " in " + locale.getLanguage());
        }
        var values = new HashMap<String, Object>();
        for (var i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], arguments[i + 1]);
        }
        return text.clone().format(values);
    }

    public boolean has(Locale locale, String key) {
        return texts.getOrDefault(supported(locale), Map.of()).containsKey(key);
    }

    /// The console's language that is nearest to the one asked for.
    public static Locale supported(Locale asked) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    Set<String> keys(Locale language) {
        return texts.getOrDefault(language, Map.of()).keySet();
    }

    private static Map<String, MessageFormat> read(Locale language) {
        var found = new HashMap<String, MessageFormat>();
        var pattern = "classpath*:texts/" + language.getLanguage() + "/*.properties";
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> found.put(
                        (String) key, new MessageFormat(spaced(language, (String) text), ULocale.forLocale(language))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the console cannot be read", e);
        }
        return found;
    }

    /// French keeps a colon, a question mark and the like on the line of the word before; a plain space in a file is
    /// enough.
    private static String spaced(Locale language, String text) {
        return language.equals(Locale.FRENCH) ? FRENCH_SPACE.matcher(text).replaceAll("\u00A0") : text;
    }
}
