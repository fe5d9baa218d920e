package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.enlace.directory.Officers.GT;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class KeyFilesTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    private final Officers officers = new Officers();
    private final KeyRing keys = officers.network.rotating(GT).member(GT).keys();

    @Test
    void everyKeyComesBackAsItWas(@TempDir Path folder) {
        Path file = folder.resolve("keys.p12");

        KeyFiles.save(file, PASSWORD, keys);
        KeyRing read = KeyFiles.load(file, PASSWORD);

        assertThat(read.signing()).isEqualTo(keys.signing());
        assertThat(read.decryption().pairs())
                .hasSize(2)
                .isEqualTo(keys.decryption().pairs());
        assertThat(read.signing().pq().getEncoded())
                .as("with the seed, not only what was expanded from it")
                .isEqualTo(keys.signing().pq().getEncoded());
        assertThat(read.decryption().pairs().getFirst().kem().getEncoded())
                .isEqualTo(keys.decryption().pairs().getFirst().kem().getEncoded());
    }

    @Test
    void whatWasReadStillSigns(@TempDir Path folder) {
        Path file = folder.resolve("officer.p12");
        KeyFiles.save(file, PASSWORD, new KeyRing(officers.all().getFirst(), new DecryptionKeys(List.of())));

        SigningKeys read = KeyFiles.load(file, PASSWORD).signing();
        byte[] two = officers.signer.sign(
                officers.proposed(),
                List.of(read, officers.all().get(1), officers.all().get(2)),
                Officers.NOW);

        assertThat(officers.accept(officers.trusted, two).current().version()).isEqualTo(2);
    }

    @Test
    void noProviderIsRegisteredInTheJvm(@TempDir Path folder) {
        Path file = folder.resolve("keys.p12");
        KeyFiles.save(file, PASSWORD, keys);
        KeyFiles.load(file, PASSWORD);

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void theFileIsForItsOwnerAloneAlsoWhenItReplacesAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        KeyFiles.save(file, PASSWORD, keys);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x"})
    void aFileThatOthersMayUseIsRefused(String permissions, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        KeyFiles.save(file, PASSWORD, keys);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFiles.load(file, PASSWORD))
                .withMessageContaining("set its permissions to 600");
        assertThatIllegalStateException().isThrownBy(() -> KeyFiles.password(file));
    }

    @Test
    void aWrongPasswordSaysSoAndNothingElse(@TempDir Path folder) {
        Path file = folder.resolve("keys.p12");
        KeyFiles.save(file, PASSWORD, keys);

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFiles.load(file, "wrong".toCharArray()))
                .withMessageContaining("is its password right?")
                .withNoCause();
    }

    @Test
    void aFileThatIsNoKeyFileIsRefused(@TempDir Path folder) {
        Path file = folder.resolve("keys.p12");
        PrivateFiles.write(file, new byte[] {1, 2, 3});

        assertThatIllegalStateException().isThrownBy(() -> KeyFiles.load(file, PASSWORD));
    }

    @Test
    void aFileThatIsNotThereSaysWhich(@TempDir Path folder) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> KeyFiles.load(folder.resolve("none.p12"), PASSWORD))
                .withMessageContaining("none.p12");
    }

    @Test
    void thePasswordIsTheFirstLineAndNotEmpty(@TempDir Path folder) {
        Path file = folder.resolve("keys.password");
        PrivateFiles.write(file, "secret\nsecond\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(KeyFiles.password(file)).containsExactly("secret".toCharArray());

        PrivateFiles.write(file, "\n".getBytes(StandardCharsets.US_ASCII));
        assertThatIllegalStateException().isThrownBy(() -> KeyFiles.password(file));
    }

    @Test
    void keysDoNotPrintThemselves() {
        assertThat(keys.toString() + keys.signing() + keys.decryption())
                .contains("CN=Signing EC GT")
                .doesNotContainIgnoringCase("private");
    }
}
