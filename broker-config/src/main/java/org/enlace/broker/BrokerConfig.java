package org.enlace.broker;

/// The command line of broker configuration.
public final class BrokerConfig {
    static final String LOGGING = "org/enlace/broker/logging.xml";

    private BrokerConfig() {}
}
