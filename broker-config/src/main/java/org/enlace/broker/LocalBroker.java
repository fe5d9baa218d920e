package org.enlace.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A real Kafka, of one broker or three, on this machine's loopback: mutual TLS, access rules on, nothing allowed that
/// is not granted. For tests and the demo. A folder that was used before is used again, with its ports and its records.
public final class LocalBroker implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofMinutes(2);

    private final LocalSettings settings;
    private final TransportFiles admin;
    private final List<Server> servers;

    private LocalBroker(LocalSettings settings, TransportFiles admin, List<Server> servers) {
        this.settings = settings;
        this.admin = admin;
        this.servers = List.copyOf(servers);
    }

    /// Brokers inside this JVM.
    ///
    /// @param folder where they keep their data
    /// @param network folder with `ca.pem`, `broker/broker.pem` and `admin/admin.pem`
    /// @param brokers 1 or 3
    public static LocalBroker start(Path folder, Path network, int brokers) {
        return start(folder, network, brokers, (_, properties) -> new ServerInside(properties));
    }

    /// Brokers in JVMs of their own, which outlive this one unless closed.
    ///
    /// @param options how to start those JVMs
    public static LocalBroker startProcesses(Path folder, Path network, int brokers, BrokerJvm options) {
        return startProcesses(folder, network, brokers, options, Map.of());
    }

    /// As above, but leaves those alone that are up already.
    ///
    /// @param running processes of brokers by their index, from 0
    public static LocalBroker startProcesses(
            Path folder, Path network, int brokers, BrokerJvm options, Map<Integer, ProcessHandle> running) {
        return start(
                folder,
                network,
                brokers,
                (index, properties) -> new ServerProcess(properties, options, running.get(index)));
    }

    private static LocalBroker start(Path folder, Path network, int brokers, BiFunction<Integer, Path, Server> maker) {
        TransportFiles broker = new TransportFiles(network.resolve("broker/broker.pem"), network.resolve("ca.pem"));
        TransportFiles admin = new TransportFiles(network.resolve("admin/admin.pem"), network.resolve("ca.pem"));
        Principals.check(broker.own(), "broker");
        Principals.check(admin.own(), "admin");
        try {
            Files.createDirectories(folder);
            LocalSettings settings = LocalSettings.in(folder, broker, brokers);
            List<Server> servers = new ArrayList<>();
            for (int index = 0; index < brokers; index++) {
                Server server = maker.apply(index, settings.files().get(index));
                if (!server.isUp()) {
                    settings.checkPorts(index);
                }
                servers.add(server);
            }
            LocalBroker local = new LocalBroker(settings, admin, servers);
            local.startMissing();
            return local;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write the brokers' settings into " + folder, e);
        }
    }

    /// Addresses for clients, `127.0.0.1:19092,…`.
    public String bootstrap() {
        return settings.clientPorts().stream()
                .map(port -> LocalSettings.HOST + ":" + port)
                .collect(Collectors.joining(","));
    }

    /// The administrator's key and certificate.
    public TransportFiles admin() {
        return admin;
    }

    /// Process ids of the brokers, in their order; this JVM's where they run inside it.
    public List<Long> pids() {
        return servers.stream().map(Server::pid).toList();
    }

    /// Ends one broker at once, as a crash would. Inside this JVM that can only be an orderly stop.
    ///
    /// @param index from 0
    public void kill(int index) {
        servers.get(index).kill();
    }

    /// Starts a broker that was killed, on its own data, and waits until all are up.
    public void restart(int index) {
        servers.get(index).start();
        awaitAll();
    }

    /// Stops all brokers; their data stays.
    @Override
    public void close() {
        together(servers, Server::stop);
    }

    private void startMissing() {
        List<Server> missing = servers.stream().filter(server -> !server.isUp()).toList();
        try {
            together(missing, Server::start);
            awaitAll();
        } catch (RuntimeException e) {
            together(missing, Server::stop);
            throw e;
        }
    }

    /// One broker of three alone agrees with nobody: neither a start nor a stop may wait for the one before.
    private static void together(List<Server> servers, Consumer<Server> work) {
        List<Thread> threads = servers.stream()
                .map(server -> Thread.ofPlatform().start(() -> work.accept(server)))
                .toList();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while brokers started or stopped", e);
        }
    }

    private void awaitAll() {
        long end = System.nanoTime() + START_MAX.toNanos();
        try (Broker broker = new Broker(bootstrap(), admin)) {
            while (true) {
                for (Server server : servers) {
                    server.check();
                }
                try {
                    if (broker.up() >= servers.size()) {
                        return;
                    }
                } catch (BrokerUnavailable e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Not all brokers were up after " + START_MAX.toSeconds()
                            + " seconds; their logs are in " + settings.folder());
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the brokers", e);
        }
    }
}
