package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SessionKey;
import org.enlace.node.access.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [PageContext] of a request, once.
@Component
final class PageContexts {
    private static final String ATTRIBUTE = PageContext.class.getName();

    private final Console console;
    private final Sessions sessions;
    private final Clock clock;

    PageContexts(Console console, Sessions sessions, Clock clock) {
        this.console = console;
        this.sessions = sessions;
        this.clock = clock;
    }

    PageContext of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof PageContext made) {
            return made;
        }
        var officer = officer();
        var visit = new PageContext.Visit(
                language(request, officer),
                Cookies.read(request, Cookies.THEME).map(Theme::of).orElse(Theme.AUTO),
                ErrorAnswers.first(request),
                Nonce.of(request),
                token(request),
                clock.instant(),
                SessionKey.of(request).flatMap(sessions::endsAt).orElse(null));
        var context = new PageContext(visit, officer, console);
        request.setAttribute(ATTRIBUTE, context);
        return context;
    }

    static @Nullable Officer officer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer ? officer : null;
    }

    /// The choice made on this machine, then the officer's, then the browser's, then the node's. A program says with
    /// each call which language it wants.
    static Locale language(HttpServletRequest request, @Nullable Officer officer) {
        var program = ErrorAnswers.first(request).startsWith("/api/") && request.getHeader("Accept-Language") != null;
        if (program) {
            return Texts.supported(request.getLocale());
        }
        return Cookies.read(request, Cookies.LANGUAGE)
                .map(Locale::forLanguageTag)
                .or(() -> officer == null ? Optional.empty() : Optional.ofNullable(officer.language()))
                .or(() ->
                        Optional.ofNullable(request.getHeader("Accept-Language") == null ? null : request.getLocale()))
                .map(Texts::supported)
                .orElse(Texts.LANGUAGES.getFirst());
    }

    private static PageContext.FormToken token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageContext.FormToken(token.getParameterName(), token.getToken())
                : new PageContext.FormToken("_csrf", "");
    }
}
