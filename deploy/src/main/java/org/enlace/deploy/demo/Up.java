package org.enlace.deploy.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enlace.broker.Broker;
import org.enlace.broker.BrokerUnavailable;
import org.enlace.broker.DirectoryTopic;
import org.enlace.broker.LocalBroker;
import org.enlace.broker.Plan;
import org.enlace.broker.Settings;
import org.enlace.broker.Topology;
import org.enlace.directory.Directory;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;

/// Starts a demo: makes what is missing, starts what is not running.
final class Up {
    private static final List<NodeId> USUAL = List.of(new NodeId("GT"), new NodeId("HN"), new NodeId("MX"));
    private static final int USUAL_PORT = 8443;
    private static final int HEALTH_AFTER = 200;

    private final DemoFolder folder;
    private final Jvms jvms;
    private final Progress progress;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Up(DemoFolder folder, Jvms jvms, Progress progress, Clock clock) {
        this.folder = folder;
        this.jvms = jvms;
        this.progress = progress;
        this.clock = clock;
    }

    /// @return the directory of the network that is now up
    Directory run(Words words) {
        boolean fresh = !folder.exists();
        Layout layout = fresh ? layout(words) : sameAs(words);
        if (!fresh && everything(layout).stream().allMatch(this::isUp)) {
            throw new Stop("The demo is already running: "
                    + layout.address(layout.nodes().getFirst()) + " and so on; deploy/demo status shows all of it.");
        }
        checkPorts(layout);
        Jvm jvm = jvms.jvm();
        if (fresh) {
            folder.create(layout);
        }
        make(layout);
        TrustedDirectories directories = DemoDirectory.read(folder, clock.instant());
        Directory directory = directories.current().content();
        if (layout.database() == Database.POSTGRES) {
            progress.step("Starting PostgreSQL", () -> new Postgres(folder, layout, random).start());
        }
        progress.step(layout.brokers() == 1 ? "Starting the broker" : "Starting three brokers", () -> {
            Thread users = Thread.ofPlatform().start(() -> writeUsers(layout, directory));
            startBrokers(layout, directories, jvm);
            join(users);
        });
        progress.step("Starting " + names(layout), () -> startNodes(layout, jvm));
        return directory;
    }

