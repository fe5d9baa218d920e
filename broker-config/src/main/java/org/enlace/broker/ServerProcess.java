package org.enlace.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A broker in a JVM of its own.
final class ServerProcess implements Server {
    /// One that writes an AOT cache when it ends takes its time.
    private static final int STOP_MAX_SECONDS = 120;

    private final Path properties;
    private final BrokerJvm jvm;
    private volatile @Nullable ProcessHandle process;

    /// @param running the broker's process if it is up already
    ServerProcess(Path properties, BrokerJvm jvm, @Nullable ProcessHandle running) {
        this.properties = properties;
        this.jvm = jvm;
        this.process = running;
    }

    @Override
    public boolean isUp() {
        ProcessHandle started = process;
        return started != null && started.isAlive();
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
            process = started.toHandle();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start " + command.getFirst(), e);
        }
    }

    @Override
    public void check() {
        if (!isUp()) {
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
        ProcessHandle started = process;
        if (started == null) {
            throw new IllegalStateException("This broker was never started");
        }
        return started.pid();
    }

    private synchronized void end(boolean atOnce) {
        ProcessHandle started = process;
        if (started == null) {
            return;
        }
        if (atOnce) {
            started.destroyForcibly();
        } else {
            started.destroy();
        }
        try {
            started.onExit().orTimeout(STOP_MAX_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            started.destroyForcibly();
            started.onExit().join();
        }
    }

    private Path log() {
        return properties.resolveSibling(properties.getFileName().toString().replace(".properties", ".log"));
    }
}
