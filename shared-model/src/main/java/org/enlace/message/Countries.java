package org.enlace.message;

import java.util.Locale;
import java.util.Set;

/// ISO 3166-1 alpha-2 as the platform knows it, and the two codes of travel documents for no country.
final class Countries {
    private static final Set<String> STATES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> NONE = Set.of("XXA", "XXX");

    private Countries() {}

    static boolean exists(String code) {
        return STATES.contains(code);
    }

    static boolean isCitizenship(String code) {
        return STATES.contains(code) || NONE.contains(code);
    }
}
