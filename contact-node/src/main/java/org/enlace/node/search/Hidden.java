package org.enlace.node.search;

import java.util.regex.Pattern;

/// Characters that are not seen, or turn the order in which one reads.
final class Hidden {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private Hidden() {}

    static boolean isIn(String text) {
        return HIDDEN.matcher(text).find();
    }

    /// To be shown to whoever typed it.
    static String without(String text) {
        return HIDDEN.matcher(text).replaceAll("");
    }
}
