package org.enlace.trial;

import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/// What a certificate allows its key to do. No key of the network has two purposes.
enum KeyPurpose {
    SIGNING(KeyUsage.digitalSignature),
    AGREEMENT(KeyUsage.keyAgreement),
    ENCAPSULATION(KeyUsage.keyEncipherment),
    TLS_CLIENT(KeyUsage.digitalSignature),
    TLS_SERVER(KeyUsage.digitalSignature),
    /// A broker accepts connections and opens its own to the other brokers.
    TLS_BROKER(KeyUsage.digitalSignature);

    private final int usage;

    KeyPurpose(int usage) {
        this.usage = usage;
    }

    KeyUsage usage() {
        return new KeyUsage(usage);
    }

    List<KeyPurposeId> extendedUsages() {
        return switch (this) {
            case SIGNING, AGREEMENT, ENCAPSULATION -> List.of();
            case TLS_CLIENT -> List.of(KeyPurposeId.id_kp_clientAuth);
            case TLS_SERVER -> List.of(KeyPurposeId.id_kp_serverAuth);
            case TLS_BROKER -> List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        };
    }

    boolean isServer() {
        return this == TLS_SERVER || this == TLS_BROKER;
    }
}
