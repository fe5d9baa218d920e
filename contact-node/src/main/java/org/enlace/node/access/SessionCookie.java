package org.enlace.node.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie of a session: for this host alone, only over TLS, out of reach of scripts and of other sites.
public final class SessionCookie {
    private SessionCookie() {}

    /// @param done what [SignIn] answered
    public static void set(HttpServletResponse response, SignIn.Outcome.Done done) {
        add(response, cookie(SessionKey.COOKIE, done.cookie()));
        add(
                response,
                cookie(FormTokens.COOKIE, "").mutate().maxAge(Duration.ZERO).build());
    }

    /// In the middle of a request that goes on under the new cookie.
    public static void renew(HttpServletRequest request, HttpServletResponse response, SignIn.Outcome.Done done) {
        SessionKey.renewed(request, done.cookie());
        set(response, done);
    }

    public static void remove(HttpServletResponse response) {
        add(
                response,
                cookie(SessionKey.COOKIE, "").mutate().maxAge(Duration.ZERO).build());
        add(
                response,
                cookie(FormTokens.COOKIE, "").mutate().maxAge(Duration.ZERO).build());
    }

    static ResponseCookie cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Strict")
                .build();
    }

    static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
