package org.enlace.node.web;

import java.util.Locale;

/// Day or night view; `AUTO` follows the system.
public enum Theme {
    AUTO,
    DAY,
    NIGHT;

    /// The form in cookies and in the page.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(String code) {
        for (var theme : values()) {
            if (theme.code().equals(code)) {
                return theme;
            }
        }
        return AUTO;
    }
}
