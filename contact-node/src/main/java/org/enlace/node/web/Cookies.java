package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookies that keep a choice of the reader. They say nothing about who it is.
final class Cookies {
    static final String LANGUAGE = "language";
    static final String THEME = "theme";
    /// Whether single letters are shortcuts: `off`, or anything else.
    static final String KEYS = "keys";
    static final String OFF = "off";

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }

    static ResponseCookie keep(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .secure(true)
                .sameSite("Strict")
                .build();
    }
}
