package org.enlace.message;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What free text may consist of, and what a subject had better not contain.
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int COMBINING_MAX = 3;
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}\\p{Ll}+(?:[-'’]\\p{Lu}?\\p{Ll}+)*(?:\\s+(?:de|del|la|las|los|da|do|dos|das|du|van|von|y|e))*\\s+\\p{Lu}\\p{Ll}+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[\\s./-]?\\p{Nd}){3,}");

    private PlainText() {}

    /// The first character that hides, or turns the reading order of its neighbours.
    static OptionalInt firstHidden(String text) {
        int combining = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            combining = isCombining(c) ? combining + 1 : 0;
            if (combining > COMBINING_MAX || (isHidden(c) && !joins(c, text, i))) {
                return OptionalInt.of(c);
            }
        }
        return OptionalInt.empty();
    }

    /// The same with every such character written as its number.
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        int from = 0;
        OptionalInt hidden = firstHidden(text);
        while (hidden.isPresent()) {
            int at = text.indexOf(hidden.getAsInt(), from);
            visible.append(text, from, at).append("\\u%04X".formatted(hidden.getAsInt()));
            from = at + Character.charCount(hidden.getAsInt());
            hidden = firstHidden(text.substring(from));
        }
        return visible.append(text.substring(from)).toString();
    }

    static boolean isBroken(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static boolean isNormal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /// Two capitalised words in a row, as in names; a warning only, for places look the same.
    static boolean looksLikeName(String text) {
        return NAME.matcher(text).find();
    }

    /// Four digits or more, as in documents and telephones.
    static boolean looksLikeNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
            case Character.FORMAT, Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Scripts such as Arabic and Devanagari need the joiners inside of words.
    private static boolean joins(int c, String text, int at) {
        if ((c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER) || at == 0) {
            return false;
        }
        return switch (UnicodeScript.of(text.codePointBefore(at))) {
            case ARABIC,
                    SYRIAC,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA -> true;
            default -> false;
        };
    }
}
