package org.enlace.node.ministry;

/// The provider cannot be asked, or does not answer as it should; another try may go better. Who wants to come in takes
/// another way meanwhile.
final class ProviderUnavailable extends Exception {
    /// Names are stable: they stand in the log.
    enum Why {
        /// Nobody answers there, not in time, or not by whom it should be.
        NO_CONNECTION,
        /// It says an error.
        REFUSED,
        /// It says more than is read.
        TOO_LONG,
        /// What it says of itself cannot be read, or is of another issuer.
        DOCUMENT,
        /// It names addresses elsewhere, which the settings do not allow.
        ELSEWHERE
    }

    private final Why why;

    ProviderUnavailable(Why why) {
        super("The identity provider cannot be used: " + why);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
