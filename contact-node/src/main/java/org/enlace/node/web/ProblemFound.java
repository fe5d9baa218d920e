package org.enlace.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ends a call of the API with a [Problem].
public final class ProblemFound extends RuntimeException {
    private final ProblemKind kind;
    private final transient List<Problem.Wrong> errors;
    private final transient Problem.@Nullable Now now;
    private final @Nullable String page;

    public ProblemFound(ProblemKind kind) {
        this(kind, List.of(), null, null);
    }

    public ProblemFound(ProblemKind kind, List<Problem.Wrong> errors) {
        this(kind, errors, null, null);
    }

    /// @param now how it stands, when somebody or something was faster
    public ProblemFound(ProblemKind kind, Problem.@Nullable Now now) {
        this(kind, List.of(), now, null);
    }

    /// @param page where a person goes on, instead of a page that says what is wrong; a program gets the problem
    public static ProblemFound goingOn(ProblemKind kind, String page) {
        return new ProblemFound(kind, List.of(), null, page);
    }

    private ProblemFound(
            ProblemKind kind, List<Problem.Wrong> errors, Problem.@Nullable Now now, @Nullable String page) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.now = now;
        this.page = page;
    }

    ProblemKind kind() {
        return kind;
    }

    List<Problem.Wrong> errors() {
        return errors;
    }

    @Nullable
    String page() {
        return page;
    }

    Problem.@Nullable Now now() {
        return now;
    }
}
