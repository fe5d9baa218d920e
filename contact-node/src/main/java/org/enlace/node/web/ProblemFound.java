package org.enlace.node.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/// Ends a call of the API with a [Problem].
public final class ProblemFound extends RuntimeException {
    private final transient Problem problem;

    public ProblemFound(HttpStatus status, String code) {
        this(status, code, List.of());
    }

    public ProblemFound(HttpStatus status, String code, List<Problem.Wrong> fields) {
        super(code, null, false, false);
        this.problem = Problem.of(status, code, fields);
    }

    Problem problem() {
        return problem;
    }
}
