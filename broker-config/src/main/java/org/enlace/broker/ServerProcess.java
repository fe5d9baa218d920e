package org.enlace.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A broker in a JVM of its own.
final class ServerProcess implements Server {
    private final Path properties;
    private final BrokerJvm jvm;
    private volatile @Nullable Process process;

    ServerProcess(Path properties, BrokerJvm jvm) {
        this.properties = properties;
        this.jvm = jvm;
    }

    @Override
    public synchronized void start() {
        List<String> command = new ArrayList<>(jvm.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.options());
        command.add("-Dlogback.configurationFile=" + BrokerConfig.LOGGING);
        command.addAll(List.of("-cp", jvm.classPath(), "kafka.Kafka", properties.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            process = started;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start " + command.getFirst(), e);
        }
    }

    @Override
    public void check() {
        Process started = process;
        if (started == null || !started.isAlive()) {
            throw new IllegalStateException("A broker ended; see why in " + log());
        }
    }

    @Override
    public void stop() {
        end(false);
    }

    @Override
    public void kill() {
        end(true);
    }

    @Override
    public long pid() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException("This broker was never started");
        }
        return started.pid();
    }

    private synchronized void end(boolean atOnce) {
        Process started = process;
        if (started == null) {
            return;
        }
        try {
            if (atOnce) {
                started.destroyForcibly();
            } else {
                started.destroy();
            }
            if (!started.waitFor(30, TimeUnit.SECONDS)) {
                started.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Path log() {
        return properties.resolveSibling(properties.getFileName().toString().replace(".properties", ".log"));
    }
}
