package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the scripts hold the sources against.
class BuildTimeIT {
    @Test
    void theBuildLeavesTheMomentWhenItBegan() throws IOException {
        assertThat(Files.readString(Path.of("target/demo/built"))).matches("20[0-9]{10}\\.[0-9]{2}\\R");
    }
}
