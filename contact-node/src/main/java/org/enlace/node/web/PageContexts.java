package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private static final List<String> KEEP_NOTHING = List.of("/sign-in", "/search");
    private static final String SIGN_IN = "/sign-in";

    private static final String ATTRIBUTE = PageContext.class.getName();
    private static final String LANGUAGE = ATTRIBUTE + ".language";
    private static final String THEME = ATTRIBUTE + ".theme";

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
        var endsAt = SessionKey.of(request).flatMap(sessions::endsAt).orElse(null);
        var context = new PageContext(visit(request, endsAt), officer(), console);
        request.setAttribute(ATTRIBUTE, context);
        return context;
    }

    /// From here on the answer is in this language.
    static void chosen(HttpServletRequest request, Locale language) {
        request.setAttribute(LANGUAGE, language);
        request.removeAttribute(ATTRIBUTE);
    }

    /// From here on the answer has this look.
    static void chosen(HttpServletRequest request, Theme theme) {
        request.setAttribute(THEME, theme);
        request.removeAttribute(ATTRIBUTE);
    }

    /// For nobody, asking the database nothing: in the reader's language, with their look and their token.
    PageContext bare(HttpServletRequest request) {
        return new PageContext(visit(request, null), null, console);
    }

    private PageContext.Visit visit(HttpServletRequest request, @Nullable Instant endsAt) {
        return new PageContext.Visit(
                language(request, officer(), console.settings().languages()),
                theme(request),
                Cookies.read(request, Cookies.KEYS).filter(Cookies.OFF::equals).isEmpty(),
                ErrorAnswers.first(request),
                back(request, officer()),
                LookGate.asked(request),
                false,
                Nonce.of(request),
                token(request),
                clock.instant(),
                endsAt);
    }

    private static Theme theme(HttpServletRequest request) {
        return request.getAttribute(THEME) instanceof Theme chosen
                ? chosen
                : Cookies.read(request, Cookies.THEME).map(Theme::of).orElse(Theme.AUTO);
    }

    /// The way in keeps where its officer wants to go and nothing else of what another site sent along, the search
    /// nothing of what it did not understand, and a form that was posted is not asked again.
    private static String back(HttpServletRequest request, @Nullable Officer officer) {
        var path = ErrorAnswers.first(request);
        if (path.equals(SIGN_IN)) {
            var to = Redirect.own(Objects.requireNonNullElse(request.getParameter("back"), "/"), "/");
            return to.equals("/") ? path : path + "?back=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        }
        var query = request.getQueryString();
        var keeps = officer != null
                && "GET".equals(request.getMethod())
                && KEEP_NOTHING.stream().noneMatch(path::startsWith);
        return query == null || !keeps ? path : Redirect.own(path + "?" + query, path);
    }

    static @Nullable Officer officer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer ? officer : null;
    }

    /// The choice made on this machine, then the officer's, then the browser's, then the node's. A program says with
    /// each call which language it wants.
    ///
    /// @param languages that are offered
    static Locale language(HttpServletRequest request, @Nullable Officer officer, List<Locale> languages) {
        var program = ErrorAnswers.first(request).startsWith("/api/") && request.getHeader("Accept-Language") != null;
        if (program) {
            return Texts.supported(request.getLocale());
        }
        if (request.getAttribute(LANGUAGE) instanceof Locale chosen) {
            return chosen;
        }
        return Cookies.read(request, Cookies.LANGUAGE)
                .map(Locale::forLanguageTag)
                .flatMap(asked -> offered(asked, languages))
                .or(() ->
                        Optional.ofNullable(officer).map(Officer::language).flatMap(asked -> offered(asked, languages)))
                .or(() -> browsers(request, languages))
                .orElse(languages.getFirst());
    }

    private static Optional<Locale> browsers(HttpServletRequest request, List<Locale> languages) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(asked -> offered(asked, languages).stream())
                        .findFirst();
    }

    private static Optional<Locale> offered(Locale asked, List<Locale> languages) {
        return languages.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst();
    }

    private static PageContext.FormToken token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageContext.FormToken(token.getParameterName(), token.getToken())
                : new PageContext.FormToken("_csrf", "");
    }
}
