package org.enlace.message;

/// JSON from outside that is not what it should be. It says where the trouble is, never what was written there.
public final class MalformedMessage extends Exception {

    public enum Reason {
        /// Too many bytes, or a string, name, number or depth beyond the limits.
        TOO_LARGE,
        /// Not one JSON value in UTF-8 without duplicate keys and lone surrogates.
        NOT_JSON,
        /// JSON, but not such a message.
        NOT_THE_SHAPE,
        /// The part that every message has is not there.
        PART_MISSING,
        /// We have no record of this kind of message yet.
        KIND_UNKNOWN
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
