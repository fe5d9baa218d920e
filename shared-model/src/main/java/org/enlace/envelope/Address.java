package org.enlace.envelope;

import java.util.HexFormat;

/// The subject key identifier that a layer names a recipient by, in hex so that it compares as a value.
record Address(String keyId) {

    static Address of(byte[] keyId) {
        return new Address(HexFormat.of().formatHex(keyId));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(keyId);
    }
}
