package org.enlace.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A key and the certificate that a system made for itself.
public record SystemKeys(KeyPair pair, X509Certificate certificate) {

    public static SystemKeys at(Instant now) {
        return of("CN=cases.example", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)), now);
    }

    static SystemKeys of(String name, Instant from, Instant until, Instant serial) {
        return of("EC", name, from, until, serial);
    }

    static SystemKeys of(String kind, String name, Instant from, Instant until, Instant serial) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(1024);
            }
            var pair = generator.generateKeyPair();
            var subject = new X500Name(name);
            var signer = new JcaContentSignerBuilder("SHA256with" + (kind.equals("EC") ? "ECDSA" : kind))
                    .build(pair.getPrivate());
            var built = new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.valueOf(serial.toEpochMilli()),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            pair.getPublic())
                    .build(signer);
            return new SystemKeys(pair, new JcaX509CertificateConverter().getCertificate(built));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyPem() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /// Key and certificate in one file, as a server's.
    Path file() {
        try {
            var file = Files.createTempFile(
                    "identity",
                    ".pem",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            return Files.writeString(file, keyPem() + pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }
}
