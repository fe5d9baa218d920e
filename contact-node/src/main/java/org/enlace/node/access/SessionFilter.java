package org.enlace.node.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds the officer of the session that the request's cookie names.
final class SessionFilter extends OncePerRequestFilter {
    /// A stream that stays open by itself is no sign that someone is there.
    private static final String STREAM = "text/event-stream";

    /// Set by the console's script on what it asks for when no person did anything.
    private static final String BY_ITSELF = "X-By-Itself";

    private static final String ASKED = SessionFilter.class.getName();

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Where the database could not say who it is, the page that says so does not ask again.
        if (request.getAttribute(ASKED) == null) {
            request.setAttribute(ASKED, true);
            SessionKey.of(request).ifPresent(key -> remember(key, request));
            request.removeAttribute(ASKED);
        }
        chain.doFilter(request, response);
    }

    private void remember(SessionKey key, HttpServletRequest request) {
        sessions.signedIn(key).ifPresent(signedIn -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
            if (!isStream(request) && request.getHeader(BY_ITSELF) == null) {
                sessions.seen(key);
            }
        });
    }

    private static boolean isStream(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(STREAM);
    }
}
