package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What Maven made of this project: the node's jar, and the libraries of the launcher and the broker. Both start
/// in half the time from classes that were read and linked before, which is prepared here once for each build.
final class Build implements Jvms {
    private static final String NOT_BUILT = "The project is not built; run mvn -B clean package -DskipTests.";
    private static final String DRAFT = ".draft";

    private final Path root;
    private final Progress progress;
    private final Rehearsal rehearsal;

    Build(Path root, Progress progress, Rehearsal rehearsal) {
        this.root = root;
        this.progress = progress;
        this.rehearsal = rehearsal;
    }

    /// Runs a small network once and ends it again, so that its JVMs write down what they loaded.
    interface Rehearsal {
        /// @param folder where it may keep its files
        void run(Path folder, Jvm recording);
    }

    @Override
    public Jvm jvm() {
        String print = print();
        try (FileChannel channel = FileChannel.open(
                        folder().resolve("prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!print.equals(preparedFor())) {
                prepare(print);
            }
        } catch (IOException e) {
            throw new Stop("Nothing can be written into " + folder() + ".", e);
        }
        Path stamp = stamp();
        return Files.exists(stamp) ? jvm("-XX:AOTCache=", "") : new Jvm(nodeWords(), libraries(), List.of(), List.of());
    }

    /// The next start prepares it anew.
    @Override
    public void forget() {
        try {
            Files.deleteIfExists(stamp());
        } catch (IOException e) {
            throw new Stop(stamp() + " cannot be deleted.", e);
        }
    }

    private void prepare(String print) throws IOException {
        forget();
        progress.step("Preparing quick starts, once for each build", () -> {
            DemoFolder.clear(unpacked());
            unpack();
            Path folder = folder().resolve("rehearsal");
            DemoFolder.clear(folder);
            try {
                rehearsal.run(folder, jvm("-XX:AOTCacheOutput=", DRAFT));
                finish(nodeCache());
                finish(brokerCache());
                Files.writeString(stamp(), print);
            } catch (IOException | Stop | IllegalStateException e) {
                progress.note("Not prepared, so starts take longer: " + e.getMessage());
            } finally {
                DemoFolder.clear(folder);
            }
        });
    }

    private static void finish(Path cache) throws IOException {
        Files.move(draft(cache), cache, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path draft(Path cache) {
        return cache.resolveSibling(cache.getFileName() + DRAFT);
    }

    private Jvm jvm(String option, String end) {
        return new Jvm(
                nodeWords(),
                libraries(),
                List.of(option + nodeCache() + end, "-Xlog:aot=off", "-Xlog:cds=off"),
                List.of(option + brokerCache() + end, "-Xlog:aot=off", "-Xlog:cds=off"));
    }

    private List<String> nodeWords() {
        return List.of("-jar", unpacked().resolve(nodeJar().getFileName()).toString());
    }

    /// Prepared classes need the jars beside each other, not inside one another.
    private void unpack() {
        ProcessBuilder tools = new ProcessBuilder(
                Jvm.java(),
                "-Djarmode=tools",
                "-jar",
                nodeJar().toString(),
                "extract",
                "--destination",
                unpacked().toString());
        tools.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            if (tools.start().waitFor() != 0) {
                throw new Stop("The node could not be unpacked from " + nodeJar() + ".");
            }
        } catch (IOException e) {
            throw new Stop("The node could not be unpacked from " + nodeJar() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }

    private String preparedFor() throws IOException {
        return Files.exists(stamp()) ? Files.readString(stamp()) : "";
    }

    /// What the prepared classes depend on. The system's own time of change is asked, because a build that can be
    /// repeated gives its jars one date.
    private String print() {
        try {
            List<String> lines = new ArrayList<>();
            lines.add(System.getProperty("java.home") + " " + Runtime.version());
            lines.add(print(nodeJar()));
            for (String library : libraries().split(":", -1)) {
                lines.add(print(Path.of(library)));
            }
            return String.join("\n", lines);
        } catch (IOException e) {
            throw new Stop(NOT_BUILT, e);
        }
    }

    private static String print(Path file) throws IOException {
        return file + " " + Files.size(file) + " " + Files.getAttribute(file, "unix:ctime");
    }

    private Path folder() {
        return root.resolve("deploy/target/demo");
    }

    private Path unpacked() {
        return folder().resolve("node");
    }

    private Path nodeCache() {
        return folder().resolve("node.aot");
    }

    private Path brokerCache() {
        return folder().resolve("broker.aot");
    }

    private Path stamp() {
        return folder().resolve("prepared");
    }

    /// Jars only and always in one order, as prepared classes need it.
    private String libraries() {
        try (var files = Files.list(folder().resolve("lib"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new Stop(NOT_BUILT, e);
        }
    }

    private Path nodeJar() {
        try (var files = Files.list(root.resolve("contact-node/target"))) {
            return files.filter(file -> file.toString().endsWith("-node.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Stop(NOT_BUILT));
        } catch (IOException e) {
            throw new Stop(NOT_BUILT, e);
        }
    }
}
