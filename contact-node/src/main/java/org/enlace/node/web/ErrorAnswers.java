package org.enlace.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writes the answer to an error, in the form that the one who asked can read.
@Component
final class ErrorAnswers {
    private final PageRendering rendering;
    private final JsonMapper json;

    ErrorAnswers(PageRendering rendering, JsonMapper json) {
        this.rendering = rendering;
        this.json = json;
    }

    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (first(request).startsWith("/api/")) {
            response.setStatus(problem.status());
            response.setContentType("application/problem+json");
            response.getOutputStream().write(json.writeValueAsBytes(problem));
            return;
        }
        var page = Page.of("error").with("kind", kind(problem.status())).status(HttpStatus.valueOf(problem.status()));
        rendering.render(page, request, response);
    }

    /// The path that was asked for, also while the container shows its own error.
    private static String first(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    /// Which of the texts explains it; all that is not there and all that may not be seen read the same.
    private static String kind(int status) {
        return switch (status) {
            case 401 -> "signed-out";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 500, 502, 503 -> "our-fault";
            default -> "refused";
        };
    }

    static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /// `NotBlank` becomes `not-blank`.
    static String code(@Nullable String constraint) {
        return constraint == null
                ? "invalid"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /// The first place of our own code in it; the message stays out, because it may hold what was sent.
    static String place(Throwable fault) {
        for (var frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("org.enlace.")) {
                return frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return fault.getStackTrace().length == 0 ? "" : fault.getStackTrace()[0].toString();
    }

    static String path(List<JacksonException.Reference> references) {
        return references.stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
