package org.enlace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.enlace.broker.DirectoryTopic;
import org.enlace.broker.TransportFiles;
import org.enlace.deploy.client.NodeClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    Path temporary;

    private final BrokenOnce jvms = new BrokenOnce();
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
        assertThat(said)
                .contains("does not run here; starting without it")
                .contains("GT is ready at https://localhost:")
                .contains("HN is ready at https://localhost:")
                .contains("Guatemala's supervisor released the case alert that its investigator wrote to Honduras")
                .contains("Honduras' duty officer acknowledged it, and Guatemala knew ");

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
        assertThat(looksInto(pid(status, "GT"))).isNotZero();
        assertThat(directoryTopic(status)
                        .publish(DemoDirectory.read(
                                new DemoFolder(folder()), Clock.systemUTC().instant())))
                .as("every version is on its topic already")
                .isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");

        assertThat(onDesk(status, "HN"))
                .containsExactlyInAnyOrder(
                        "CASE_ALERT IMMEDIATE EXERCISE RECEIVED", "CASE_ALERT URGENT EXERCISE ACKNOWLEDGED");
        assertThat(onDesk(status, "GT")).containsExactly("VICTIM_ASSISTANCE_REQUEST NORMAL EXERCISE RECEIVED");

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
        assertThat(onDesk(recovered, "HN")).as("the exercise is played once").hasSize(2);

        assertThat(run("down")).isZero();
        assertThat(said).contains("Ended 3 processes");
        for (JsonNode part : recovered.get("parts")) {
            assertThat(ProcessHandle.of(part.get("pid").asLong())).isEmpty();
        }
        assertThat(run("reset")).isZero();
        assertThat(folder()).doesNotExist();
    }

    private DirectoryTopic directoryTopic(JsonNode status) {
        Path network = folder().resolve("network");
        return new DirectoryTopic(
                part(status, "broker-1").get("address").asString(),
                new TransportFiles(network.resolve("admin/admin.pem"), network.resolve("ca.pem")));
    }

    /// What another program of this machine gets that asks a JVM about itself.
    private static int looksInto(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return new ProcessBuilder(jcmd.toString(), Long.toString(pid), "VM.version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Path folder() {
        return temporary.resolve("demo");
    }

    private int run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = new Demo(
                        folder(),
                        _ -> jvms,
                        Clock.systemUTC(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(words);
        said = out.toString(StandardCharsets.UTF_8);
        failed = errors.toString(StandardCharsets.UTF_8);
        return code;
    }

    /// What the duty officer of a node finds there.
    private List<String> onDesk(JsonNode status, String node) throws IOException {
        NodeClient duty = new NodeClient(
                URI.create(part(status, node).get("address").asString()),
                "duty",
                password(status, node, "DUTY"),
                folder().resolve("network/ca.pem"));
        List<String> found = new ArrayList<>();
        for (JsonNode item : duty.get("/api/v1/desk/items").get("items")) {
            if (item.get("side").asString().equals("SENT")) {
                continue;
            }
            JsonNode message = duty.get(
                            "/api/v1/messages/" + item.get("message").asString())
                    .get("message");
            assertThat(item.get("due").asString()).isNotEmpty();
            found.add(String.join(
                    " ",
                    item.get("type").asString(),
                    item.get("urgency").asString(),
                    message.get("mode").asString(),
                    item.get("state").asString()));
        }
        return found;
    }

    /// A JVM that refuses what was prepared for it, until somebody tells that it does not run.
    private static final class BrokenOnce implements Jvms {
        private boolean forgotten;

        @Override
        public Jvm jvm() {
            Jvm plain = Jvm.ofClassPath();
            List<String> nowhere = List.of("-XX:AOTCache=nowhere", "-XX:AOTMode=on");
            return forgotten ? plain : new Jvm(plain.node(), plain.classPath(), nowhere, nowhere);
        }

        @Override
        public void forget() {
            forgotten = true;
        }
    }

    private static List<String> names(JsonNode status) {
        return StreamSupport.stream(status.get("parts").spliterator(), false)
                .map(part -> part.get("name").asString())
                .toList();
    }

    private static long pid(JsonNode status, String name) {
        return part(status, name).get("pid").asLong();
    }

    private static JsonNode part(JsonNode status, String name) {
        return StreamSupport.stream(status.get("parts").spliterator(), false)
                .filter(part -> part.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String password(JsonNode status, String node, String role) {
        return StreamSupport.stream(status.get("signIns").spliterator(), false)
                .filter(signIn -> signIn.get("node").asString().equals(node)
                        && signIn.get("role").asString().equals(role))
                .map(signIn -> signIn.get("password").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String password(JsonNode status) {
        return status.get("signIns").get(0).get("password").asString();
    }
}
