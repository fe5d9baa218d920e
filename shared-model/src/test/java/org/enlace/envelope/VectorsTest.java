package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.envelope.Post.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.enlace.directory.DecryptionKeys;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.TrustedDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The published vectors of the protocol, read as another team would: files in, outcome out.
class VectorsTest {
    private static final Provider BASE = new BouncyCastleProvider();
    private static final Path KEYS = Vector.FOLDER.resolve("keys");

    private final Opener opener = new Opener(Suite.fastest());

    static List<Path> files() throws IOException {
        return Vector.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesOutAsItSays(Path file) throws Exception {
        Vector vector = Vector.read(file);

        Opening opening = opener.open(
                vector.envelope().value(),
                vector.topic(),
                keysOfMexico(),
                directories(vector.directories()),
                vector.receivedAt());

        switch (opening) {
            case Opened(var message) -> {
                assertThat(vector.expected()).isEqualTo(Vector.OPENED);
                assertThat(message.digest()).isEqualTo(vector.digest());
                assertThat(message.chainHash()).isEqualTo(vector.chainHash());
            }
            case Refused(var why, var proven) ->
                assertThat(why.name()).as(proven.toString()).isEqualTo(vector.expected());
        }
    }

    @Test
    void thereIsAVectorForEveryRefusal() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path file : files()) {
            shown.add(Vector.read(file).expected());
        }
        assertThat(shown)
                .contains(Vector.OPENED)
                .containsAll(Arrays.stream(Refusal.values()).map(Refusal::name).toList());
    }

    @Test
    void theHeaderBesideTheVectorsIsTheOneThatIsSigned() throws Exception {
        byte[] content = Cms.content(bytes("opened-signed-data"));

        assertThat(Payload.header(content)).isEqualTo(Files.readAllBytes(KEYS.resolve("opened-header.json")));
    }

    @Test
    void theSpecificationNamesEveryRefusal() throws IOException {
        String protocol = Files.readString(Path.of("docs/protocol.md"));

        assertThat(Refusal.values()).allSatisfy(why -> assertThat(protocol).contains("`" + why.name() + "`"));
    }

    private static TrustedDirectories directories(int versions) throws IOException {
        List<byte[]> stored = new ArrayList<>();
        for (int version = 1; version <= versions; version++) {
            stored.add(bytes("directory-" + version));
        }
        DirectoryVerifier verifier = new DirectoryVerifier();
        String pinned = verifier.fingerprint(stored.getFirst()).orElseThrow();
        DirectoryVerdict verdict = verifier.reload(pinned, stored, NOW);
        assertThat(verdict).isInstanceOf(DirectoryVerdict.Accepted.class);
        return ((DirectoryVerdict.Accepted) verdict).directories();
    }

    private static DecryptionKeys keysOfMexico() throws Exception {
        return new DecryptionKeys(List.of(new DecryptionPair(
                key("EC", "mx-enc-ec-key"),
                certificate("mx-enc-ec-cert"),
                key("ML-KEM-1024", "mx-enc-kem-key"),
                certificate("mx-enc-kem-cert"))));
    }

    private static PrivateKey key(String algorithm, String name) throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(algorithm, BASE).generatePrivate(new PKCS8EncodedKeySpec(bytes(name)));
    }

    private static X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BASE)
                .generateCertificate(new ByteArrayInputStream(bytes(name)));
    }

    private static byte[] bytes(String name) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(KEYS.resolve(name + ".b64")));
    }
}
