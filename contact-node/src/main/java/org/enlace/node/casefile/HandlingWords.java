package org.enlace.node.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlace.handling.HandlingCode;
import org.enlace.message.About;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a sender allows a message to be used, in the reader's language.
@Component
class HandlingWords {
    private final Labels labels;

    HandlingWords(Labels labels) {
        this.labels = labels;
    }

    /// Strictest first.
    List<Chip> lines(About about, Locale reader) {
        var handling = about.handling();
        var lines = new ArrayList<Chip>();
        for (var caveat : handling.caveats()) {
            var argument = caveat.argument();
            var text = labels.of("caveat", caveat.code(), reader);
            lines.add(new Chip(
                    argument == null ? text : labels.text(reader, "web.pair", "name", text, "value", argument),
                    "h",
                    null));
        }
        var code = handling.code();
        lines.add(new Chip(code.name() + ". " + labels.of("handling", code, reader), "h", null));
        lines.add(new Chip(labels.of("tlp", handling.tlp().code(), reader), "h", null));
        return lines;
    }

    /// The sender's own words with handling code H3; null without them.
    @Nullable
    Fact condition(About about, Locale reader) {
        var handling = about.handling();
        var text = handling.h3Text();
        if (handling.code() != HandlingCode.H3 || text == null) {
            return null;
        }
        var language = about.language();
        return new Fact(labels.text(reader, "casefile.h3"), List.of(text), language == null ? "" : language);
    }
}
