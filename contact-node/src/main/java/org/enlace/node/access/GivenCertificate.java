package org.enlace.node.access;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// A certificate that an operator hands in.
///
/// @param weak whether its key could be broken
record GivenCertificate(String fingerprint, Instant notBefore, Instant notAfter, boolean weak) {
    private static final int CHARACTERS_MAX = 16 * 1024;
    private static final int RSA_BITS_MIN = 2048;
    private static final int CURVE_BITS_MIN = 256;

    /// Empty if it is no single certificate.
    ///
    /// @param pem as files of certificates have it
    static Optional<GivenCertificate> read(String pem) {
        if (pem.length() > CHARACTERS_MAX || pem.contains("PRIVATE KEY")) {
            return Optional.empty();
        }
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)));
            return found.size() == 1 && found.iterator().next() instanceof X509Certificate certificate
                    ? Optional.of(of(certificate))
                    : Optional.empty();
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static GivenCertificate of(X509Certificate certificate) throws CertificateException {
        return new GivenCertificate(
                fingerprint(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                switch (certificate.getPublicKey()) {
                    case RSAKey key -> key.getModulus().bitLength() < RSA_BITS_MIN;
                    case ECKey key -> key.getParams().getCurve().getField().getFieldSize() < CURVE_BITS_MIN;
                    default -> false;
                });
    }

    /// SHA-256 of the whole certificate, lower-case hex.
    static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
