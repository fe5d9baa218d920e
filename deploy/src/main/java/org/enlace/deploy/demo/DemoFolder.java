package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.enlace.message.NodeId;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Everything of one demo, in one folder that only its owner may read.
///
/// ```
/// demo.json      what it consists of and which processes are its own
/// sign-ins.json  invented officers with their passwords
/// exercise.json  whether the invented exercise was played
/// network/       keys, certificates and the signed directory
/// broker/        settings, records and logs of the brokers
/// nodes/GT/      settings, database and log of a node
/// postgres/      PostgreSQL, where it is used
/// ```
final class DemoFolder {
    private final Path folder;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DemoFolder(Path folder) {
        this.folder = folder;
    }

    private record Content(Layout layout, List<Running> processes) {}

    Path path() {
        return folder;
    }

    Path network() {
        return folder.resolve("network");
    }

    Path broker() {
        return folder.resolve("broker");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path node(NodeId code) {
        return folder.resolve("nodes").resolve(code.value());
    }

    /// The officers that a node makes known at its start.
    Path users(NodeId code) {
        return node(code).resolve("users.json");
    }

    Path signIns() {
        return folder.resolve("sign-ins.json");
    }

    boolean exists() {
        return Files.exists(state());
    }

    Layout layout() {
        return read().layout();
    }

    List<Running> processes() {
        return exists() ? read().processes() : List.of();
    }

    Optional<Running> process(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst();
    }

    void create(Layout layout) {
        try {
            if (Files.exists(folder)) {
                try (var content = Files.list(folder)) {
                    if (content.findAny().isPresent()) {
                        throw new Stop(folder + " is not empty and holds no demo; choose another with --dir.");
                    }
                }
            }
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new Stop("The folder " + folder + " cannot be made.", e);
        }
        write(new Content(layout, List.of()));
    }

    /// Remembers a process at once, so that it can be stopped whatever happens next.
    synchronized void add(Running process) {
        Content content = read();
        List<Running> processes = new ArrayList<>(content.processes());
        processes.removeIf(other -> other.name().equals(process.name()));
        processes.add(process);
        write(new Content(content.layout(), processes));
    }

    synchronized void forgetProcesses() {
        write(new Content(read().layout(), List.of()));
    }

    void delete() {
        clear(folder);
    }

    /// Deletes a file or a folder with everything in it.
    static void clear(Path path) {
        try {
            delete(path);
        } catch (IOException e) {
            throw new Stop("Not everything in " + path + " could be deleted.", e);
        }
    }

    /// Has a folder made beside its place and moved there when it is whole, so that half of one is never used.
    void makeWhole(Path target, Consumer<Path> maker) {
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        try {
            delete(draft);
            maker.accept(draft);
            Files.move(draft, target);
        } catch (IOException e) {
            throw new Stop("The folder " + target + " cannot be made.", e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    void writeJson(Path file, Object content) {
        writePrivate(file, json.writeValueAsBytes(content));
    }

    <T> T readJson(Path file, Class<T> kind) {
        try {
            return json.readValue(Files.readAllBytes(file), kind);
        } catch (IOException e) {
            throw new Stop(file + " cannot be read.", e);
        }
    }

    <T> Optional<T> readIfThere(Path file, Class<T> kind) {
        return Files.exists(file) ? Optional.of(readJson(file, kind)) : Optional.empty();
    }

    String toJson(Object content) {
        return json.writeValueAsString(content);
    }

    /// Written beside and moved into place, readable by its owner only.
    void writePrivate(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft");
            Files.write(draft, content);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Stop(file + " cannot be written.", e);
        }
    }

    private Path state() {
        return folder.resolve("demo.json");
    }

    private Content read() {
        if (!exists()) {
            throw new Stop("There is no demo in " + folder + ".");
        }
        return readJson(state(), Content.class);
    }

    private void write(Content content) {
        writeJson(state(), content);
    }
}
