package org.enlace.node.casefile;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.enlace.person.RiskLevel;
import org.jspecify.annotations.Nullable;

/// The risk of a return as the receiving side found it.
///
/// @param by pseudonym of the officer
/// @param words why, for this contact point alone
public record ReturnAssessment(
        RiskLevel level, LocalDate on, String by, @Nullable String words) {
    private static final Pattern NOTE = Pattern.compile("RETURN_RISK ([A-Z_]{1,20}), ([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /// What the sender is told, the same in all languages: `RETURN_RISK MEDIUM, 2026-11-23`.
    public String note() {
        return "RETURN_RISK " + level + ", " + on;
    }

    /// Such a note in the words of its reader; any other stays as it is.
    static String inWords(String note, Labels labels, Locale reader) {
        var told = NOTE.matcher(note);
        return told.matches()
                ? labels.text(
                        reader,
                        "casefile.event.return-risk",
                        "level",
                        labels.of("risk-level", told.group(1), reader),
                        "day",
                        told.group(2))
                : note;
    }

    /// Prints nothing: words about a person.
    @Override
    public String toString() {
        return "[withheld]";
    }
}
