package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    Path temporary;

    private String said = "";
    private String failed = "";

    @AfterEach
    void endWhateverIsLeft() {
        run("down");
    }

    @Test
    void aFolderWithOtherThingsInItIsNotTouched() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("thesis.txt"), "mine");

        assertThat(run("up", "--port", "0")).isEqualTo(1);
        assertThat(failed).isEqualTo(folder() + " is not empty and holds no demo; choose another with --dir.\n");
        assertThat(run("reset")).isEqualTo(1);
        assertThat(failed).isEqualTo("There is no demo in " + folder() + ".\n");
        assertThat(folder().resolve("thesis.txt")).hasContent("mine");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsMade() throws Exception {
        int port = Ports.free(1).getFirst();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up", "--port", Integer.toString(port))).isEqualTo(1);
        }
        assertThat(failed)
                .isEqualTo("Port " + port + ", which GT needs, is taken by another program; choose other ports with"
                        + " --port.\n");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void withoutADemoThereIsNothingToStopAndNothingRuns() {
        assertThat(run("down")).isZero();
        assertThat(said).isEqualTo("Nothing was running.\n");
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("status", "--json")).isEqualTo(3);
        assertThat(said).isEqualTo("{\"running\":false}\n");
    }

    @Test
    void aNetworkComesUpIsFoundAgainRecoversFromACrashAndGoesDown() throws Exception {
        assertThat(run("up", "--port", "0", "--nodes", "GT,HN"))
                .as(() -> failed)
                .isZero();
        assertThat(said).contains("GT is ready at https://localhost:").contains("HN is ready at https://localhost:");

        assertThat(run("status", "--json")).isZero();
        JsonNode status = JsonMapper.shared().readTree(said);
        assertThat(names(status)).containsExactly("broker-1", "GT", "HN");
        assertThat(status.get("signIns"))
                .hasSize(12)
                .allSatisfy(
                        signIn -> assertThat(signIn.get("password").asString()).hasSizeGreaterThanOrEqualTo(15));
        for (JsonNode part : status.get("parts")) {
            assertThat(ProcessHandle.of(part.get("pid").asLong())).isPresent();
            assertThat(Path.of(part.get("log").asString())).exists();
            assertThat(Path.of(part.get("data").asString())).exists();
        }
        assertThat(Files.readString(folder().resolve("nodes/GT/users.json"))).doesNotContain(password(status));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");

        assertThat(run("up")).isEqualTo(1);
        assertThat(failed)
                .startsWith("The demo is already running: https://localhost:")
                .hasLineCount(1);
        assertThat(run("up", "--brokers", "3")).isEqualTo(1);
        assertThat(failed).contains("was made with other options").hasLineCount(1);

        long killed = pid(status, "HN");
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        ProcessHandle.of(killed).ifPresent(process -> process.onExit().join());
        assertThat(run("status", "--json")).isEqualTo(3);
        assertThat(run("up")).as(() -> failed).isZero();
        assertThat(run("status", "--json")).isZero();
        JsonNode recovered = JsonMapper.shared().readTree(said);
        assertThat(pid(recovered, "GT")).isEqualTo(pid(status, "GT"));
        assertThat(pid(recovered, "HN")).isNotEqualTo(killed);
        assertThat(password(recovered)).isEqualTo(password(status));

        assertThat(run("down")).isZero();
        assertThat(said).contains("Ended 3 processes");
        for (JsonNode part : recovered.get("parts")) {
            assertThat(ProcessHandle.of(part.get("pid").asLong())).isEmpty();
        }
        assertThat(run("reset")).isZero();
        assertThat(folder()).doesNotExist();
    }

    private Path folder() {
        return temporary.resolve("demo");
    }

    private int run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = new Demo(
                        folder(),
                        Jvm::ofClassPath,
                        Clock.systemUTC(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(words);
        said = out.toString(StandardCharsets.UTF_8);
        failed = errors.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static List<String> names(JsonNode status) {
        return StreamSupport.stream(status.get("parts").spliterator(), false)
                .map(part -> part.get("name").asString())
                .toList();
    }

    private static long pid(JsonNode status, String name) {
        return StreamSupport.stream(status.get("parts").spliterator(), false)
                .filter(part -> part.get("name").asString().equals(name))
                .mapToLong(part -> part.get("pid").asLong())
                .findFirst()
                .orElseThrow();
    }

    private static String password(JsonNode status) {
        return status.get("signIns").get(0).get("password").asString();
    }
}
