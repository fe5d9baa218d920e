package org.enlace.node.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs each call at the port of systems in, by the certificate of its connection and by nothing else: no name, no
/// password, no cookie and no header counts there. What is not the API is not there.
final class SystemSignInFilter extends OncePerRequestFilter {
    /// Where the server puts the chain that the handshake has proven.
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private static final PathPatternRequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/**");

    private final SystemSignIns signIns;

    SystemSignInFilter(SystemSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!API.matches(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] certificates)
                || certificates.length == 0) {
            refuse(request, response);
            return;
        }
        switch (signIns.attempt(certificates[0], request.getRemoteAddr())) {
            case SystemSignIns.Outcome.Done(var system) -> {
                var presence = new Presence(false, true, false, false);
                SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(system, presence, "")));
                chain.doFilter(request, response);
            }
            case SystemSignIns.Outcome.Failed() -> refuse(request, response);
            case SystemSignIns.Outcome.Wait(var left) -> {
                response.setHeader("Retry-After", String.valueOf(left.toSeconds() + 1));
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiRefusal.CERTIFICATE_REFUSED.of(request);
        response.setHeader("WWW-Authenticate", "Certificate realm=\"enlace\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
