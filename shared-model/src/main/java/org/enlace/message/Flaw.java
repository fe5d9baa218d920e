package org.enlace.message;

import org.enlace.message.MalformedMessage.Reason;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with JSON from outside: where it is and what belongs there, never what was written.
///
/// @param pointer JSON pointer (RFC 6901) to it, empty for the whole
/// @param expected what belongs there, where that is known
/// @param found what stands there instead, with `WRONG_KIND` only
/// @param example how a right value looks, the codes to choose from, or the line and column `3:7`
public record Flaw(
        String pointer,
        Code code,
        @Nullable Kind expected,
        @Nullable Kind found,
        @Nullable String example) {

    /// The names are stable: the API speaks of them.
    public enum Code {
        /// More bytes than a message may have.
        TOO_LARGE(Reason.TOO_LARGE),
        /// More than 32 levels.
        TOO_DEEP(Reason.TOO_LARGE),
        /// A text, name or number beyond its limit.
        TOO_LONG(Reason.TOO_LARGE),
        NOT_UTF8(Reason.NOT_JSON),
        NOT_JSON(Reason.NOT_JSON),
        /// Half a character.
        BROKEN_TEXT(Reason.NOT_JSON),
        /// A second value after the end.
        MORE_THAN_ONE(Reason.NOT_JSON),
        FIELD_TWICE(Reason.NOT_JSON),
        MISSING(Reason.NOT_THE_SHAPE),
        UNKNOWN_FIELD(Reason.NOT_THE_SHAPE),
        WRONG_KIND(Reason.NOT_THE_SHAPE),
        /// None of the codes that may stand there.
        NOT_A_CODE(Reason.NOT_THE_SHAPE),
        /// No such day or moment.
        NOT_A_DATE(Reason.NOT_THE_SHAPE),
        /// Of the right kind and yet no such value: outside its limits, or not in its form.
        NOT_A_VALUE(Reason.NOT_THE_SHAPE);

        private final Reason reason;

        Code(Reason reason) {
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /// What JSON knows.
    public enum Kind {
        TEXT,
        NUMBER,
        WHOLE_NUMBER,
        TRUE_OR_FALSE,
        LIST,
        OBJECT,
        NOTHING
    }

    static Flaw at(String pointer, Code code) {
        return new Flaw(pointer, code, null, null, null);
    }

    /// The same inside of a larger whole.
    ///
    /// @param outer pointer to where this whole stands in the larger one
    public Flaw within(String outer) {
        return new Flaw(outer + pointer, code, expected, found, example);
    }
}
