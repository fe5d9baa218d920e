package org.enlace.node.copy;

import org.enlace.node.web.FieldPoint;

/// What stands against handing out a copy.
enum Point implements FieldPoint {
    LANGUAGE_UNKNOWN("language"),
    RECEIVER_UNKNOWN("to"),
    NOT_CHECKED("checked"),
    NOT_SAFE("safe");

    private final String field;

    Point(String field) {
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }
}
