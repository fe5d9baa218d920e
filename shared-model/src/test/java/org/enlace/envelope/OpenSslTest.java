package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.envelope.Post.GT;
import static org.enlace.envelope.Post.MX;
import static org.enlace.envelope.Post.NOW;
import static org.enlace.envelope.Post.SV;
import static org.enlace.envelope.Post.opened;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlace.directory.DecryptionPair;
import org.enlace.directory.SigningKeys;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenSSL as the judge that does not know us: it opens and verifies what we seal, and we open what it seals. The
/// classical parts by the system's own OpenSSL 3, the others by one of 3.6 or later.
class OpenSslTest {
    private static final String MESSAGE = "1.3.6.1.4.1.99999.2.1";

    private final Post post = new Post();
    private final OpenSsl system = OpenSsl.ofTheSystem();
    private final OpenSsl newer = OpenSsl.knowingLattices();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void keysInFiles() throws Exception {
        for (NodeId member : List.of(GT, MX, SV)) {
            SigningKeys signing = post.network.member(member).keys().signing();
            DecryptionPair decryption =
                    post.network.member(member).keys().decryption().pairs().getFirst();
            write(member, "sign-ec", signing.ec().getEncoded(), signing.certEc().getEncoded());
            write(member, "sign-pq", signing.pq().getEncoded(), signing.certPq().getEncoded());
            write(
                    member,
                    "enc-ec",
                    decryption.ec().getEncoded(),
                    decryption.certEc().getEncoded());
            write(
                    member,
                    "enc-kem",
                    decryption.kem().getEncoded(),
                    decryption.certKem().getEncoded());
            Pem.write(
                    file(member, "root.crt"),
                    "CERTIFICATE",
                    post.network.member(member).authority().getEncoded());
        }
        Files.writeString(
                folder.resolve("signers.pem"),
                Files.readString(file(GT, "sign-ec.crt")) + Files.readString(file(GT, "sign-pq.crt")));
    }

    @Test
    void whatWeSealOpenSslDecryptsAndVerifies() throws Exception {
        Sealed sealed = post.seal(GT, MX, SV);
        for (NodeId reader : List.of(MX, SV)) {
            Path layers = folder.resolve(reader + "-0.der");
            Files.write(layers, sealed.envelope());
            Path inner = folder.resolve(reader + "-1.der");
            Path signed = folder.resolve(reader + "-2.der");
            Path content = folder.resolve(reader + "-content.bin");

            decrypt(newer, reader, "enc-kem", layers, inner);
            decrypt(system, reader, "enc-ec", inner, signed);
            verify(newer, signed, content, folder.resolve("signers.pem"));

            assertThat(Files.readAllBytes(signed)).isEqualTo(sealed.signedData());
            assertThat(Files.readAllBytes(content)).isEqualTo(Cms.content(sealed.signedData()));
            assertThat(Files.readString(folder.resolve("verified.pem")).split("BEGIN", -1))
                    .as("both signers were verified")
                    .hasSize(3);
        }
    }

    @Test
    void anAuditorWithAnOldOpenSslVerifiesTheClassicalSignatureAlone() throws Exception {
        byte[] exported = Cms.with(post.seal(GT, MX).signedData(), signers -> List.of(signers.getFirst()));
        Path signed = folder.resolve("exported.der");
        Files.write(signed, exported);
        Path content = folder.resolve("exported.bin");

        verify(system, signed, content, file(GT, "sign-ec.crt"));

        assertThat(Files.readAllBytes(content)).isEqualTo(Cms.content(exported));
    }

    @Test
    void openSslRefusesWhatSomeoneChanged() throws Exception {
        byte[] changed = post.seal(GT, MX).envelope();
        changed[changed.length - 1] ^= 1;
        Path layers = folder.resolve("changed.der");
        Files.write(layers, changed);
        Path out = folder.resolve("changed.out");

        int code = newer.run(decryption(MX, "enc-kem", layers, out)).code();

        assertThat(code).isNotZero();
        assertThat(out)
                .satisfiesAnyOf(
                        it -> assertThat(it).doesNotExist(),
                        it -> assertThat(it).isEmptyFile());
    }

