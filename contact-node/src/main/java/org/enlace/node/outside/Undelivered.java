package org.enlace.node.outside;

/// Why something was not delivered. Names are stable: they stand in the database, in texts and in the API.
public enum Undelivered {
    /// Nobody answers there, or not in time.
    NO_CONNECTION(true),
    /// No encryption, or not by whom it should be.
    NO_TLS(true),
    /// The server does not take it.
    NOT_TAKEN(true),
    /// It answers with another address; nothing of ours follows one.
    REDIRECTED(false),
    /// The name leads to an address inside a network, which the settings do not allow.
    ADDRESS_NOT_ALLOWED(false);

    private final boolean passes;

    Undelivered(boolean passes) {
        this.passes = passes;
    }

    /// Whether another try may go better.
    public boolean passes() {
        return passes;
    }
}
