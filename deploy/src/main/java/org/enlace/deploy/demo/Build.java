package org.enlace.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return new Jvm(List.of("-jar", nodeJar().toString()), libraries(), Optional.of(folder()));
    }

    Path folder() {
        return root.resolve("deploy/target/demo");
    }

    private Path nodeJar() {
        return only(root.resolve("contact-node/target"), "-node.jar");
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
