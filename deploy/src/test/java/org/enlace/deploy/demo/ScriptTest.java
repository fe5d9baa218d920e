package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts in front of the launchers.
class ScriptTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo", "benchmark"})
    void withoutAJdk25ItSaysSoInOneSentenceAndFails(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", Path.of(script).toString());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.remove("ENLACE_JAVA_HOME");
        environment.put("ENLACE_JDKS", "/nowhere/*");

        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said)
                .isEqualTo(
                        "Enlace needs a JDK 25 and none was found; install one (for example Temurin 25) or name it in"
                                + " ENLACE_JAVA_HOME.\n");
    }
}
