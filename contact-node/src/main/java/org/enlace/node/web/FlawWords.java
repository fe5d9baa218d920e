package org.enlace.node.web;

import java.util.Locale;
import java.util.Objects;
import org.enlace.message.Flaw;
import org.enlace.message.Flaw.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says in the reader's language what is wrong with a body and what belongs there. It never repeats what was sent.
@Component
final class FlawWords {
    private final Texts texts;

    FlawWords(Texts texts) {
        this.texts = texts;
    }

    Problem.Wrong of(Flaw flaw, Locale reader) {
        var example = flaw.example();
        var text = texts.get(
                reader,
                key(flaw),
                "expected",
                kind(flaw.expected(), reader),
                "found",
                kind(flaw.found(), reader),
                "example",
                Objects.requireNonNullElse(example, ""));
        return Problem.Wrong.at(flaw.pointer(), flaw.code().name(), text);
    }

    private static String key(Flaw flaw) {
        return switch (flaw.code()) {
            case TOO_LARGE -> "web.flaw.too-large";
            case TOO_DEEP -> "web.flaw.too-deep";
            case TOO_LONG -> "web.flaw.too-long";
            case NOT_UTF8 -> "web.flaw.not-utf8";
            case NOT_JSON -> "web.flaw.not-json";
            case BROKEN_TEXT -> "web.flaw.broken-text";
            case MORE_THAN_ONE -> "web.flaw.more-than-one";
            case FIELD_TWICE -> "web.flaw.field-twice";
            case MISSING -> flaw.example() == null ? "web.flaw.missing" : "web.flaw.missing.like";
            case UNKNOWN_FIELD -> "web.flaw.unknown-field";
            case WRONG_KIND -> "web.flaw.wrong-kind";
            case NOT_A_CODE -> "web.flaw.not-a-code";
            case NOT_A_DATE -> "web.flaw.not-a-date";
            case NOT_A_VALUE -> flaw.example() == null ? "web.flaw.not-a-value" : "web.flaw.not-a-value.like";
        };
    }

    private String kind(@Nullable Kind kind, Locale reader) {
        if (kind == null) {
            return "";
        }
        return texts.get(
                reader,
                switch (kind) {
                    case TEXT -> "web.kind.text";
                    case NUMBER -> "web.kind.number";
                    case WHOLE_NUMBER -> "web.kind.whole-number";
                    case TRUE_OR_FALSE -> "web.kind.true-or-false";
                    case LIST -> "web.kind.list";
                    case OBJECT -> "web.kind.object";
                    case NOTHING -> "web.kind.nothing";
                });
    }
}
