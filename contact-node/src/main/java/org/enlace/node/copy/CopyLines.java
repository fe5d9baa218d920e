package org.enlace.node.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.enlace.node.casefile.Labels;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;

/// Collects what was shared, in the language of the paper. What was not shared leaves no line.
final class CopyLines {
    private final Labels labels;
    private final PageContext paper;
    private final List<CopyLine> lines = new ArrayList<>();

    CopyLines(Labels labels, PageContext paper) {
        this.labels = labels;
        this.paper = paper;
    }

    List<CopyLine> lines() {
        return List.copyOf(lines);
    }

    CopyLines said(String key, List<String> values) {
        var said = values.stream().filter(value -> !value.isBlank()).toList();
        if (!said.isEmpty()) {
            lines.add(new CopyLine(named(key), said, null));
        }
        return this;
    }

    CopyLines codes(String key, String list, List<String> codes) {
        return said(key, codes.stream().map(code -> label(list, code)).toList());
    }

    CopyLines code(String key, String list, @Nullable String code) {
        return code == null ? this : codes(key, list, List.of(code));
    }

    CopyLines code(String key, String list, @Nullable Enum<?> code) {
        return code == null ? this : code(key, list, code.name());
    }

    CopyLines countries(String key, List<String> codes) {
        return said(key, codes.stream().map(this::country).toList());
    }

    CopyLines day(String key, @Nullable LocalDate day) {
        return day == null ? this : said(key, List.of(day(day)));
    }

    CopyLines omitted(String key, boolean shared, Omission why) {
        if (shared) {
            lines.add(new CopyLine(named(key), List.of(), why));
        }
        return this;
    }

    CopyLines omitted(String key, @Nullable Object shared, Omission why) {
        return omitted(key, shared != null, why);
    }

    /// What officers read about a person, in words that speak to the person where they differ.
    private String named(String key) {
        var own = key.replace("casefile.fact.", "copy.fact.");
        return paper.text(paper.hasText(own) ? own : key);
    }

    String label(String list, @Nullable String code) {
        return code == null ? "" : labels.of(list, code, paper.locale());
    }

    String text(String key, Object... arguments) {
        return paper.text(key, arguments);
    }

    String country(@Nullable String code) {
        return code == null ? "" : labels.country(code, paper.locale());
    }

    String day(LocalDate day) {
        return Labels.day(day, paper.locale());
    }

    /// Paper is read on another day: the day stands there too.
    static String moment(Instant at, PageContext paper) {
        return paper.day(at) + ", " + paper.clock(at);
    }
}
