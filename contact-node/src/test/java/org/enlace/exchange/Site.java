package org.enlace.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.enlace.broker.Broker;
import org.enlace.broker.DirectoryTopic;
import org.enlace.broker.LocalBroker;
import org.enlace.broker.Plan;
import org.enlace.broker.Settings;
import org.enlace.broker.Topology;
import org.enlace.broker.TransportFiles;
import org.enlace.database.H2;
import org.enlace.database.Postgres;
import org.enlace.directory.PrivateFiles;
import org.enlace.message.NodeId;
import org.enlace.scratch.Scratch;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;

/// A whole network in a folder that is deleted in the end: keys, directory and a running broker with its access rules.
final class Site implements AutoCloseable {
    static final NodeId GT = new NodeId("GT");
    static final NodeId MX = new NodeId("MX");
    static final NodeId SV = new NodeId("SV");

    private final Path folder;
    private final LocalBroker broker;
    private TrialNetwork network;

    private Site(Path folder, TrialNetwork network, LocalBroker broker) {
        this.folder = folder;
        this.network = network;
        this.broker = broker;
    }

    static Site open() {
        return open(1);
    }

    /// @param brokers 1 or 3; each topic has one copy
    static Site open(int brokers) {
        return open(brokers, GT, MX, SV);
    }

    static Site open(NodeId... members) {
        return open(1, members);
    }

    private static Site open(int brokers, NodeId... members) {
        Path folder = Scratch.folder("exchange");
        TrialNetwork network =
                TrialNetwork.create(List.of(members), TopicNames.OPAQUE, new SecureRandom(), Clock.systemUTC());
        Path files = folder.resolve("network");
        new TrialFolder(network).write(files);
        LocalBroker broker = LocalBroker.start(folder.resolve("broker"), files, brokers);
        Site site = new Site(folder, network, broker);
        site.configureBroker();
        return site;
    }

    TrialNetwork network() {
        return network;
    }

    /// The same network with one more version of its directory, in the folder of its nodes.
    void move(UnaryOperator<TrialNetwork> change) {
        network = change.apply(network);
        var newest = network.directories().current();
        PrivateFiles.write(files().resolve("directory").resolve(newest.version() + ".der"), newest.bytes());
    }

    /// The same network with more versions of its directory; nobody is told.
    void network(TrialNetwork next) {
        network = next;
    }

    /// Brings topics and access rules into line with the newest version, as the broker's operator does.
    void configureBroker() {
        Topology wanted = Topology.of(network.directory(), Settings.forBrokers(1));
        try (Broker admin = new Broker(broker.bootstrap(), broker.admin())) {
            admin.apply(Plan.between(admin.found(), wanted));
        }
    }

    /// Puts the newest versions on the directory's topic, as the broker's operator does.
    void publishDirectory() {
        new DirectoryTopic(broker.bootstrap(), broker.admin()).publish(network.directories());
    }

    /// The file in which the broker keeps the records of a topic.
    Path log(String topic) {
        try (var paths = Files.walk(folder.resolve("broker"))) {
            return paths.filter(path -> path.endsWith(Path.of(topic + "-0", "00000000000000000000.log")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the administrator of the broker connects with.
    Properties administrator() {
        Properties client = broker.admin().client();
        client.put("bootstrap.servers", broker.bootstrap());
        return client;
    }

    /// All files of the network as it is now, in a new folder.
    Path written() {
        Path now = folder("later").resolve("network");
        new TrialFolder(network).write(now);
        return now;
    }

    LocalBroker broker() {
        return broker;
    }

    Path files() {
        return folder.resolve("network");
    }

    /// A new folder.
    Path folder(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Settings for a new H2 database.
    String[] h2() {
        return new String[] {"spring.datasource.url=" + H2.inFile(folder("h2").resolve("node"), "LOCK_TIMEOUT=10000")};
    }

    /// Settings for a new PostgreSQL database.
    String[] postgres() {
        return new String[] {
            "spring.datasource.url=" + Postgres.database(), "spring.datasource.hikari.maximum-pool-size=10"
        };
    }

    ExchangeNode.Running start(NodeId code, String... database) {
        return start(code, files(), folder("storage"), database);
    }

    /// @param files of the network, such as [#written]
    /// @param storage folder of the storage key
    ExchangeNode.Running start(NodeId code, Path files, Path storage, String... database) {
        return ExchangeNode.start(code, files, storage, network.genesisHash(), broker.bootstrap(), database);
    }

    /// How the member connects to the broker.
    Properties client(NodeId code) {
        Properties client = new TransportFiles(
                        files().resolve(code.value()).resolve("transport.pem"), files().resolve("ca.pem"))
                .client();
        client.put("bootstrap.servers", broker.bootstrap());
        return client;
    }

    @Override
    public void close() throws IOException {
        broker.close();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
