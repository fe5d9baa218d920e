package org.enlace.node.ministry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Marks the browser that set out for the provider. Unlike our session's cookie it must come along when the provider
/// sends the browser back, so it is `Lax`; it opens nothing.
final class ErrandCookie {
    private static final String NAME = "__Host-ministry";

    private ErrandCookie() {}

    static @Nullable String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static void set(HttpServletResponse response, String value) {
        add(response, value, Errands.LENGTH);
    }

    static void remove(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String value, Duration length) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(length)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
