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

/// The token that each form carries. It is derived from a key of the session, or before signing in from a random cookie
/// made for the visit, so it ends with it. It outlives a renewed cookie: what was typed in another window is not lost.
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
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? token(signedIn.formKey())
                : visit(request).map(FormTokens::token).orElse(null);
    }

    private static CsrfToken token(String key) {
        return new DefaultCsrfToken("X-Form-Token", "_token", Secrets.hash("form", key));
    }

    private static Optional<String> visit(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }
}
