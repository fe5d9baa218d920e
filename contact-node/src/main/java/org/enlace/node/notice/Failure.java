package org.enlace.node.notice;

/// Why a notice did not go. Names are stable: they stand in alarms, texts and the API.
public enum Failure {
    /// The list of officers gives no address.
    NO_ADDRESS(false),
    /// Nobody answers there, or not in time.
    NO_CONNECTION(true),
    /// No encryption, or not by whom it should be.
    NO_TLS(true),
    /// The server does not let us in, or does not take it.
    NOT_TAKEN(true),
    /// It answers with another address; notices follow none.
    REDIRECTED(false),
    /// The name leads to an address inside a network, which the settings do not allow.
    ADDRESS_NOT_ALLOWED(false);

    private final boolean passes;

    Failure(boolean passes) {
        this.passes = passes;
    }

    /// Whether another try may go better.
    boolean passes() {
        return passes;
    }
}
