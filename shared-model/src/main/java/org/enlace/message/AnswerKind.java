package org.enlace.message;

import java.util.Arrays;
import java.util.Optional;

/// What an answer to a request for information is, and whether the request ends with it.
public enum AnswerKind {
    FULL(true),
    /// Some of it; the rest is not there or cannot be given.
    PARTIAL(true),
    /// Some of it; more follows.
    INTERIM(false),
    /// Looked for, nothing found.
    NEGATIVE(true),
    REFUSED(true),
    NEEDS_INFO(false),
    FORWARDED(false);

    private final boolean ends;

    AnswerKind(boolean ends) {
        this.ends = ends;
    }

    /// Whether nothing more is owed after it.
    public boolean ends() {
        return ends;
    }

    /// Empty for a kind of a newer version: it is shown, and ends nothing.
    public static Optional<AnswerKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
