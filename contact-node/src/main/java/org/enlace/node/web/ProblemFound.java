package org.enlace.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ends a call of the API with a [Problem].
public final class ProblemFound extends RuntimeException {
    private final ProblemKind kind;
    private final transient List<Problem.Wrong> errors;
    private final transient Problem.@Nullable Now now;

    public ProblemFound(ProblemKind kind) {
        this(kind, List.of(), null);
    }

    public ProblemFound(ProblemKind kind, List<Problem.Wrong> errors) {
        this(kind, errors, null);
    }

    /// @param now how it stands, when somebody or something was faster
    public ProblemFound(ProblemKind kind, Problem.@Nullable Now now) {
        this(kind, List.of(), now);
    }

    private ProblemFound(ProblemKind kind, List<Problem.Wrong> errors, Problem.@Nullable Now now) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.now = now;
    }

    ProblemKind kind() {
        return kind;
    }

    List<Problem.Wrong> errors() {
        return errors;
    }

    Problem.@Nullable Now now() {
        return now;
    }
}
