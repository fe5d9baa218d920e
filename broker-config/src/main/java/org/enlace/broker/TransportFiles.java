package org.enlace.broker;

import java.nio.file.Path;
import java.util.Properties;

/// With what one party proves who it is to the broker, and knows the broker.
///
/// @param own PEM file: key (PKCS#8), certificate, certificate of its authority
/// @param authority PEM file: certificate of the authority that all parties share
public record TransportFiles(Path own, Path authority) {

    /// Settings of a Kafka client that speaks mutual TLS; the check of the broker's host name stays on.
    public Properties client() {
        Properties client = tls();
        client.put("security.protocol", "SSL");
        return client;
    }

    Properties tls() {
        Properties tls = new Properties();
        tls.put("ssl.keystore.type", "PEM");
        tls.put("ssl.keystore.location", own.toString());
        tls.put("ssl.truststore.type", "PEM");
        tls.put("ssl.truststore.location", authority.toString());
        tls.put("ssl.enabled.protocols", "TLSv1.3");
        return tls;
    }
}
