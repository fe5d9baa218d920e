package org.enlace.node.web;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.enlace.message.NodeId;

/// Names of countries and languages from CLDR, in the reader's language.
public final class Names {
    private Names() {}

    /// The country's name; the code itself for members that are not states.
    public static String country(Locale reader, NodeId member) {
        return country(reader, member.value());
    }

    /// @param code ISO 3166-1 alpha-2
    public static String country(Locale reader, String code) {
        return names(reader).regionDisplayName(code);
    }

    /// @param code BCP 47, such as `ht`
    public static String language(Locale reader, String code) {
        return names(reader).localeDisplayName(code);
    }

    private static LocaleDisplayNames names(Locale reader) {
        return LocaleDisplayNames.getInstance(ULocale.forLocale(reader));
    }
}
