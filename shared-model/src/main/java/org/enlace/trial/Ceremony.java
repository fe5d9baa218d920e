package org.enlace.trial;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.enlace.directory.Certificates;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.EncryptionPair;
import org.enlace.directory.KeyRing;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.SigningPair;
import org.enlace.message.NodeId;

/// Makes the keys and certificates of a trial network, each with the lifetime it has in production. Keys count from an
/// hour before they are made, for neighbours whose clocks are behind.
final class Ceremony {
    static final Duration SIGNING_LIFE = Duration.ofDays(365);
    static final Duration OFFICER_LIFE = Duration.ofDays(730);
    static final Duration ENCRYPT_LIFE = Duration.ofDays(31);
    /// What is still on the broker after 14 days of retention, and 14 days of grace.
    static final Duration DECRYPT_AFTER = Duration.ofDays(28);

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration CLOCK_BEHIND_MAX = Duration.ofHours(1);

    private final Provider provider = new BouncyCastleProvider();
    private final SecureRandom random;
    private final Clock clock;
    private final Authority transport;

    Ceremony(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
        this.transport = authority("CN=Trial transport authority,O=Enlace");
    }

    SecureRandom random() {
        return random;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Instant notBefore() {
        return now().minus(CLOCK_BEHIND_MAX);
    }

    /// The authority of all TLS certificates.
    X509Certificate transportAuthority() {
        return transport.certificate();
    }

    Authority authority(String name) {
        return new Authority(name, provider, random, notBefore(), now().plus(AUTHORITY_LIFE));
    }

    TrialMember enrol(NodeId code) {
        Authority national = authority("CN=Trial authority of " + code + ",O=Enlace,C=" + code);
        KeyRing keys = new KeyRing(
                signingKeys(national, "Signing", code, SIGNING_LIFE),
                new DecryptionKeys(List.of(decryptionPair(national, code))));
        return new TrialMember(
                code,
                national,
                keys,
                tls(nodeName(code), KeyPurpose.TLS_CLIENT),
                tls("CN=localhost,OU=console,O=Enlace,C=" + code, KeyPurpose.TLS_SERVER));
    }

    TrialOfficer appoint(TrialMember member) {
        return new TrialOfficer(
                member.code(), signingKeys(member.issuer(), "Directory officer", member.code(), OFFICER_LIFE));
    }

    SigningKeys signingKeys(Authority national, String what, NodeId code, Duration life) {
        Certified ec = certified(national, what + " EC", code, KeyKind.P256, KeyPurpose.SIGNING, life);
        Certified pq = certified(national, what + " PQ", code, KeyKind.ML_DSA_65, KeyPurpose.SIGNING, life);
        return new SigningKeys(ec.key(), ec.certificate(), pq.key(), pq.certificate());
    }

    DecryptionPair decryptionPair(Authority national, NodeId code) {
        Duration life = ENCRYPT_LIFE.plus(DECRYPT_AFTER);
        Certified ec = certified(national, "Encryption EC", code, KeyKind.P256, KeyPurpose.AGREEMENT, life);
        Certified kem = certified(national, "Encryption PQ", code, KeyKind.ML_KEM_1024, KeyPurpose.ENCAPSULATION, life);
        return new DecryptionPair(ec.key(), ec.certificate(), kem.key(), kem.certificate());
    }

    Certified tls(String name, KeyPurpose purpose) {
        return transport.issue(name, KeyKind.P256, purpose, notBefore(), now().plus(SIGNING_LIFE));
    }

    /// A TLS client certificate of a member's node that was valid once.
    Certified expiredTransport(NodeId code) {
        return transport.issue(
                nodeName(code),
                KeyKind.P256,
                KeyPurpose.TLS_CLIENT,
                now().minus(SIGNING_LIFE),
                now().minus(CLOCK_BEHIND_MAX));
    }

    /// The name from which the broker derives the member's principal, `gt`.
    static String nodeName(NodeId code) {
        return "CN=" + code.value().toLowerCase(Locale.ROOT) + "-node,OU=node,O=Enlace,C=" + code;
    }

    byte[] pem(Certified leaf) {
        return new Pem()
                .key(leaf)
                .certificate(leaf.certificate())
                .certificate(transport.certificate())
                .bytes();
    }

    SigningPair listed(SigningKeys keys) {
        return new SigningPair(
                Certificates.der(keys.certEc()),
                Certificates.der(keys.certPq()),
                notBefore(),
                now().plus(SIGNING_LIFE),
                null,
                null);
    }

    EncryptionPair listed(DecryptionPair keys) {
        Instant encryptUntil = now().plus(ENCRYPT_LIFE);
        return new EncryptionPair(
                Certificates.der(keys.certEc()),
                Certificates.der(keys.certKem()),
                notBefore(),
                encryptUntil,
                encryptUntil.plus(DECRYPT_AFTER));
    }

    private Certified certified(
            Authority national, String what, NodeId code, KeyKind kind, KeyPurpose purpose, Duration life) {
        String name = "CN=" + what + " " + code + ",O=Enlace,C=" + code;
        return national.issue(name, kind, purpose, notBefore(), now().plus(life));
    }
}
