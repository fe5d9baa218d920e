package org.enlace.node.export;

import java.util.List;
import org.enlace.node.casefile.CaseScreen.Moment;
import org.enlace.node.casefile.CaseSheet;
import org.jspecify.annotations.Nullable;

/// A case file as its paper shows it, in the words of the reader.
///
/// @param by name of the officer who takes it out
/// @param mode label of an exercise or a test, null when all of it is meant
/// @param behind what stays behind, and why
public record ExportPaper(
        String reference,
        String day,
        String time,
        String by,
        String purpose,
        @Nullable String mode,
        List<Message> messages,
        List<Part> excerpts,
        List<Moment> timeline,
        List<Line> behind) {

    /// @param files that travelled with it, and how; none if it has none
    public record Message(CaseSheet sheet, List<String> files) {}

    /// What may be used of a message of which the rest stays behind.
    ///
    /// @param storedAt in words
    public record Part(
            String type,
            String partner,
            String storedAt,
            List<String> handling,
            List<Said> fields,
            @Nullable String digest) {}

    /// @param terms under which it may be used
    public record Said(String label, List<String> values, List<String> terms) {}

    /// @param why and what to do
    public record Line(String what, String why) {}
}
