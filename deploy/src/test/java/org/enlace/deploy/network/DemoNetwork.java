package org.enlace.deploy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.enlace.client.MessageCalls;
import org.enlace.client.NewMessage;
import org.enlace.client.NodeApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A network started, asked and ended with the same command that a newcomer uses, in a folder of its own and on free
/// ports.
public final class DemoNetwork implements AutoCloseable {
    private static final Path SCRIPT = Path.of("demo").toAbsolutePath();

    private final Path folder;
    private JsonNode status;

    private DemoNetwork(Path folder, JsonNode status) {
        this.folder = folder;
        this.status = status;
    }

    /// @param folder deleted first if there is a demo in it
    /// @param nodes members, such as `GT,HN`
    static DemoNetwork start(Path folder, String nodes) {
        if (Files.exists(folder)) {
            run(folder, "reset");
        }
        run(folder, "up", "--nodes", nodes, "--port", "0", "--no-scenario");
        return new DemoNetwork(folder, read(folder));
    }

    /// How to sign in as this role at this node.
    public SignIn signIn(String node, String role) {
        for (JsonNode entry : status.path("signIns")) {
            if (entry.path("node").asString().equals(node)
                    && entry.path("role").asString().equals(role)) {
                return new SignIn(
                        part(node).path("address").asString(),
                        entry.path("username").asString(),
                        entry.path("password").asString());
            }
        }
        throw new IllegalStateException("The demo has no " + role + " at " + node);
    }

    /// A program of this node, with the rights of this role.
    public ApiClient api(String node, String role) {
        return new ApiClient(authority(), signIn(node, role));
    }

    /// The same with types.
    public NodeApi program(String node, String role) {
        SignIn signIn = signIn(node, role);
        return NodeApi.officer(
                URI.create(signIn.address()), ApiClient.http(authority()), signIn.username(), signIn.password());
    }

    /// Sends it, and where it needs the word of two lets it go as a supervisor of the same node.
    public MessageCalls.Sent sent(String node, String role, String body) {
        MessageCalls.Sent asked = program(node, role).messages().send(NewMessage.read(body));
        if ("AWAITING_RELEASE".equals(asked.state())) {
            program(node, "SUPERVISOR").releases().release(asked.message());
        }
        return asked;
    }

    /// Sends it, and where it needs the word of two lets it go as a supervisor of the same node.
    ///
    /// @return what the writer was answered
    public ApiClient.Answer sent(String node, String role, String key, String body) throws IOException {
        ApiClient.Answer asked = api(node, role).send(key, body);
        assertThat(asked.status()).as(asked.body()).isBetween(201, 202);
        if (asked.status() == 201) {
            return asked;
        }
        ApiClient.Answer released = api(node, "SUPERVISOR")
                .post("/api/v1/releases/" + asked.json().path("message").asString() + "/release", "{}");
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        return asked;
    }

    /// The authority of all TLS certificates.
    public Path authority() {
        return folder.resolve("network/ca.pem");
    }

    /// Where a node says whether it is ready.
    public String health(String node) {
        return part(node).path("health").asString();
    }

    /// `127.0.0.1:39733`
    public String bootstrap() {
        return part("broker-1").path("address").asString();
    }

    /// Where everything of this network lies.
    public Path folder() {
        return folder;
    }

    /// What `status` says to people and to programs.
    public String told() {
        return run(folder, "status") + run(folder, "status", "--json");
    }

    /// Ends a process at once, as the kernel does when memory runs out.
    ///
    /// @param name `GT` or `broker-1`
    public void kill(String name) {
        ProcessHandle process =
                ProcessHandle.of(part(name).path("pid").asLong()).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /// Starts what is not running any more.
    public void recover() {
        run(folder, "up", "--no-scenario");
        status = read(folder);
    }

    private JsonNode part(String name) {
        return StreamSupport.stream(status.path("parts").spliterator(), false)
                .filter(part -> part.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has no part called " + name));
    }

    private static JsonNode read(Path folder) {
        return JsonMapper.shared().readTree(run(folder, "status", "--json"));
    }

    private static String run(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--dir", folder.toString()));
        try {
            Path errors = Files.createTempFile("demo", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("ENLACE_JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The demo said: " + output + Files.readString(errors));
            }
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the demo worked", e);
        }
    }

    @Override
    public void close() {
        run(folder, "down");
    }

    /// @param address of the console, without a path
    public record SignIn(String address, String username, String password) {}
}
