package org.enlace.node.copy;

import java.util.Locale;

/// What stands against handing out a copy.
enum Point {
    LANGUAGE_UNKNOWN("language"),
    RECEIVER_UNKNOWN("to"),
    NOT_CHECKED("checked"),
    NOT_SAFE("safe");

    private final String field;

    Point(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /// Its form in the keys of texts.
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
