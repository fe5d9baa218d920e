package org.enlace.node.web;

import org.jspecify.annotations.Nullable;

/// One field of a form as it is shown: what was typed stays, with what is wrong about it beside it.
///
/// @param name also the id in the page, so a summary can link to it
public record Field(
        String name,
        String label,
        @Nullable String value,
        @Nullable String hint,
        @Nullable String error) {

    public static Field of(String name, String label) {
        return new Field(name, label, null, null, null);
    }

    public Field value(@Nullable String typed) {
        return new Field(name, label, typed, hint, error);
    }

    public Field hint(@Nullable String text) {
        return new Field(name, label, value, text, error);
    }

    public Field error(@Nullable String text) {
        return new Field(name, label, value, hint, text);
    }

    /// The ids of hint and error for `aria-describedby`, or null when there is neither.
    public @Nullable String describedBy() {
        if (hint == null && error == null) {
            return null;
        }
        return ((hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error")).strip();
    }
}
