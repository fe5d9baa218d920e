package org.enlace.node.casefile;

import org.jspecify.annotations.Nullable;

/// One short mark on a line.
///
/// @param kind `minor`, `h` (handling), `mode` or `actual` (whether it is meant), null for the plain one
/// @param title the whole text, where the mark is short for something
public record Chip(
        String text, @Nullable String kind, @Nullable String title) {
    /// Whether it says if a message is meant.
    public boolean ofMode() {
        return "mode".equals(kind) || "actual".equals(kind);
    }

    static Chip plain(String text) {
        return new Chip(text, null, null);
    }
}
