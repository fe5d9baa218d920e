package org.enlace.directory;

import java.io.ByteArrayInputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Reads certificates with Bouncy Castle, which knows every algorithm of the suite on every JDK. The provider is used
/// by reference and never registered in the JVM, so nothing else in the process changes its behaviour.
public final class Certificates {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Certificates() {}

    /// @throws IllegalArgumentException if this is not exactly one certificate in DER
    public static X509Certificate read(Der der) {
        byte[] bytes = der.bytes();
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                    .generateCertificate(new ByteArrayInputStream(bytes));
            if (certificate != null && new Der(certificate.getEncoded()).equals(der)) {
                return certificate;
            }
        } catch (CertificateException | RuntimeException e) {
            throw new IllegalArgumentException("Not a certificate in DER", e);
        }
        throw new IllegalArgumentException("Not exactly one certificate in DER");
    }

    public static Der der(X509Certificate certificate) {
        try {
            return new Der(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("A certificate that cannot be encoded", e);
        }
    }

    static boolean validAt(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /// The key id that envelopes address this certificate by, if it has one.
    public static Optional<byte[]> keyId(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        return extension == null
                ? Optional.empty()
                : Optional.of(SubjectKeyIdentifier.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .getKeyIdentifier());
    }
}
