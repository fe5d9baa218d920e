package org.enlace.trial;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for trial networks: makes keys and certifies them.
final class Authority {
    private final Provider provider;
    private final SecureRandom random;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /// @param name distinguished name in the form of RFC 2253, `CN=…,O=…`
    Authority(String name, Provider provider, SecureRandom random, Instant from, Instant until) {
        this.provider = provider;
        this.random = random;
        this.keys = KeyKind.P256.generate(provider, random);
        X509v3CertificateBuilder builder = builder(dn(name), dn(name), keys.getPublic(), from, until);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false, keyId(keys.getPublic()));
            this.certificate = sign(builder);
        } catch (IOException e) {
            throw new IllegalStateException("A trial authority could not be made", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /// A new key and its certificate. Servers are certified for this machine only: `localhost` and `127.0.0.1`.
    Certified issue(String name, KeyKind kind, KeyPurpose purpose, Instant from, Instant until) {
        KeyPair pair = kind.generate(provider, random);
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, dn(name), pair.getPublic(), from, until);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, purpose.usage());
            builder.addExtension(Extension.subjectKeyIdentifier, false, keyId(pair.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(keyId(keys.getPublic()).getKeyIdentifier()));
            if (!purpose.extendedUsages().isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(purpose.extendedUsages().toArray(KeyPurposeId[]::new)));
            }
            if (purpose.isServer()) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                }));
            }
            return new Certified(pair.getPrivate(), sign(builder));
        } catch (IOException e) {
            throw new IllegalStateException("A trial certificate could not be made", e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant from, Instant until) {
        BigInteger serial = new BigInteger(127, random).setBit(126);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject, key);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) {
        try {
            return new JcaX509CertificateConverter()
                    .setProvider(provider)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(provider)
                            .setSecureRandom(random)
                            .build(keys.getPrivate())));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("A trial certificate could not be signed", e);
        }
    }

    /// The order of a written name is kept by going through the JDK: Bouncy Castle alone encodes it reversed, and the
    /// broker's rules for principals then match nothing.
    private static X500Name dn(String name) {
        return X500Name.getInstance(new X500Principal(name).getEncoded());
    }

    /// The first 160 bits of SHA-256 of the key (RFC 7093 §2, method 1).
    private static SubjectKeyIdentifier keyId(PublicKey key) {
        try {
            byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bits);
            return new SubjectKeyIdentifier(Arrays.copyOf(hash, 20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }
}
