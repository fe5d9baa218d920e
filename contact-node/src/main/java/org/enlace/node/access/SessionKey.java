package org.enlace.node.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/// Names a session inside the node: the hash of its cookie, of no use to a thief of the database.
public record SessionKey(String value) {
    /// The name makes browsers refuse it without TLS, with a domain, or for a path.
    static final String COOKIE = "__Host-session";

    private static final String RENEWED = SessionKey.class.getName();

    static SessionKey of(String cookie) {
        return new SessionKey(Secrets.hash("session", cookie));
    }

    /// The one that the request claims; whether it is alive is for [Sessions] to say.
    public static Optional<SessionKey> of(HttpServletRequest request) {
        return request.getAttribute(RENEWED) instanceof SessionKey renewed
                ? Optional.of(renewed)
                : cookie(request).map(SessionKey::of);
    }

    /// From now on this request is of the session with this cookie.
    static void renewed(HttpServletRequest request, String cookie) {
        request.setAttribute(RENEWED, of(cookie));
    }

    static Optional<String> cookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }
}
