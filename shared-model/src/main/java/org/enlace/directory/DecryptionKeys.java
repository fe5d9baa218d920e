package org.enlace.directory;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// All keys a member can still decrypt with, newest first: the pair in use and those whose `decryptUntil` has not come.
public record DecryptionKeys(List<DecryptionPair> pairs) {

    public DecryptionKeys {
        pairs = List.copyOf(pairs);
    }

    /// The pair whose EC certificate has this key id.
    public Optional<DecryptionPair> byEcKeyId(byte[] keyId) {
        return pairs.stream().filter(pair -> has(pair.certEc(), keyId)).findFirst();
    }

    /// The pair whose ML-KEM certificate has this key id.
    public Optional<DecryptionPair> byKemKeyId(byte[] keyId) {
        return pairs.stream().filter(pair -> has(pair.certKem(), keyId)).findFirst();
    }

    private static boolean has(X509Certificate certificate, byte[] keyId) {
        return Certificates.keyId(certificate)
                .filter(id -> Arrays.equals(id, keyId))
                .isPresent();
    }
}
