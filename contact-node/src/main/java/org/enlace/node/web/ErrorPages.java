package org.enlace.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.ApiRefusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Shows the errors that no handler saw: those of filters and of the container.
@Controller
class ErrorPages implements ErrorController {
    /// Attribute of a request: what a filter of ours found, where its status alone says too little.
    static final String KIND = ErrorPages.class.getName();

    private final ErrorAnswers answers;
    private final Busy busy;

    ErrorPages(ErrorAnswers answers, Busy busy) {
        this.answers = answers;
        this.busy = busy;
    }

    @RequestMapping("/error")
    @Access(Action.ENTER)
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        var kind = request.getAttribute(KIND) instanceof ProblemKind known ? known : atDoor(code, request);
        answers.write(kind, request, response);
    }

    private ProblemKind atDoor(int code, HttpServletRequest request) {
        // Whoever asks may have stood before a database that had no time to say who they are.
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault && busy.is(fault)) {
            return ProblemKind.BUSY;
        }
        return ApiRefusal.found(request)
                .map(refusal -> switch (refusal) {
                    case CERTIFICATE_REFUSED -> ProblemKind.CERTIFICATE_REFUSED;
                    case PASSWORDS_REFUSED -> ProblemKind.PASSWORDS_REFUSED;
                })
                .orElseGet(() -> ProblemKind.of(code));
    }
}
