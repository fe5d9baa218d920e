package org.enlace.directory;

import java.time.Instant;

/// Two certificates (DER) that messages are encrypted to together: ECDH P-256 and ML-KEM-1024.
///
/// @param encryptUntil others stop encrypting to this pair then (31 days after `notBefore`)
/// @param decryptUntil the member destroys the private keys then
public record EncryptionPair(Der certEc, Der certKem, Instant notBefore, Instant encryptUntil, Instant decryptUntil) {

    public boolean acceptsAt(Instant at) {
        return !at.isBefore(notBefore) && at.isBefore(encryptUntil);
    }
}
