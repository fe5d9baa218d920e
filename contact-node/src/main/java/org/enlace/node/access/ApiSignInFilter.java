package org.enlace.node.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs each call of the API in by the name and password it brings. No cookie is read and none is set.
final class ApiSignInFilter extends OncePerRequestFilter {
    /// The code of the second factor.
    private static final String CODE = "Enlace-Code";

    private final ApiSignIns signIns;
    private final boolean passwords;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    /// @param passwords whether they open anything at all
    ApiSignInFilter(ApiSignIns signIns, boolean passwords) {
        this.signIns = signIns;
        this.passwords = passwords;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!passwords) {
            ApiRefusal.PASSWORDS_REFUSED.of(request);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            var given = basic.convert(request);
            if (given != null) {
                var code = request.getHeader(CODE);
                var outcome = signIns.attempt(
                        given.getName(),
                        String.valueOf(given.getCredentials()),
                        code == null ? "" : code,
                        request.getRemoteAddr());
                switch (outcome) {
                    case ApiSignIns.Outcome.Done(var officer, var presence) ->
                        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(officer, presence, "")));
                    case ApiSignIns.Outcome.Failed() -> {
                        refuse(response);
                        return;
                    }
                    case ApiSignIns.Outcome.Wait(var left) -> {
                        response.setHeader("Retry-After", String.valueOf(left.toSeconds() + 1));
                        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
                        return;
                    }
                }
            }
        } catch (AuthenticationException e) {
            refuse(response);
            return;
        }
        chain.doFilter(request, response);
    }

    /// Asks for a name and password. What the answer says is for the package `web`.
    static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"enlace\", charset=\"UTF-8\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
