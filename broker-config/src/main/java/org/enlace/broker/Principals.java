package org.enlace.broker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.apache.kafka.common.security.ssl.SslPrincipalMapper;

/// Who a client is to the broker: a name taken from the subject of its transport certificate.
final class Principals {
    /// Principals that no rule holds back: the brokers among themselves, and the administrator.
    static final Set<String> INFRASTRUCTURE = Set.of("broker", "admin");

    static final String RULES = "RULE:^CN=([a-z]{2})-node,OU=node,O=Enlace,C=[A-Z]{2}$/$1/,"
            + "RULE:^CN=(broker|admin),OU=infra,O=Enlace$/$1/,DEFAULT";

    private Principals() {}

    /// @param pem file with a certificate, the leaf first; a key before it is passed over
    /// @throws IllegalStateException if there is no certificate in it
    static String of(Path pem) {
        try {
            String text = Files.readString(pem);
            int begin = text.indexOf("-----BEGIN CERTIFICATE-----");
            if (begin < 0) {
                throw new IllegalStateException("No certificate in " + pem);
            }
            try (var leaf = new ByteArrayInputStream(text.substring(begin).getBytes(StandardCharsets.US_ASCII))) {
                var certificate = (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(leaf);
                return SslPrincipalMapper.fromRules(RULES)
                        .getName(certificate.getSubjectX500Principal().getName());
            }
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("Cannot read the certificate in " + pem, e);
        }
    }

    /// A broker whose own name no rule matches is not a super user, and waits for ever at its start without a word.
    static void check(Path pem, String expected) {
        String found = of(pem);
        if (!found.equals(expected)) {
            throw new IllegalStateException("The certificate in " + pem + " makes its holder " + found + ", not "
                    + expected + "; is its subject written in the order CN, OU, O?");
        }
    }
}
