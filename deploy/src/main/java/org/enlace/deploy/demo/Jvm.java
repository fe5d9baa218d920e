package org.enlace.deploy.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlace.broker.BrokerJvm;

/// What the demo runs: the node as it is shipped, and Kafka.
///
/// @param node words after the options of the JVM that start a node
/// @param classPath class path with Kafka's server
/// @param nodeCache options that let a node start from prepared classes, or record them
/// @param brokerCache the same for brokers
record Jvm(List<String> node, String classPath, List<String> nodeCache, List<String> brokerCache) {
    private static final List<String> SMALL = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// As the page about running a node asks for: no other program looks into a node, its memory goes into no file, and
    /// a node whose memory is full ends instead of going on by halves.
    private static final List<String> GUARDED = List.of(
            "-XX:+DisableAttachMechanism",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djdk.serialFilter=!*");

    Jvm {
        node = List.copyOf(node);
        nodeCache = List.copyOf(nodeCache);
        brokerCache = List.copyOf(brokerCache);
    }

    /// From the class path of this JVM, for tests that run before anything is packaged.
    static Jvm ofClassPath() {
        String classPath = System.getProperty("java.class.path", "");
        return new Jvm(List.of("-cp", classPath, "org.enlace.node.ContactNode"), classPath, List.of(), List.of());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    boolean prepared() {
        return !nodeCache.isEmpty() || !brokerCache.isEmpty();
    }

    /// Starts more slowly and depends on nothing that was prepared.
    Jvm unprepared() {
        return new Jvm(node, classPath, List.of(), List.of());
    }

    BrokerJvm broker(Profile profile) {
        List<String> options = new ArrayList<>(SMALL);
        options.add(profile.compiling());
        options.addAll(brokerCache);
        return new BrokerJvm(detached(), options, classPath);
    }

    List<String> nodeCommand(Profile profile) {
        List<String> command = new ArrayList<>(detached());
        command.add(java());
        command.addAll(SMALL);
        command.addAll(GUARDED);
        command.add(profile.compiling());
        command.addAll(nodeCache);
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
}
