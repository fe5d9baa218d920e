package org.enlace.trial;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// A private key and the certificate for it. Safe to print.
record Certified(PrivateKey key, X509Certificate certificate) {

    @Override
    public String toString() {
        return "Certified[" + certificate.getSubjectX500Principal() + "]";
    }
}