    private Layout layout(Words words) {
        List<NodeId> nodes = words.nodes().orElse(USUAL);
        int first = words.port().orElse(USUAL_PORT);
        List<Integer> free = first == 0 ? Ports.free(nodes.size() * 2) : List.of();
        Map<NodeId, Integer> consoles = new TreeMap<>();
        Map<NodeId, Integer> health = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            consoles.put(nodes.get(i), first == 0 ? free.get(i) : first + i);
            health.put(nodes.get(i), first == 0 ? free.get(nodes.size() + i) : first + HEALTH_AFTER + i);
        }
        Database database = words.database().orElse(Database.H2);
        int databasePort = database == Database.POSTGRES ? Ports.free(1).getFirst() : 0;
        return new Layout(
                nodes,
                words.brokers().orElse(1),
                database,
                words.profile().orElse(Profile.DEMO),
                consoles,
                health,
                databasePort);
    }

    /// What was decided when the folder was made stays; who asks for something else is told so.
    private Layout sameAs(Words words) {
        Layout layout = folder.layout();
        boolean same = words.nodes().map(layout.nodes()::equals).orElse(true)
                && words.brokers().map(count -> count == layout.brokers()).orElse(true)
                && words.database()
                        .map(database -> database == layout.database())
                        .orElse(true)
                && words.profile().map(profile -> profile == layout.profile()).orElse(true)
                && words.port()
                        .map(port -> port == 0
                                || port == layout.console(layout.nodes().getFirst()))
                        .orElse(true);
        if (!same) {
            throw new Stop("The demo in " + folder.path() + " was made with other options (" + names(layout)
                    + "); take another folder with --dir, or delete it with deploy/demo reset.");
        }
        return layout;
    }

    private void checkPorts(Layout layout) {
        for (NodeId node : layout.nodes()) {
            for (int port : List.of(layout.console(node), layout.health(node))) {
                if (!isUp(node.value()) && !Ports.isFree(port)) {
                    throw new Stop("Port " + port + ", which " + node
                            + " needs, is taken by another program; choose other ports with --port.");
                }
            }
        }
    }

    private void make(Layout layout) {
        if (!Files.exists(folder.network())) {
            progress.step("Making keys, certificates and the signed directory", () -> {
                // One of them takes in the statistics of all, as the directory of a real network names one.
                TrialNetwork network = TrialNetwork.create(
                        enrolled(layout),
                        Optional.of(layout.nodes().getLast()),
                        layout.profile().topics(),
                        random,
                        clock);
                folder.makeWhole(folder.network(), new TrialFolder(network)::write);
            });
        }
        if (!Files.exists(folder.signIns())) {
            new SignIns(folder, random).make(layout.nodes());
        }
    }

    /// A network has two members at least: beside one node alone there is one that has keys and no node.
    private static List<NodeId> enrolled(Layout layout) {
        List<NodeId> members = new ArrayList<>(layout.nodes());
        USUAL.stream()
                .filter(code -> members.size() < 2 && !members.contains(code))
                .forEach(members::add);
        return members;
    }

    private void startBrokers(Layout layout, TrustedDirectories directories, Jvm jvm) {
        Directory directory = directories.current().content();
        LocalBroker local = localBroker(layout, jvm);
        for (int index = 0; index < layout.brokers(); index++) {
            ProcessHandle process = ProcessHandle.of(local.pids().get(index)).orElseThrow();
            folder.add(
                    Running.of(broker(index), "java", process, folder.broker().resolve(broker(index) + ".log")));
        }
        try (Broker broker = new Broker(local.bootstrap(), local.admin())) {
            broker.apply(Plan.between(broker.found(), Topology.of(directory, Settings.forBrokers(layout.brokers()))));
        }
        new DirectoryTopic(local.bootstrap(), local.admin()).publish(directories);
        NodeFiles files = new NodeFiles(folder, layout);
        for (NodeId node : layout.nodes()) {
            files.write(node, directory.member(node).orElseThrow().contact(), local.bootstrap());
        }
    }

    /// Left running on purpose: only "down" ends it.
    private LocalBroker localBroker(Layout layout, Jvm jvm) {
        Map<Integer, ProcessHandle> up = new HashMap<>();
        for (int index = 0; index < layout.brokers(); index++) {
            int broker = index;
            folder.process(broker(index)).flatMap(Running::process).ifPresent(process -> up.put(broker, process));
        }
        try {
            return LocalBroker.startProcesses(
                    folder.broker(), folder.network(), layout.brokers(), jvm.broker(layout.profile()), up);
        } catch (BrokerUnavailable | IllegalStateException e) {
            if (!jvm.prepared()) {
                throw e;
            }
            return localBroker(layout, unprepared(jvm));
        }
    }

    private Jvm unprepared(Jvm jvm) {
        jvms.forget();
        progress.note("What was prepared for quick starts does not run here; starting without it");
        return jvm.unprepared();
    }

    private void writeUsers(Layout layout, Directory directory) {
        SignIns signIns = new SignIns(folder, random);
        for (NodeId node : layout.nodes()) {
            if (!Files.exists(folder.users(node))) {
                signIns.writeUsers(
                        node,
                        NodeFiles.language(directory.member(node).orElseThrow().contact()));
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted.", e);
        }
    }

    private void startNodes(Layout layout, Jvm jvm) {
        List<NodeId> started = new ArrayList<>();
        for (NodeId node : layout.nodes()) {
            if (!isUp(node.value())) {
                startNode(layout, node, jvm);
                started.add(node);
            }
        }
        for (NodeId node : started) {
            awaitReady(layout, node, jvm);
            progress.note(node + " is ready at " + layout.address(node));
        }
    }

    private void awaitReady(Layout layout, NodeId node, Jvm jvm) {
        Readiness readiness = new Readiness();
        try {
            readiness.await(folder.process(node.value()).orElseThrow(), layout.health(node));
        } catch (Stop e) {
            if (!jvm.prepared() || isUp(node.value())) {
                throw e;
            }
            startNode(layout, node, unprepared(jvm));
            readiness.await(folder.process(node.value()).orElseThrow(), layout.health(node));
        }
    }

    private void startNode(Layout layout, NodeId node, Jvm jvm) {
        Path log = folder.node(node).resolve("node.log");
        List<String> command = new ArrayList<>(jvm.nodeCommand(layout.profile()));
        command.add("--spring.config.additional-location=file:" + new NodeFiles(folder, layout).settings(node));
        folder.add(Running.start(node.value(), "java", command, folder.node(node), log));
    }

    private boolean isUp(String name) {
        return folder.process(name).map(Running::isUp).orElse(false);
    }

    static List<String> everything(Layout layout) {
        List<String> names = new ArrayList<>();
        if (layout.database() == Database.POSTGRES) {
            names.add(Postgres.NAME);
        }
        for (int index = 0; index < layout.brokers(); index++) {
            names.add(broker(index));
        }
        layout.nodes().forEach(node -> names.add(node.value()));
        return names;
    }

    static String broker(int index) {
        return "broker-" + (index + 1);
    }

    private static String names(Layout layout) {
        return String.join(", ", layout.nodes().stream().map(NodeId::value).toList());
    }
}
