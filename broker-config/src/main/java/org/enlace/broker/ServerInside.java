package org.enlace.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/// A broker inside this JVM.
final class ServerInside implements Server {
    private final Path properties;
    private volatile @Nullable KafkaRaftServer running;
    private volatile @Nullable Throwable died;

    ServerInside(Path properties) {
        this.properties = properties;
    }

    @Override
    public boolean isUp() {
        return running != null;
    }

    @Override
    public synchronized void start() {
        // A broker in trouble would take this JVM, and everything else in it, with it.
        Exit.setExitProcedure(ServerInside::refuseToExit);
        Exit.setHaltProcedure(ServerInside::refuseToExit);
        try (Reader reader = Files.newBufferedReader(properties)) {
            Properties values = new Properties();
            values.load(reader);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(values, false), Time.SYSTEM);
            server.startup();
            running = server;
        } catch (IOException e) {
            died = e;
            throw new IllegalStateException("Cannot read " + properties, e);
        } catch (RuntimeException e) {
            died = e;
            throw e;
        }
    }

    @Override
    public void check() {
        Throwable why = died;
        if (why != null) {
            throw new IllegalStateException("The broker of " + properties + " did not start", why);
        }
    }

    @Override
    public synchronized void stop() {
        KafkaRaftServer server = running;
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            running = null;
        }
    }

    @Override
    public void kill() {
        stop();
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    private static void refuseToExit(int code, @Nullable String message) {
        throw new IllegalStateException("A broker wanted to end this JVM with " + code + ": " + message);
    }
}