    @Test
    void whatOpenSslSealsWeOpen() throws Exception {
        byte[] content = post.content(post.header(GT, MX));
        Path plain = folder.resolve("content.bin");
        Files.write(plain, content);
        Path signed = folder.resolve("signed.der");
        Path inner = folder.resolve("inner.der");
        Path envelope = folder.resolve("envelope.der");
        // OpenSSL does not know of the low form of ECDSA; one signature in two has it.
        for (int tries = 0; tries < 64 && !lowS(signed); tries++) {
            sign(plain, signed);
        }
        encrypt(system, MX, "enc-ec", signed, inner, "-keyopt", "ecdh_kdf_md:sha256");
        encrypt(newer, MX, "enc-kem", inner, envelope);

        Verified<?> message = opened(post.open(MX, Files.readAllBytes(envelope)));

        assertThat(message.sender()).isEqualTo(GT);
        assertThat(message.message()).isEqualTo(Post.alert());
        assertThat(message.signedData()).isEqualTo(Files.readAllBytes(signed));
    }

    private static boolean lowS(Path signed) throws Exception {
        return Files.exists(signed)
                && EcdsaForm.isCanonical(Cms.signers(Files.readAllBytes(signed))
                        .getFirst()
                        .getEncryptedDigest()
                        .getOctets());
    }

    /// Each alone, then both signatures in one: the command line cannot sign two digests at once. Nothing that is
    /// signed depends on the other.
    private void sign(Path content, Path signed) throws Exception {
        Path ec = folder.resolve("ec.der");
        Path pq = folder.resolve("pq.der");
        sign("sign-ec", "sha256", content, ec);
        sign("sign-pq", "sha512", content, pq);
        Files.write(
                signed,
                Cms.with(
                        Files.readAllBytes(ec),
                        signers -> List.of(
                                signers.getFirst(), Cms.signers(read(pq)).getFirst())));
    }

    private void sign(String key, String digest, Path content, Path signed) {
        newer.succeed(
                "cms",
                "-sign",
                "-binary",
                "-nodetach",
                "-nocerts",
                "-nosmimecap",
                "-keyid",
                "-cades",
                "-econtent_type",
                MESSAGE,
                "-md",
                digest,
                "-signer",
                file(GT, key + ".crt").toString(),
                "-inkey",
                file(GT, key + ".key").toString(),
                "-in",
                content.toString(),
                "-outform",
                "DER",
                "-out",
                signed.toString());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encrypt(OpenSsl openSsl, NodeId reader, String key, Path in, Path out, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "cms",
                "-encrypt",
                "-binary",
                "-aes-256-gcm",
                "-aes256-wrap",
                "-keyid",
                "-in",
                in.toString(),
                "-outform",
                "DER",
                "-out",
                out.toString(),
                "-recip",
                file(reader, key + ".crt").toString()));
        command.addAll(List.of(options));
        openSsl.succeed(command.toArray(String[]::new));
    }

    private void decrypt(OpenSsl openSsl, NodeId reader, String key, Path in, Path out) {
        openSsl.succeed(decryption(reader, key, in, out));
    }

    private String[] decryption(NodeId reader, String key, Path in, Path out) {
        return new String[] {
            "cms",
            "-decrypt",
            "-binary",
            "-inform",
            "DER",
            "-in",
            in.toString(),
            "-out",
            out.toString(),
            "-recip",
            file(reader, key + ".crt").toString(),
            "-inkey",
            file(reader, key + ".key").toString()
        };
    }

    private void verify(OpenSsl openSsl, Path signed, Path content, Path certificates) {
        openSsl.succeed(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed.toString(),
                "-certfile",
                certificates.toString(),
                "-CAfile",
                file(GT, "root.crt").toString(),
                "-purpose",
                "any",
                "-attime",
                Long.toString(NOW.getEpochSecond()),
                "-signer",
                folder.resolve("verified.pem").toString(),
                "-out",
                content.toString());
    }

    private void write(NodeId member, String name, byte[] key, byte[] certificate) throws Exception {
        Pem.write(file(member, name + ".key"), "PRIVATE KEY", key);
        Pem.write(file(member, name + ".crt"), "CERTIFICATE", certificate);
    }

    private Path file(NodeId member, String name) {
        return folder.resolve(member + "-" + name);
    }
}
