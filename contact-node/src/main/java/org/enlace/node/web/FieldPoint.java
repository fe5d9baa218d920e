package org.enlace.node.web;

import java.util.Locale;

/// What stands against an act, at the field of its form that it is about; the constants of an enum, whose names are the
/// codes of the API.
public interface FieldPoint {
    String name();

    /// The field of the form.
    String field();

    /// Its form in the keys of texts: `note-missing`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
