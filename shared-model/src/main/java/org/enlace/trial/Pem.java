package org.enlace.trial;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.enlace.directory.Certificates;

/// Certificates and keys in PEM as Kafka and Spring read them: PKCS #8 key, then the leaf, then its authority.
final class Pem {
    private final StringWriter text = new StringWriter();

    Pem key(Certified certified) {
        return add("PRIVATE KEY", certified.key().getEncoded());
    }

    Pem certificate(X509Certificate certificate) {
        return add("CERTIFICATE", Certificates.der(certificate).bytes());
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Pem add(String type, byte[] der) {
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("PEM could not be written to memory", e);
        }
    }
}
