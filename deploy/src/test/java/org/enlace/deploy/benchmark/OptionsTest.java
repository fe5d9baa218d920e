package org.enlace.deploy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.enlace.deploy.benchmark.Options.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast",
                "--seconds",
                "--seconds 0",
                "--seconds many",
                "--seconds 9999",
                "--brokers 2",
                "--json",
                "--db",
                "--db ",
                "--db oracle",
                "--db h2;WRITE_DELAY=500",
                "--parts --network"
            })
    void whatCannotBeMeantIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(line.split(" ", -1))));
    }

    @Test
    void whatIsSaidIsTakenAndTheRestIsUsual() {
        Options said = Options.parse(List.of("--seconds", "5", "--brokers", "3", "--json", "figures.json", "--parts"));
        Options usual = Options.parse(List.of());

        assertThat(said.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(said.brokers()).isEqualTo(3);
        assertThat(usual.database()).isEqualTo("h2");
        assertThat(Options.parse(List.of("--db", "postgres")).database()).isEqualTo("postgres");
        assertThat(said.json()).contains(Path.of("figures.json"));
        assertThat(said.measured()).containsExactly(Measured.PARTS);
        assertThat(Options.parse(List.of("--network")).measured()).containsExactly(Measured.NETWORK);
        assertThat(usual.measured()).containsExactlyInAnyOrder(Measured.PARTS, Measured.NETWORK);
        assertThat(usual.json()).isEmpty();
    }
}
