package org.enlace.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.enlace.directory.Certificates;
import org.enlace.directory.Der;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Test;

/// What brokers and nodes show each other when they connect.
class TrialTransportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final NodeId GT = new NodeId("GT");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TrialNetwork network =
            TrialNetwork.create(List.of(GT, new NodeId("SV")), TopicNames.OPAQUE, new SecureRandom(), clock);

    @Test
    void theNameIsInTheOrderThatTheBrokersRulesExpect() throws Exception {
        X509Certificate leaf = certificates(network.transportPem(GT)).getFirst();

        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=gt-node,OU=node,O=Enlace,C=GT");
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        leaf.verify(network.transportAuthority().getPublicKey());
        leaf.checkValidity(Date.from(NOW));
    }

    @Test
    void thePemIsKeyThenLeafThenAuthority() throws Exception {
        List<PemObject> parts = parts(network.transportPem(GT));

        assertThat(parts).extracting(PemObject::getType).containsExactly("PRIVATE KEY", "CERTIFICATE", "CERTIFICATE");
        assertThat(certificates(network.transportPem(GT)).get(1)).isEqualTo(network.transportAuthority());
    }

    @Test
    void theConsoleIsServedForThisMachineOnly() throws Exception {
        X509Certificate leaf = network.member(GT).console().certificate();

        assertThat(leaf.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void aStrayCertificateHasTheRightNameAndTheWrongAuthority() throws Exception {
        StrayKeys stray = new StrayKeys(new SecureRandom(), clock);
        X509Certificate leaf = certificates(stray.transportPem(GT)).getFirst();

        assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=gt-node,OU=node,O=Enlace,C=GT");
        assertThatExceptionOfType(SignatureException.class)
                .isThrownBy(() -> leaf.verify(network.transportAuthority().getPublicKey()));
    }

    @Test
    void anExpiredCertificateIsGenuineAndExpired() throws Exception {
        X509Certificate leaf = certificates(network.expiredTransportPem(GT)).getFirst();

        leaf.verify(network.transportAuthority().getPublicKey());
        assertThatExceptionOfType(CertificateExpiredException.class)
                .isThrownBy(() -> leaf.checkValidity(Date.from(NOW)));
    }

    private static List<X509Certificate> certificates(byte[] pem) throws Exception {
        return parts(pem).stream()
                .filter(part -> part.getType().equals("CERTIFICATE"))
                .map(part -> Certificates.read(new Der(part.getContent())))
                .toList();
    }

    private static List<PemObject> parts(byte[] pem) throws Exception {
        List<PemObject> parts = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            for (PemObject part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
