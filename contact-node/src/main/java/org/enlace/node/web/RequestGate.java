package org.enlace.node.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what no page of ours sends: another host's name, a change asked for by another site, a body past the limit.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestGate extends OncePerRequestFilter {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern FILES =
            Pattern.compile("(?:/drafts|/api/v1/file-sets)/[0-9a-f-]{36}/files(?:/[0-9a-f-]{36})?");

    private final Set<String> hosts;

    RequestGate(ConsoleSettings settings) {
        this.hosts = settings.console().hosts();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            refuse(request, response, ProblemKind.UNKNOWN_HOST);
        } else if (!READS.contains(request.getMethod()) && !sameOrigin(request)) {
            refuse(request, response, ProblemKind.CROSS_SITE);
        } else if (brings(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LimitedBody.BYTES_MAX) {
            refuse(request, response, ProblemKind.TOO_LARGE);
        } else {
            chain.doFilter(READS.contains(request.getMethod()) ? request : new LimitedBody(request), response);
        }
    }

    /// Files of messages are stored as they come, and whoever stores them counts; nothing else may be long.
    private static boolean brings(HttpServletRequest request) {
        var type = request.getContentType();
        return !READS.contains(request.getMethod())
                && type != null
                && (type.startsWith("application/octet-stream") || type.startsWith("multipart/form-data"))
                && FILES.matcher(request.getRequestURI()).matches();
    }

    /// Browsers say where a request comes from; whoever says nothing is no browser and holds no cookie by accident.
    private static boolean sameOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site == null || site.equals("same-origin")) && (origin == null || origin.equals(own(request)));
    }

    private static @Nullable String own(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
            throws IOException {
        request.setAttribute(ErrorPages.KIND, kind);
        response.sendError(kind.status().value());
    }
}
