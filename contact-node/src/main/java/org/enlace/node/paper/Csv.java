package org.enlace.node.paper;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A table as a file that a spreadsheet opens, in which nothing is a formula.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
public final class Csv {
    /// So that a spreadsheet reads it as UTF-8.
    public static final String MARK = "\uFEFF";

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");
    /// Also as they are written in full width.
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

    private Csv() {}

    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var plain = CONTROL.matcher(text).replaceAll(" ");
        var safe = FORMULA.matcher(plain).matches() ? "'" + plain : plain;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
