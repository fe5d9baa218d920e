package org.enlace.matching;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.matching.Normalised.Unusable;
import org.enlace.matching.Normalised.Usable;
import org.enlace.matching.Normalised.Why;
import org.enlace.person.Sensitive;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;

/// An identifier in the one form in which both sides hash it. There is no likeness here: what differs in one character
/// is another identifier.
///
/// @param state ISO 3166-1 alpha-2, null for a telephone number
/// @see <a href="protocol.md#15-private-queries">protocol §15</a>
public record Identifier(IdentifierKind kind, @Nullable String state, Sensitive<String> number) {
    private static final char BETWEEN = 0x1f;
    private static final Set<String> STATES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    /// What people put between the parts of a number: spaces, hyphens and dashes, dots, slashes, `<` of passports.
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Zs}\\p{Pd}.·•/<_'’]");
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]]");
    private static final Pattern TRUNK_ZERO = Pattern.compile("[(\\[]\\s*0\\s*[)\\]]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Z0-9]+");
    /// Until 2019 mobile numbers of Mexico were dialled from abroad with a 1 that is no part of them any more.
    private static final Pattern MEXICAN_MOBILE = Pattern.compile("521([0-9]{10})");

    /// @param state as it was written, or null
    /// @param number as it was written, or null
    @ShowsPersonalData
    public static Normalised of(IdentifierKind kind, @Nullable String state, @Nullable Sensitive<String> number) {
        String text = number == null ? "" : plain(number.reveal());
        if (text.isEmpty()) {
            return new Unusable(Why.MISSING);
        }
        if (!kind.ofState()) {
            return phone(text);
        }
        String code = state == null ? "" : state.strip().toUpperCase(Locale.ROOT);
        if (!STATES.contains(code)) {
            return new Unusable(Why.STATE);
        }
        return kind == IdentifierKind.PASSPORT ? mixed(kind, code, text, 5, 12) : mixed(kind, code, text, 2, 10);
    }

    /// Compatibility forms are one form, as full-width digits are digits, and invisible characters are gone.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip();
    }

    private static Normalised phone(String text) {
        if (TRUNK_ZERO.matcher(text).find()) {
            return new Unusable(Why.TRUNK_ZERO);
        }
        String tight = SEPARATORS.matcher(BRACKETS.matcher(text).replaceAll("")).replaceAll("");
        String digits;
        if (tight.startsWith("+")) {
            digits = tight.substring(1);
        } else if (tight.startsWith("00")) {
            digits = tight.substring(2);
        } else {
            return new Unusable(DIGITS.matcher(tight).matches() ? Why.NO_COUNTRY_CODE : Why.CHARACTERS);
        }
        if (!DIGITS.matcher(digits).matches()) {
            return new Unusable(Why.CHARACTERS);
        }
        if (digits.startsWith("0")) {
            return new Unusable(Why.NO_COUNTRY_CODE);
        }
        if (digits.length() < 7 || digits.length() > 15) {
            return new Unusable(Why.LENGTH);
        }
        String number = MEXICAN_MOBILE.matcher(digits).replaceFirst("52$1");
        return new Usable(new Identifier(IdentifierKind.PHONE, null, Sensitive.of("+" + number)));
    }

    private static Normalised mixed(IdentifierKind kind, String state, String text, int least, int most) {
        String tight = SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (!LETTERS_AND_DIGITS.matcher(tight).matches()) {
            return new Unusable(Why.CHARACTERS);
        }
        if (tight.length() < least || tight.length() > most) {
            return new Unusable(Why.LENGTH);
        }
        if (tight.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return new Unusable(Why.NO_DIGIT);
        }
        return new Usable(new Identifier(kind, state, Sensitive.of(tight)));
    }

    /// What goes into the function: `PHONE|+51987654321`, `PLATE|CO|ABC123`, with 0x1f for the bar.
    @ShowsPersonalData
    byte[] input() {
        String parts = state == null ? "" : state + BETWEEN;
        return (kind.name() + BETWEEN + parts + number.reveal()).getBytes(StandardCharsets.UTF_8);
    }
}
