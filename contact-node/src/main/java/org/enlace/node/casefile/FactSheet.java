package org.enlace.node.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlace.message.Place;
import org.enlace.node.web.Divisions;
import org.jspecify.annotations.Nullable;

/// Collects what is known; what is not known leaves no line.
final class FactSheet {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Labels labels;
    private final Locale reader;
    private final List<Fact> facts = new ArrayList<>();

    FactSheet(Labels labels, Locale reader) {
        this.labels = labels;
        this.reader = reader;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    FactSheet codes(String key, String list, List<String> codes) {
        return said(key, labels.of(list, codes, reader));
    }

    FactSheet code(String key, String list, @Nullable String code) {
        return code == null ? this : codes(key, list, List.of(code));
    }

    FactSheet code(String key, String list, @Nullable Enum<?> code) {
        return code == null ? this : code(key, list, code.name());
    }

    FactSheet country(String key, @Nullable String code) {
        return code == null ? this : said(key, List.of(labels.country(code, reader)));
    }

    FactSheet countries(String key, List<String> codes) {
        return said(
                key, codes.stream().map(code -> labels.country(code, reader)).toList());
    }

    FactSheet place(String key, @Nullable Place place) {
        return place == null ? this : said(key, List.of(place(place)));
    }

    FactSheet day(String key, @Nullable LocalDate day) {
        return day == null ? this : said(key, List.of(day(day)));
    }

    FactSheet said(String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(labels.text(reader, key), values, null));
        }
        return this;
    }

    /// @param language of the text, as its writer gave it
    FactSheet written(String key, @Nullable String text, @Nullable String language) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(labels.text(reader, key), List.of(text), language == null ? "" : language));
        }
        return this;
    }

    /// Under a name that is no text of ours, such as the label of a code.
    FactSheet named(String name, String text, @Nullable String language) {
        facts.add(new Fact(name, List.of(text), language == null ? "" : language));
        return this;
    }

    /// What a field of a message is called; as the API has it, if no form asks it.
    String field(String part, String pointer) {
        return labels.field(part, pointer, reader);
    }

    String label(String list, @Nullable String code) {
        return code == null ? "" : labels.of(list, code, reader);
    }

    String text(String key, Object... arguments) {
        return labels.text(reader, key, arguments);
    }

    String country(@Nullable String code) {
        return code == null ? "" : labels.country(code, reader);
    }

    String day(LocalDate day) {
        return Labels.day(day, reader);
    }

    /// `Puno, Peru (PEPUN)`: the finest that was told, never a point on the map.
    String place(Place place) {
        var subdivision = place.subdivision();
        var locode = place.locode();
        return country(place.country())
                + (subdivision == null ? "" : ", " + Divisions.name(subdivision))
                + (locode == null ? "" : " (" + locode + ")");
    }

    /// `2026-11-22 10:00`, in UTC.
    static String minutes(Instant at) {
        return MINUTES.format(at.atOffset(ZoneOffset.UTC));
    }
}
