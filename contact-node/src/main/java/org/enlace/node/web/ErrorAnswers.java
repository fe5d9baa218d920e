package org.enlace.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.enlace.message.Flaw;
import org.enlace.node.access.SystemsPort;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes the answer to an error, in the form and language that the one who asked can read.
@Component
final class ErrorAnswers {
    private static final Set<String> NOT_HELD = Set.of(ProofGate.ANSWER, ProofGate.PASSKEY);
    /// Where officers type what only they know.
    private static final Set<String> SECRETS = Set.of("/sign-in", "/set-up", "/me");

    private final PageRendering rendering;
    private final JsonMapper json;
    private final Texts texts;
    private final FlawWords flaws;
    private final ConsoleSettings settings;

    ErrorAnswers(PageRendering rendering, JsonMapper json, Texts texts, FlawWords flaws, ConsoleSettings settings) {
        this.rendering = rendering;
        this.json = json;
        this.texts = texts;
        this.flaws = flaws;
        this.settings = settings;
    }

    void write(ProblemKind kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(kind, List.of(), null, request, response);
    }

    void write(ProblemFound found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = found.page();
        if (page != null && !first(request).startsWith("/api/") && !response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", page);
            return;
        }
        write(found.kind(), found.errors(), found.now(), request, response);
    }

    void write(List<Flaw> wrong, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reader = reader(request);
        var errors = wrong.stream().map(flaw -> flaws.of(flaw, reader)).toList();
        write(ProblemKind.NOT_READABLE, errors, null, request, response);
    }

    /// @param parameter of the address
    void write(String parameter, Flaw.Code code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var wrong = flaws.of(new Flaw("", code, null, null, null), reader(request));
        write(
                ProblemKind.INVALID_PARAMETER,
                List.of(new Problem.Wrong(null, parameter, wrong.code(), wrong.detail())),
                null,
                request,
                response);
    }

    private void write(
            ProblemKind kind,
            List<Problem.Wrong> errors,
            Problem.@Nullable Now now,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        var status = kind.status();
        if (kind == ProblemKind.BUSY) {
            response.setHeader("Retry-After", String.valueOf(Busy.AGAIN_AFTER_SECONDS));
        }
        if (!first(request).startsWith("/api/") && !SystemsPort.isOf(request)) {
            if (kind == ProblemKind.BUSY) {
                // Whatever a page says of its reader is in the database too.
                rendering.renderBare(busy(request).status(status), request, response);
                return;
            }
            rendering.render(Page.of("error").with("kind", page(kind)).status(status), request, response);
            return;
        }
        var problem = new Problem(
                "urn:enlace:problem:" + kind.code(),
                status.getReasonPhrase(),
                status.value(),
                texts.get(reader(request), "web.problem." + kind.code()),
                errors,
                now);
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /// Holds the whole form that was sent, its token too, to be sent again: nothing that was typed is lost. What proves
    /// who sends it is not held, nor is a file.
    private static Page busy(HttpServletRequest request) {
        var path = first(request);
        var type = request.getContentType();
        var form = request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && SECRETS.stream().noneMatch(place -> path.equals(place) || path.startsWith(place + "/"));
        return Page.of("busy")
                .with("form", form)
                .with("address", path)
                .with("kept", form ? KeptField.of(request, NOT_HELD) : List.of())
                .holds(form);
    }

    private Locale reader(HttpServletRequest request) {
        return PageContexts.language(request, PageContexts.officer(), settings.languages());
    }

    /// The path that was asked for, also while the container shows its own error.
    static String first(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    /// Which of the texts explains it; all that is not there and all that may not be seen read the same.
    private static String page(ProblemKind kind) {
        return switch (kind.status().value()) {
            case 401 -> "signed-out";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "too-large";
            case 500, 502, 503 -> "our-fault";
            case 429 -> kind == ProblemKind.READ_BUDGET_SPENT ? "read-budget" : "refused";
            default -> "refused";
        };
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
}
