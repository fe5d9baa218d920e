package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    @TempDir
    Path folder;

    @Test
    void aProcessThatOnlyHasTheNumberOfOursIsLeftAlone() {
        Running sleeping = sleeping();
        Running older = new Running(
                "GT", sleeping.pid(), sleeping.startedAt().minus(Duration.ofMinutes(1)), "sleep", sleeping.log());
        Running other = new Running("GT", sleeping.pid(), sleeping.startedAt(), "java", sleeping.log());

        older.end(Duration.ofSeconds(1));
        other.end(Duration.ofSeconds(1));

        assertThat(older.isUp()).isFalse();
        assertThat(other.isUp()).isFalse();
        assertThat(sleeping.isUp()).isTrue();
        sleeping.end(Duration.ofSeconds(10));
        assertThat(sleeping.isUp()).isFalse();
    }

    @Test
    void aProcessIsOursAsSoonAsItsWrappersHaveMadeRoom() {
        List<String> wrapped = new ArrayList<>(Jvm.detached());
        wrapped.addAll(List.of("sh", "-c", "sleep 0.3; exec sleep 60"));

        Running running = Running.start("GT", "sleep", wrapped, folder, folder.resolve("log"));

        assertThat(running.isUp()).isTrue();
        running.end(Duration.ofSeconds(10));
    }

    @Test
    void aProgramThatDoesNotExistIsASentence() {
        assertThatThrownBy(() -> Running.start("GT", "x", List.of("./no-such-program"), folder, folder.resolve("log")))
                .isInstanceOf(Stop.class)
                .hasMessage("\"./no-such-program\" could not be started.");
    }

    private Running sleeping() {
        return Running.start("GT", "sleep", List.of("sleep", "60"), folder, folder.resolve("log"));
    }
}
