package org.enlace.deploy.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.broker.BrokerJvm;

/// What the demo runs: the node as it is shipped, and Kafka.
///
/// @param node words after the options of the JVM that start a node
/// @param classPath class path with Kafka's server
/// @param caches folder with `node.aot` and `broker.aot`, which halve the time to start
record Jvm(List<String> node, String classPath, Optional<Path> caches) {
    static final String NODE_CACHE = "node.aot";
    static final String BROKER_CACHE = "broker.aot";

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    Jvm {
        node = List.copyOf(node);
    }

    /// From the class path of this JVM, for tests that run before anything is packaged.
    static Jvm ofClassPath() {
        String classPath = System.getProperty("java.class.path", "");
        return new Jvm(List.of("-cp", classPath, "org.enlace.node.ContactNode"), classPath, Optional.empty());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// @param recording whether it may write the cache at its end if there is none yet; only one at a time may
    BrokerJvm broker(boolean recording) {
        List<String> options = new ArrayList<>(List.of("-Xms64m", "-Xmx256m"));
        options.addAll(SMALL);
        options.addAll(cache(BROKER_CACHE, recording));
        return new BrokerJvm(detached(), options, classPath);
    }

    List<String> nodeCommand(boolean recording) {
        List<String> command = new ArrayList<>(detached());
        command.add(java());
        command.addAll(List.of("-Xms64m", "-Xmx256m"));
        command.addAll(SMALL);
        command.addAll(cache(NODE_CACHE, recording));
        command.addAll(node);
        return command;
    }

    /// A session of its own where there is such a program; else at least deaf to a terminal that closes.
    static List<String> detached() {
        for (String folder : List.of("/usr/bin", "/bin")) {
            if (Files.isExecutable(Path.of(folder, "setsid"))) {
                return List.of(folder + "/setsid");
            }
        }
        return List.of("nohup");
    }

    private List<String> cache(String name, boolean recording) {
        if (caches.isEmpty()) {
            return List.of();
        }
        Path file = caches.get().resolve(name);
        List<String> quiet = List.of("-Xlog:aot=off", "-Xlog:cds=off");
        List<String> options = new ArrayList<>();
        if (Files.exists(file)) {
            options.add("-XX:AOTCache=" + file);
            options.addAll(quiet);
        } else if (recording) {
            options.add("-XX:AOTCacheOutput=" + file);
            options.addAll(quiet);
        }
        return options;
    }
}
