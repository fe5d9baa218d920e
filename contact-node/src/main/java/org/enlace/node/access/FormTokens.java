package org.enlace.node.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// The token that each form carries. It is derived from the session's cookie, or before signing in from a random cookie
/// made for the visit, so it ends with it and nothing is stored.
@Component
final class FormTokens implements CsrfTokenRepository {
    static final String COOKIE = "__Host-visit";
    private static final String MADE = FormTokens.class.getName();

    private final Secrets secrets = new Secrets();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var visit = secrets.cookie();
        request.setAttribute(MADE, visit);
        return token(visit);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(MADE) instanceof String visit) {
            SessionCookie.add(response, SessionCookie.cookie(COOKIE, visit));
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        var cookie = signedIn ? SessionKey.cookie(request) : visit(request);
        return cookie.map(FormTokens::token).orElse(null);
    }

    private static CsrfToken token(String cookie) {
        return new DefaultCsrfToken("X-Form-Token", "_token", Secrets.hash("form", cookie));
    }

    private static Optional<String> visit(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }
}
