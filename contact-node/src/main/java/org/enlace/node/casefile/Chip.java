package org.enlace.node.casefile;

import org.jspecify.annotations.Nullable;

/// One short mark on a line.
///
/// @param kind `minor` or `h` (handling), null for the plain one
/// @param title the whole text, where the mark is short for something
public record Chip(
        String text, @Nullable String kind, @Nullable String title) {
    static Chip plain(String text) {
        return new Chip(text, null, null);
    }
}
