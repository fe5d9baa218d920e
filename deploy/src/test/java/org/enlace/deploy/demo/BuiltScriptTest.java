package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts start what was built from the sources that are here. A project of a few files is in the place of this
/// one, and a JDK and a Maven that only say that they were called.
class BuiltScriptTest {
    private static final Instant BUILT = Instant.parse("2026-11-23T08:00:07Z");
    private static final String SAYS_WHEN = "202611230800.07";

    @TempDir
    Path folder;

    private Path root;
    private Path tools;

    @BeforeEach
    void project() throws IOException {
        root = folder.resolve("project");
        for (String name : List.of(
                "pom.xml",
                "contact-node/pom.xml",
                "contact-node/src/main/java/Desk.java",
                "contact-node/src/main/java/Old.java",
                "contact-node/src/test/java/DeskTest.java",
                "contact-node/assets/styles/desk.css",
                "contact-node/assets/node_modules/some/index.js")) {
            write(root.resolve(name), "");
        }
        Files.createDirectories(root.resolve("deploy/src/main"));
        for (String script : List.of("demo", "benchmark", "directory", "jdk.sh", "built.sh")) {
            Files.copy(Path.of(script), root.resolve("deploy").resolve(script));
        }
        tools = folder.resolve("tools");
        Files.createDirectories(tools);
        for (String tool : List.of("sh", "cat", "dirname", "find", "head", "mkdir", "ps", "sed", "touch")) {
            Files.createSymbolicLink(tools.resolve(tool), installed(tool));
        }
        write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        program(folder.resolve("jdk/bin/java"), "echo started");
        maven("mkdir -p deploy/target/demo/lib; echo " + SAYS_WHEN + " > deploy/target/demo/built; echo built >&2");
        Files.createDirectories(built().resolve("lib"));
        write(built().resolve("built"), SAYS_WHEN + "\n");
        try (var all = Files.walk(root)) {
            for (Path each : all.toList()) {
                changed(each, BUILT.minusSeconds(60));
            }
        }
        // Copied last, long after the first source was read.
        changed(built().resolve("built"), BUILT.plusSeconds(600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "benchmark", "directory"})
    void whatHasChangedSinceTheBuildBeganIsNamedAndBuilt(String script) throws Exception {
        assertThat(says(script, "up")).containsExactly("started");
        changed(root.resolve("contact-node/src/main/java/Desk.java"), BUILT.plusSeconds(1));

        assertThat(says(script, "up"))
                .containsExactly(
                        "contact-node/src/main/java/Desk.java has changed since Enlace was built. Building; this takes"
                                + " some minutes ...",
                        "built",
                        "started");
    }

    @Test
    void whatWasDeletedOrIsOfAStyleSheetIsBuiltToo() throws Exception {
        Files.delete(root.resolve("contact-node/src/main/java/Old.java"));
        assertThat(says("demo")).contains("built");
        changed(root.resolve("contact-node/src/main/java"), BUILT.minusSeconds(60));
        assertThat(says("demo")).containsExactly("started");

        changed(root.resolve("contact-node/assets/styles/desk.css"), BUILT.plusSeconds(1));
        assertThat(says("demo")).contains("built", "started");
    }

    @Test
    void testsAndWhatTheBuildInstallsByItselfBuildNothing() throws Exception {
        changed(root.resolve("contact-node/src/test/java/DeskTest.java"), BUILT.plusSeconds(1));
        changed(root.resolve("contact-node/assets/node_modules/some/index.js"), BUILT.plusSeconds(1));
        changed(root.resolve("contact-node/assets/node_modules"), BUILT.plusSeconds(1));
        changed(root.resolve("contact-node/assets"), BUILT.plusSeconds(1));
        changed(root.resolve("contact-node"), BUILT.plusSeconds(1));

        assertThat(says("demo")).containsExactly("started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "reset", "--help"})
    void whatOnlyLooksOrEndsBuildsNothingAnew(String verb) throws Exception {
        changed(root.resolve("pom.xml"), BUILT.plusSeconds(1));

        assertThat(says("demo", verb)).containsExactly("started");
    }

    @Test
    void withoutMavenItSaysWhatItStartsAndHowToBuild() throws Exception {
        changed(root.resolve("pom.xml"), BUILT.plusSeconds(1));
        Files.delete(tools.resolve("mvn"));

        assertThat(says("demo"))
                .containsExactly(
                        "pom.xml has changed since Enlace was built. Maven was not found, so this starts what was built"
                                + " before. To build: mvn -B clean package -DskipTests in " + root + ".",
                        "started");
        Files.delete(built().resolve("lib"));
        assertThat(says("demo"))
                .containsExactly("Enlace is not built yet and Maven was not found; install Maven 3.8 or later.");
    }

    @Test
    void nothingIsDeletedUnderANetworkThatRuns() throws Exception {
        changed(root.resolve("pom.xml"), BUILT.plusSeconds(1));
        Process node = new ProcessBuilder(
                        "sh", "-c", "read line", built().resolve("lib/node.jar").toString())
                .start();
        try (var ending = node.outputWriter()) {
            assertThat(says("demo"))
                    .containsExactly(
                            "pom.xml has changed since Enlace was built. A network runs on what was built before, so this"
                                    + " starts that too. To build: deploy/demo down, then once more.",
                            "started");
            ending.newLine();
        }
        node.waitFor();

        assertThat(says("demo")).contains("built", "started");
    }

    @Test
    void whatNobodyKnowsTheTimeOfIsBuiltAndAFailedBuildStartsNothing() throws Exception {
        Files.delete(built().resolve("built"));
        assertThat(says("demo"))
                .containsExactly(
                        "Enlace was built at an unknown time. Building; this takes some minutes ...",
                        "built",
                        "started");

        changed(root.resolve("pom.xml"), BUILT.plusSeconds(1));
        maven("echo broken >&2; exit 1");
        assertThat(says("demo")).contains("broken").last().isEqualTo("The build failed; the lines above say why.");
    }

    private List<String> says(String script, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", root.resolve("deploy").resolve(script).toString()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("ENLACE_JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("TZ", "America/Guatemala");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    private Path built() {
        return root.resolve("deploy/target/demo");
    }

    private void maven(String does) throws IOException {
        program(tools.resolve("mvn"), does);
    }

    private static Path installed(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void program(Path file, String does) throws IOException {
        write(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void changed(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
