package org.enlace.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The lists that this version of the network knows. Countries are not among them: their names come from [Locale].
public final class CodeLists {
    private static final String INDEX = "lists.txt";

    private final Map<String, CodeList> lists;

    private CodeLists(Map<String, CodeList> lists) {
        this.lists = lists;
    }

    /// Reads the lists that come with this library; keep the result.
    public static CodeLists standard() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Map<String, CodeList> lists = new TreeMap<>();
        for (String id : text(INDEX).lines().toList()) {
            lists.put(id, new CodeList(mapper.readValue(text(id + ".json"), ListFile.class)));
        }
        return new CodeLists(lists);
    }

    /// @throws IllegalArgumentException if there is no such list, which is a mistake of the caller
    public CodeList list(String id) {
        CodeList list = lists.get(id);
        if (list == null) {
            throw new IllegalArgumentException("No code list is called " + id);
        }
        return list;
    }

    public Collection<CodeList> all() {
        return lists.values();
    }

    /// A country's name, or the code itself for `XXA`, `XXX` and members that are not states.
    ///
    /// @param country ISO 3166-1 alpha-2
    public static String country(String country, Locale locale) {
        return country.matches("[A-Z]{2}") ? Locale.of("", country).getDisplayCountry(locale) : country;
    }

    private static String text(String name) {
        try (InputStream file = CodeLists.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The code list file " + name + " is missing from this build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
