package org.enlace.message;

import java.util.List;

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
    private final transient List<Flaw> flaws;

    MalformedMessage(Reason reason) {
        super(reason.name());
        this.reason = reason;
        this.flaws = List.of();
    }

    /// @param flaws at least one; the first gives the reason
    MalformedMessage(List<Flaw> flaws) {
        super(flaws.getFirst().code().reason().name());
        this.reason = flaws.getFirst().code().reason();
        this.flaws = List.copyOf(flaws);
    }

    /// What is wrong, all of it at once where it was looked for; empty where only the reason counts.
    public List<Flaw> flaws() {
        return flaws;
    }

    public Reason reason() {
        return reason;
    }
}
