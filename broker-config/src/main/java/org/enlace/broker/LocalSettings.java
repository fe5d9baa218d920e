package org.enlace.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/// The settings files of a [LocalBroker]: written once, so that a folder keeps its ports.
record LocalSettings(Path folder, List<Path> files, List<Integer> clientPorts) {
    static final String HOST = "127.0.0.1";

    LocalSettings {
        files = List.copyOf(files);
        clientPorts = List.copyOf(clientPorts);
    }

    static LocalSettings in(Path folder, TransportFiles broker, int brokers) throws IOException {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("One broker or three, not " + brokers);
        }
        List<Path> files = IntStream.rangeClosed(1, brokers)
                .mapToObj(id -> folder.resolve("broker-" + id + ".properties"))
                .toList();
        if (!Files.exists(files.getFirst())) {
            write(folder, files, broker);
        }
        List<Integer> ports = new ArrayList<>();
        for (Path file : files) {
            ports.add(Integer.valueOf(
                    read(file).getProperty("advertised.listeners").replaceFirst(".*:", "")));
        }
        return new LocalSettings(folder, files, ports);
    }

    /// @throws IllegalStateException if another program listens where this broker would
    void checkPorts(int index) throws IOException {
        for (String listener : read(files.get(index)).getProperty("listeners").split(",", -1)) {
            int port = Integer.parseInt(listener.replaceFirst(".*:", ""));
            try (ServerSocket free = new ServerSocket()) {
                free.setReuseAddress(true);
                free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (BindException e) {
                throw new IllegalStateException("Port " + port + " is taken by another program", e);
            }
        }
    }

    static Properties read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties values = new Properties();
            values.load(reader);
            return values;
        }
    }

    private static void write(Path folder, List<Path> files, TransportFiles broker) throws IOException {
        List<Integer> ports = freePorts(files.size() * 2);
        String voters = IntStream.rangeClosed(1, files.size())
                .mapToObj(id -> id + "@" + HOST + ":" + ports.get(files.size() + id - 1))
                .collect(Collectors.joining(","));
        String cluster = Uuid.randomUuid().toString();
        // The first file is the sign that all were written, so it comes last.
        for (int index = files.size() - 1; index >= 0; index--) {
            Properties values = settings(files.size(), broker);
            values.put("node.id", Integer.toString(index + 1));
            values.put("controller.quorum.voters", voters);
            String client = "CLIENT://" + HOST + ":" + ports.get(index);
            values.put("listeners", client + ",CONTROLLER://" + HOST + ":" + ports.get(files.size() + index));
            values.put("advertised.listeners", client);
            values.put("log.dirs", folder.resolve("broker-" + (index + 1)).toString());
            Path draft = folder.resolve("broker.properties.draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                values.store(writer, null);
            }
            format(draft, cluster);
            Files.move(draft, files.get(index));
        }
    }

    private static Properties settings(int brokers, TransportFiles broker) {
        Properties values = broker.tls();
        String replicas = Integer.toString(brokers);
        String inSync = brokers == 3 ? "2" : "1";
        values.put("process.roles", "broker,controller");
        values.put("inter.broker.listener.name", "CLIENT");
        values.put("controller.listener.names", "CONTROLLER");
        values.put("listener.security.protocol.map", "CLIENT:SSL,CONTROLLER:SSL");
        values.put("ssl.client.auth", "required");
        values.put("ssl.principal.mapping.rules", Principals.RULES);
        values.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        values.put("allow.everyone.if.no.acl.found", "false");
        values.put(
                "super.users",
                Principals.INFRASTRUCTURE.stream()
                        .sorted()
                        .map(name -> "User:" + name)
                        .collect(Collectors.joining(";")));
        values.put("auto.create.topics.enable", "false");
        values.put("unclean.leader.election.enable", "false");
        values.put("default.replication.factor", replicas);
        values.put("min.insync.replicas", inSync);
        values.put("offsets.topic.replication.factor", replicas);
        values.put("offsets.topic.num.partitions", "6");
        values.put("transaction.state.log.replication.factor", replicas);
        values.put("transaction.state.log.min.isr", inSync);
        values.put("transaction.state.log.num.partitions", "6");
        values.put("share.coordinator.state.topic.replication.factor", replicas);
        values.put("share.coordinator.state.topic.min.isr", inSync);
        values.put("group.initial.rebalance.delay.ms", "0");
        values.put("log.cleaner.dedupe.buffer.size", "4194304");
        // A copy must be able to follow the longest record that a topic takes, and a request to carry it.
        values.put("replica.fetch.max.bytes", Integer.toString(Settings.RECORD_BYTES_MAX + 64 * 1024));
        values.put("socket.request.max.bytes", Integer.toString(16 * 1024 * 1024));
        // Started again after it was killed, a broker waits until the session of the one before has ended.
        values.put("broker.session.timeout.ms", "3000");
        values.put("broker.heartbeat.interval.ms", "500");
        if (brokers == 3) {
            // All stop at once: the last would wait in vain for the leave of a majority that has gone.
            values.put("controlled.shutdown.enable", "false");
            values.put("controller.quorum.election.timeout.ms", "500");
            values.put("controller.quorum.fetch.timeout.ms", "1000");
        }
        return values;
    }

    private static void format(Path properties, String cluster) {
        var said = new ByteArrayOutputStream();
        int code = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", cluster, "-c", properties.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(
                    "Cannot prepare a broker's folder: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
