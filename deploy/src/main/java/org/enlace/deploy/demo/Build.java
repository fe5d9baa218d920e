package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Maven made of this project: the node's jar, and the libraries of the launcher and the broker.
final class Build {
    private final Path root;

    Build(Path root) {
        this.root = root;
    }

    Jvm jvm() {
        Path jar = only(root.resolve("contact-node/target"), "-node.jar");
        Path node = folder().resolve("node");
        Path start = node.resolve(jar.getFileName());
        if (isOlder(start, jar)) {
            extract(jar, node);
        }
        return new Jvm(List.of("-jar", start.toString()), libraries(), Optional.of(folder()));
    }

    Path folder() {
        return root.resolve("deploy/target/demo");
    }

    /// A cache of classes needs the jars beside each other, not inside one another.
    private void extract(Path jar, Path node) {
        DemoFolder.clear(node);
        DemoFolder.clear(folder().resolve(Jvm.NODE_CACHE));
        DemoFolder.clear(folder().resolve(Jvm.BROKER_CACHE));
        ProcessBuilder tools = new ProcessBuilder(
                Jvm.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", node.toString());
        try {
            if (tools.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0) {
                throw new Stop("The node could not be unpacked from " + jar + ".");
            }
            Files.setLastModifiedTime(node.resolve(jar.getFileName()), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new Stop("The node could not be unpacked from " + jar + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }

    /// A build that can be repeated gives its jars one date; the libraries beside them are copied anew by each build.
    private boolean isOlder(Path start, Path jar) {
        try {
            FileTime built = Files.getLastModifiedTime(folder().resolve("lib"));
            return !Files.exists(start)
                    || Files.getLastModifiedTime(start).compareTo(Files.getLastModifiedTime(jar)) < 0
                    || Files.getLastModifiedTime(start).compareTo(built) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /// Jars only and always in one order, as a cache of classes needs it.
    private String libraries() {
        try (var files = Files.list(folder().resolve("lib"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new Stop("The project is not built; run mvn -B clean package -DskipTests.", e);
        }
    }

    private static Path only(Path folder, String end) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow(() -> new Stop("The project is not built; run mvn -B clean package -DskipTests."));
        } catch (IOException e) {
            throw new Stop("The project is not built; run mvn -B clean package -DskipTests.", e);
        }
    }
}
