package org.enlace.node.keys;

import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.KeyRing;
import org.enlace.directory.SigningKeys;

/// The keys with which this node signs and decrypts.
public class NodeKeys {
    private final KeyRing ring;

    NodeKeys(KeyRing ring) {
        this.ring = ring;
    }

    public SigningKeys signing() {
        return ring.signing();
    }

    public DecryptionKeys decryption() {
        return ring.decryption();
    }
}
