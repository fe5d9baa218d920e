package org.enlace.deploy.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlace.deploy.client.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo, started, asked and ended by its own command, in a folder of its own.
final class DemoNetwork implements AutoCloseable {
    private final Path root;
    private final Path folder;
    private final JsonNode status;
    /// Whoever interrupts a run leaves nothing running behind.
    private final Thread whenInterrupted;
    private volatile boolean filesStay;

    private DemoNetwork(Path root, Path folder, JsonNode status) {
        this.root = root;
        this.folder = folder;
        this.status = status;
        this.whenInterrupted = Thread.ofPlatform().unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
    }

    /// @param root folder of the whole project
    /// @param folder a new one
    /// @param nodes `GT,SV`
    static DemoNetwork start(Path root, Path folder, String nodes, Options options) throws IOException {
        try {
            run(
                    root,
                    List.of(
                            "up",
                            "--dir",
                            folder.toString(),
                            "--nodes",
                            nodes,
                            "--brokers",
                            String.valueOf(options.brokers()),
                            "--db",
                            options.database(),
                            "--port",
                            "0",
                            "--profile",
                            "production-like",
                            "--no-scenario"));
            String json = run(root, List.of("status", "--json", "--dir", folder.toString()));
            return new DemoNetwork(root, folder, JsonMapper.shared().readTree(json));
        } catch (IOException | RuntimeException e) {
            run(root, List.of("reset", "--dir", folder.toString()));
            throw e;
        }
    }

    /// A client of this node's API, signed in as whoever holds this role there.
    NodeClient client(String node, String role) {
        JsonNode part = only(status.path("parts"), "name", node, "kind", "node");
        JsonNode signIn = only(status.path("signIns"), "node", node, "role", role);
        return new NodeClient(
                URI.create(part.path("address").asString()),
                signIn.path("username").asString(),
                signIn.path("password").asString(),
                folder.resolve("network/ca.pem"));
    }

    /// Resident memory of a node's process, in MiB; 0 where the system does not tell.
    double residentMebibytes(String node) throws IOException {
        long pid = only(status.path("parts"), "name", node, "kind", "node")
                .path("pid")
                .asLong();
        Path file = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    /// What went wrong can be looked at afterwards: the processes end, their files stay.
    void keepFiles() {
        filesStay = true;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException alreadyInterrupted) {
            return;
        }
        end();
    }

    private void end() {
        try {
            run(root, List.of(filesStay ? "down" : "reset", "--dir", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode only(JsonNode list, String key, String value, String otherKey, String otherValue) {
        for (JsonNode one : list) {
            if (one.path(key).asString().equals(value)
                    && one.path(otherKey).asString().equals(otherValue)) {
                return one;
            }
        }
        throw new IllegalStateException("The demo has no " + otherValue + " " + value);
    }

    private static String run(Path root, List<String> words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("deploy/demo").toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("deploy/demo " + words.getFirst() + " did not succeed:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while deploy/demo ran", e);
        }
        return said;
    }
}
