package org.enlace.deploy.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that cannot find would prove anything, so first it must find.
class CanaryTest {
    private final Canary canary = Canary.next("Witness", new Random(1));

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
    void isNotFoundWhereItIsNot(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("clean"), "Witness, but another one");
        Files.writeString(folder.resolve("dirty"), "log line about " + canary.text());

        assertThat(canary.foundUnder(folder)).containsExactly(folder.resolve("dirty"));
    }
}
