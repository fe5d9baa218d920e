package org.enlace.node.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How programs come in.
///
/// @param port where systems call with a certificate of their own; null for nowhere
/// @param address on which it listens
/// @param identity PEM: the TLS key and certificate that it shows
/// @param passwords whether officers' names and passwords open the API at the console's port
@ConfigurationProperties("enlace.api")
record ApiSettings(
        @Nullable Integer port,
        @DefaultValue("127.0.0.1") String address,
        @Nullable Path identity,
        @DefaultValue("refused") Passwords passwords) {

    enum Passwords {
        ALLOWED,
        REFUSED
    }

    ApiSettings {
        if (port != null && (identity == null || identity.toString().isEmpty())) {
            throw new IllegalArgumentException(
                    "enlace.api.port needs a TLS key and certificate: enlace.api.identity or enlace.console.identity");
        }
    }

    boolean passwordsAllowed() {
        return passwords == Passwords.ALLOWED;
    }
}
