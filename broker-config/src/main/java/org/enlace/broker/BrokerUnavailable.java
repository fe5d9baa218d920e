package org.enlace.broker;

/// A broker could not be reached or refused; another try may pass.
public final class BrokerUnavailable extends RuntimeException {
    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
