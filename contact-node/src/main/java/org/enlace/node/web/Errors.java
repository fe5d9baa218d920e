package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/// Answers what a handler could not: a page for people, a [Problem] for programs, and neither repeats what was sent.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final ErrorAnswers answers;

    Errors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    void problem(ProblemFound found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(found.problem(), request, response);
    }

    @ExceptionHandler
    void unseen(Unseen unseen, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(Problem.of(HttpStatus.NOT_FOUND, "not-found", List.of()), request, response);
    }

    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (causedBy(unreadable, LimitedBody.TooLarge.class)) {
            answers.write(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of()), request, response);
            return;
        }
        var fields = unreadable.getCause() instanceof DatabindException databind
                        && !databind.getPath().isEmpty()
                ? List.of(new Problem.Wrong(ErrorAnswers.path(databind.getPath()), "not-understood"))
                : List.<Problem.Wrong>of();
        answers.write(Problem.of(HttpStatus.BAD_REQUEST, "not-readable", fields), request, response);
    }

    @ExceptionHandler
    void invalid(BindException invalid, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var fields = invalid.getFieldErrors().stream()
                .map(error -> new Problem.Wrong(error.getField(), ErrorAnswers.code(error.getCode())))
                .toList();
        answers.write(Problem.of(HttpStatus.BAD_REQUEST, "invalid", fields), request, response);
    }

    @ExceptionHandler
    void invalid(HandlerMethodValidationException invalid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(Problem.of(HttpStatus.BAD_REQUEST, "invalid", List.of()), request, response);
    }

    /// A part of an address that is no id of anything names nothing that is there.
    @ExceptionHandler
    void mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.of(HttpStatus.NOT_FOUND, "not-found", List.of())
                : Problem.of(HttpStatus.BAD_REQUEST, "invalid", List.of());
        answers.write(problem, request, response);
    }

    /// The other side left, as browsers do; there is nobody to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        log.atDebug().log("The client left before the answer was complete");
    }

    @ExceptionHandler
    void other(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (fault instanceof ErrorResponse known) {
            answers.write(Problem.of(status(known.getStatusCode()), code(known), List.of()), request, response);
            return;
        }
        if (causedBy(fault, LimitedBody.TooLarge.class)) {
            answers.write(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", List.of()), request, response);
            return;
        }
        log.atError()
                .addKeyValue("fault", fault.getClass().getName())
                .addKeyValue("at", ErrorAnswers.place(fault))
                .log("A request failed by our own fault");
        answers.write(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "our-fault", List.of()), request, response);
    }

    private static boolean causedBy(Throwable thrown, Class<?> kind) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static HttpStatus status(HttpStatusCode code) {
        var known = HttpStatus.resolve(code.value());
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String code(ErrorResponse known) {
        return ErrorAnswers.code(status(known.getStatusCode()));
    }
}
