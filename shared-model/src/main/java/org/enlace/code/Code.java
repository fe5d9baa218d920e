package org.enlace.code;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One code of a list and how the four languages of the network call it.
///
/// @param parent the wider code that it belongs to
/// @param since version of the list that brought it
/// @param retired version of the list that took it out of use; it stays readable for ever
/// @param labels by language: `en`, `es`, `pt`, `fr`
/// @param map the same thing in other standards, by their name: `ctdc`, `ictip`, `stix`
public record Code(
        String code,
        @Nullable String parent,
        int since,
        @Nullable Integer retired,
        @Nullable String replacedBy,
        Map<String, String> labels,
        Map<String, String> map) {

    public Code {
        labels = Map.copyOf(labels);
        map = map == null ? Map.of() : Map.copyOf(map);
    }

    /// In the reader's language, or in English if that is none of the four.
    public String label(Locale locale) {
        String label = labels.get(locale.getLanguage());
        return label != null ? label : labels.getOrDefault("en", code);
    }

    public boolean inUse() {
        return retired == null;
    }
}
