package org.enlace.directory;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// The two private keys that sign together, with their certificates: ECDSA P-256 and ML-DSA-65. The EC key may live in
/// a hardware module. Safe to print.
public record SigningKeys(PrivateKey ec, X509Certificate certEc, PrivateKey pq, X509Certificate certPq) {

    /// Whether these are the keys the directory lists in this pair.
    public boolean match(SigningPair pair) {
        return Certificates.der(certEc).equals(pair.certEc())
                && Certificates.der(certPq).equals(pair.certPq());
    }

    @Override
    public String toString() {
        return "SigningKeys[" + certEc.getSubjectX500Principal() + "]";
    }
}
