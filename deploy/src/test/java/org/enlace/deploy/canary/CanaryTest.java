package org.enlace.deploy.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that cannot find would prove anything, so first it must find.
class CanaryTest {
    private final Canary canary = new Canary("WitnessÑ5f0c6a91d3e2b784");

    @Test
    void isFoundInEachFormThatTextTakesInFiles() {
        String text = canary.text();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        assertThat(canary.isIn("{\"name\":\"" + text + "\"}")).isTrue();
        assertThat(canary.isIn(("ab" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(canary.isIn(("ab" + text).getBytes(StandardCharsets.UTF_16BE)))
                .isTrue();
        for (String before : new String[] {"", "x", "xy", "xyz"}) {
            byte[] whole = (before + text + "tail").getBytes(StandardCharsets.UTF_8);
            assertThat(canary.isIn(Base64.getEncoder().encodeToString(whole))).isTrue();
        }
        assertThat(canary.isIn("0x" + HexFormat.of().formatHex(utf8))).isTrue();
        assertThat(canary.isIn("?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(canary.isIn("\"" + text.replace("Ñ", "\\u00d1") + "\"")).isTrue();
    }

    @Test
    void isFoundInWhatWasPackedAndCutOff() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("before".getBytes(StandardCharsets.UTF_8));
        try (var packing = new GZIPOutputStream(file)) {
            packing.write(("a line\n" + canary.text() + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 9);

        assertThat(canary.isIn(file.toByteArray())).isTrue();
        assertThat(canary.isIn(cut)).isTrue();
        Canary other = new Canary("WitnessÑ5f0c6a91d3e2b785");
        assertThat(other.isIn(file.toByteArray())).isFalse();
    }

    @Test
    void isNotFoundWhereItIsNot(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("clean"), "Witness, but another one");
        Files.writeString(folder.resolve("dirty"), "log line about " + canary.text());

        assertThat(canary.foundUnder(folder)).containsExactly(folder.resolve("dirty"));
    }
}
