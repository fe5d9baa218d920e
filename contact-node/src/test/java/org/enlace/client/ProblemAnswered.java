package org.enlace.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The node refused a call, and says why.
public final class ProblemAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String URN = "urn:enlace:problem:";

    /// As RFC 9457 has it.
    ///
    /// @param errors what is wrong with which field, empty if it is about none
    /// @param now how it stands, if somebody or something was faster
    record Body(
            String type,
            String title,
            int status,
            String detail,
            List<Wrong> errors,
            @Nullable Now now) {
        Body {
            errors = errors == null ? List.of() : List.copyOf(errors);
        }
    }

    public record Now(
            String state, @Nullable String by, @Nullable String at) {}

    private final transient Body body;
    private final transient @Nullable Duration wait;

    /// @param wait as `Retry-After` says
    ProblemAnswered(String call, Body body, @Nullable Duration wait) {
        super(call + ": " + body.status() + " " + body.type() + " " + body.errors());
        this.body = body;
        this.wait = wait;
    }

    /// Such as `not-sent`.
    public String kind() {
        return body.type().startsWith(URN) ? body.type().substring(URN.length()) : body.type();
    }

    public int status() {
        return body.status();
    }

    public String detail() {
        return body.detail();
    }

    /// Everything that is wrong at once.
    public List<Wrong> points() {
        return body.errors();
    }

    /// The codes of what is wrong, such as `NO_RECIPIENT`.
    public List<String> codes() {
        return body.errors().stream().map(Wrong::code).toList();
    }

    public @Nullable Now now() {
        return body.now();
    }

    /// How long to wait before another try, null if the node did not say.
    public @Nullable Duration retryAfter() {
        return wait;
    }
}
