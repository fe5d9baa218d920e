package org.enlace.message;

/// JSON from outside that is not what it should be. It says where the trouble is, never what was written there.
public final class MalformedMessage extends Exception {

    public enum Reason {
        TOO_LONG,
        TOO_DEEP,
        NOT_JSON,
        DUPLICATE_KEY,
        NOT_THE_SHAPE,
        PART_MISSING,
        PART_UNKNOWN
    }

    private final Reason reason;

    MalformedMessage(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
