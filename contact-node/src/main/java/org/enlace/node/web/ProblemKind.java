package org.enlace.node.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every way in which a call of the API can be refused. The names are stable, in lower case with hyphens they are the
/// problem's type; what each means and what to do is a text of the console and a row of `docs/api.md`.
public enum ProblemKind {
    NOT_READABLE(HttpStatus.BAD_REQUEST),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_NEEDED(HttpStatus.BAD_REQUEST),
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    /// The certificate of the call opens nothing here, or nothing now.
    CERTIFICATE_REFUSED(HttpStatus.UNAUTHORIZED),
    /// This node takes no passwords of officers on its API.
    PASSWORDS_REFUSED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /// A person does that, and no system.
    PERSON_NEEDED(HttpStatus.FORBIDDEN),
    /// Whoever wrote it does not release or review it.
    OWN_WORK(HttpStatus.FORBIDDEN),
    /// What is asked for needs a second factor that was given a moment ago.
    PROOF_NEEDED(HttpStatus.FORBIDDEN),
    /// This node demands a second factor and the officer has none.
    SECOND_FACTOR_NEEDED(HttpStatus.FORBIDDEN),
    /// Its sender allows nobody to take its files out of the contact point.
    NO_EXPORT(HttpStatus.FORBIDDEN),
    CROSS_SITE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT),
    /// The sender's condition has to be read before the message opens.
    CONDITION_FIRST(HttpStatus.CONFLICT),
    /// Its sender allows it for several purposes, and the officer has to say for which it is opened.
    PURPOSE_FIRST(HttpStatus.CONFLICT),
    /// A colleague has it.
    TAKEN(HttpStatus.CONFLICT),
    /// It is in a state from which this step does not lead.
    MOVED_ON(HttpStatus.CONFLICT),
    /// A colleague changed it since the caller read it.
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    /// It was taken back already.
    RECALLED_BEFORE(HttpStatus.CONFLICT),
    /// A file goes on from another place than was said.
    GOES_ON_ELSEWHERE(HttpStatus.CONFLICT),
    /// A file is not here whole, or nobody opens it.
    FILE_NOT_OPEN(HttpStatus.CONFLICT),
    /// Its sender took it back; nobody opens it.
    RECALLED(HttpStatus.GONE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    UNKNOWN_HOST(HttpStatus.MISDIRECTED_REQUEST),
    NOT_SENT(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_RELEASED(HttpStatus.UNPROCESSABLE_CONTENT),
    KIND_NOT_WRITTEN_HERE(HttpStatus.UNPROCESSABLE_CONTENT),
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    FILE_NOT_TAKEN(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_TRIES(HttpStatus.TOO_MANY_REQUESTS),
    /// The officer opened what shows persons of so many cases within an hour that a reason is asked for.
    READ_BUDGET_SPENT(HttpStatus.TOO_MANY_REQUESTS),
    /// The node takes in first what waited for it.
    CATCHING_UP(HttpStatus.SERVICE_UNAVAILABLE),
    /// The database had no time for it: nothing was done, and the same may be asked again.
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    OUR_FAULT(HttpStatus.INTERNAL_SERVER_ERROR),
    SENDING_STOPPED(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /// Its form in a type and in texts: `not-readable`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What a status alone says, when it comes from a filter or from the container.
    static ProblemKind of(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 503 -> OUR_FAULT;
            default ->
                Arrays.stream(values())
                        .filter(kind -> kind.status.value() == status)
                        .findFirst()
                        .orElse(status >= 500 ? OUR_FAULT : BAD_REQUEST);
        };
    }
}
