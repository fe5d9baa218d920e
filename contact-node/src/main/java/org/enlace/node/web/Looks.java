package org.enlace.node.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// How pages look and in which language they are, kept on this machine; the language also with the officer, for the
/// next one.
@Component
final class Looks {
    private final Officers officers;

    Looks(Officers officers) {
        this.officers = officers;
    }

    /// @param given null where nothing was chosen
    Optional<Locale> language(@Nullable String given, @Nullable Officer officer, HttpServletResponse response) {
        if (given == null) {
            return Optional.empty();
        }
        var chosen = Texts.supported(Locale.forLanguageTag(given));
        keep(Cookies.LANGUAGE, chosen.getLanguage(), response);
        if (officer != null) {
            officers.choose(officer.id(), chosen);
        }
        return Optional.of(chosen);
    }

    Optional<Theme> theme(@Nullable String given, HttpServletResponse response) {
        if (given == null) {
            return Optional.empty();
        }
        var chosen = Theme.of(given);
        keep(Cookies.THEME, chosen.code(), response);
        return Optional.of(chosen);
    }

    /// Whether single letters are shortcuts.
    void keys(@Nullable String given, HttpServletResponse response) {
        if (given != null) {
            keep(Cookies.KEYS, given.equals(Cookies.OFF) ? Cookies.OFF : "on", response);
        }
    }

    private static void keep(String name, String value, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, Cookies.keep(name, value).toString());
    }
}
