package org.enlace.node.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.jspecify.annotations.Nullable;

/// The page of private queries.
///
/// @param left what partners said is left
/// @param hits what partners found of ours
public record QueryScreen(Form form, Mine mine, List<Left> left, List<Hit> hits) {

    /// @param key by which the form asks once
    /// @param purposes with the empty choice first; likewise `bases`
    /// @param choices partners
    public record Form(
            String key,
            Field reference,
            Field purpose,
            List<Choice> purposes,
            Field basis,
            List<Choice> bases,
            Field identifiers,
            List<Row> rows,
            Field partners,
            List<Choice> choices) {
        public List<Field> fields() {
            var all = new ArrayList<>(List.of(reference, purpose, basis, identifiers));
            rows.forEach(row -> all.add(row.number()));
            all.add(partners);
            return all;
        }
    }

    /// One line for an identifier.
    public record Row(String legend, Field kind, List<Choice> kinds, Field state, List<Choice> states, Field number) {}

    /// What the reader asked.
    ///
    /// @param answered how many answers are here
    /// @param live where the page asks for it again by itself; null if no answer can come any more
    public record Mine(
            List<Line> queries,
            @Nullable String newer,
            @Nullable String older,
            int answered,
            @Nullable String live) {}

    /// One query that was asked, without what it was about.
    public record Line(
            String path, String reference, String what, String purpose, Instant askedAt, List<Standing> partners) {}

    /// @param tone of the mark: `ok`, `wait` or `warn`
    public record Standing(String country, String words, String tone) {}

    public record Left(String country, String words) {}

    /// @param by who looked at it, null as long as nobody has
    public record Hit(
            String id,
            String words,
            String query,
            String casePath,
            String reference,
            Instant at,
            @Nullable String by) {}
}
