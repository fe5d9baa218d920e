package org.enlace.directory;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// The two private keys that open what was encrypted to one [EncryptionPair]: ECDH P-256 and ML-KEM-1024. Safe to
/// print.
public record DecryptionPair(PrivateKey ec, X509Certificate certEc, PrivateKey kem, X509Certificate certKem) {

    public boolean match(EncryptionPair pair) {
        return Certificates.der(certEc).equals(pair.certEc())
                && Certificates.der(certKem).equals(pair.certKem());
    }

    @Override
    public String toString() {
        return "DecryptionPair[" + certEc.getSubjectX500Principal() + "]";
    }
}
