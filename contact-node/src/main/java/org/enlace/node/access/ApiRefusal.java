package org.enlace.node.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/// What the API answers before a call reaches a handler, as `application/problem+json` without any value of the caller.
public final class ApiRefusal {
    private ApiRefusal() {}

    static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"enlace\", charset=\"UTF-8\"");
        write(response, HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    /// @param code stable; the type is `urn:enlace:problem:<code>`
    public static void write(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getWriter().write("""
                {"type":"urn:enlace:problem:%s","title":"%s","status":%d}
                """.formatted(code, status.getReasonPhrase(), status.value()));
    }
}
