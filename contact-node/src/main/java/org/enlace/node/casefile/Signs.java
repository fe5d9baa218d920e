package org.enlace.node.casefile;

import com.ibm.icu.util.ULocale;
import org.enlace.lifecycle.Urgency;

/// Names of pictures, and of languages as pages need them.
public final class Signs {
    private Signs() {}

    /// The picture that stands beside an urgency, never instead of its word.
    public static String of(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> "siren";
            case URGENT -> "triangle-alert";
            case NORMAL -> "flag";
            case ROUTINE -> "inbox";
        };
    }

    /// The shortest tag of a language, for `lang`: `es` for `spa`.
    ///
    /// @param code ISO 639-3
    public static String tag(String code) {
        return new ULocale(code).toLanguageTag();
    }
}
