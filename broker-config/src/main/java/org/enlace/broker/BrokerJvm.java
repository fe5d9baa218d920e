package org.enlace.broker;

import java.util.List;

/// How a broker's own JVM is started.
///
/// @param prefix words before `java`, such as `nohup`
/// @param options options of the JVM
/// @param classPath class path with Kafka's server on it
public record BrokerJvm(List<String> prefix, List<String> options, String classPath) {

    public BrokerJvm {
        prefix = List.copyOf(prefix);
        options = List.copyOf(options);
    }

    /// A small JVM that is quick to start, with this one's class path.
    public static BrokerJvm small() {
        return new BrokerJvm(
                List.of(),
                List.of(
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"),
                System.getProperty("java.class.path", ""));
    }
}
