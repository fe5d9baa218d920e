package org.enlace.node.attachment;

/// How far a file of a message has come.
public enum AttachmentState {
    /// Ours, on its way to the broker.
    LEAVING,
    /// Ours, and all of it is on the broker.
    SENT,
    /// A partner's, and not all of it is here.
    COMING,
    /// A partner's, all of it here; the whole is being compared with what was signed, and scanned.
    CHECKING,
    /// A partner's, here as it was signed, and nobody has scanned it: a second person decides.
    UNSCANNED,
    /// A partner's, here as it was signed, and found clean or let through.
    WHOLE,
    /// A partner's, here as it was signed, and the scanner found malware in it; nobody opens it.
    MALWARE,
    /// A partner's, here and not as it was signed; nobody opens it.
    DAMAGED;

    /// How a page shows it: `ok`, `wait` or `stop`.
    public String tone() {
        return switch (this) {
            case SENT, WHOLE -> "ok";
            case LEAVING, COMING, CHECKING, UNSCANNED -> "wait";
            case MALWARE, DAMAGED -> "stop";
        };
    }
}
