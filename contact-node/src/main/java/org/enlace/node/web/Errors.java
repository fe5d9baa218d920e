package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.enlace.message.Flaw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Answers what a handler could not: a page for people, a [Problem] for programs, and neither repeats what was sent.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final ErrorAnswers answers;
    private final Busy busy;

    Errors(ErrorAnswers answers, Busy busy) {
        this.answers = answers;
        this.busy = busy;
    }

    @ExceptionHandler
    void problem(ProblemFound found, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(found, request, response);
    }

    @ExceptionHandler
    void unseen(Unseen unseen, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answers.write(ProblemKind.NOT_FOUND, request, response);
    }

    @ExceptionHandler
    void unreadable(UnreadableBody unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(unreadable.flaws(), request, response);
    }

    /// No body at all, or one that ended too early or too late.
    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (causedBy(unreadable, LimitedBody.TooLarge.class)) {
            answers.write(ProblemKind.TOO_LARGE, request, response);
        } else {
            answers.write(List.of(new Flaw("", Flaw.Code.MISSING, Flaw.Kind.OBJECT, null, null)), request, response);
        }
    }

    @ExceptionHandler
    void missing(
            MissingServletRequestParameterException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(missing.getParameterName(), Flaw.Code.MISSING, request, response);
    }

    /// A part of an address that is no id of anything names nothing that is there.
    @ExceptionHandler
    void mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (mistyped.getParameter().hasParameterAnnotation(PathVariable.class)) {
            answers.write(ProblemKind.NOT_FOUND, request, response);
        } else {
            answers.write(mistyped.getName(), Flaw.Code.NOT_A_VALUE, request, response);
        }
    }

    /// The other side left, as browsers do; there is nobody to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        log.atDebug().log("The client left before the answer was complete");
    }

    @ExceptionHandler
    void other(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (fault instanceof ErrorResponse known) {
            // Such as which methods or types would have been right.
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            answers.write(ProblemKind.of(known.getStatusCode().value()), request, response);
            return;
        }
        if (causedBy(fault, LimitedBody.TooLarge.class)) {
            answers.write(ProblemKind.TOO_LARGE, request, response);
            return;
        }
        if (busy.is(fault)) {
            answers.write(ProblemKind.BUSY, request, response);
            return;
        }
        log.atError()
                .addKeyValue("fault", fault.getClass().getName())
                .addKeyValue("at", ErrorAnswers.place(fault))
                .log("A request failed by our own fault");
        answers.write(ProblemKind.OUR_FAULT, request, response);
    }

    private static boolean causedBy(Throwable thrown, Class<?> kind) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
