package org.enlace.node.web;

import org.jspecify.annotations.Nullable;

/// One answer among several: an option, a radio or a check box.
public record Choice(String value, String label, @Nullable String hint, boolean chosen) {
    public static Choice of(String value, String label, boolean chosen) {
        return new Choice(value, label, null, chosen);
    }
}
