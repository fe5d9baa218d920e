package org.enlace.deploy.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.enlace.broker.Broker;
import org.enlace.broker.BrokerJvm;
import org.enlace.broker.LocalBroker;
import org.enlace.broker.Plan;
import org.enlace.broker.Settings;
import org.enlace.broker.Topology;
import org.enlace.deploy.benchmark.Options.Measured;
import org.enlace.deploy.client.NodeClient;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;

/// The command: measures, prints a table, writes JSON. Exit code 0 if everything could be measured, whether or not the
/// goals were met, else 1; a machine that is busy with other things misses goals without meaning anything.
public final class Benchmark {
    private static final int ALERTS_PER_SECOND = 20;
    /// About one sealed alert for one recipient.
    private static final int RECORD_BYTES = 12 * 1024;

    private static final int KAFKA_RECORDS = 10_000;
    private static final String FROM = "GT";
    private static final String TO = "SV";

    private final Options options;
    private final PrintStream out;
    private final Report report;
    private boolean complete = true;

    private Benchmark(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.report = new Report(clock.instant());
    }

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help")) {
            out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(List.of(words));
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.println(Options.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new Benchmark(options, out, Clock.systemUTC()).run() ? 0 : 1);
    }

    /// @return whether everything could be measured
    private boolean run() throws Exception {
        Path folder = Files.createTempDirectory("enlace-benchmark");
        try {
            if (options.measured().contains(Measured.PARTS)) {
                out.println("Bare cryptography, seal and open ...");
                report.add(new SealAndOpen(options.each()).run(report));
                out.println("Bare Kafka ...");
                report.add(rawKafka(folder.resolve("kafka")));
            }
            if (options.measured().contains(Measured.NETWORK)) {
                report.add(wholeNetwork(folder.resolve("demo")));
                report.addRatios();
            }
            report.condition("load at end", Report.load());
            out.println();
            report.print(out);
            if (options.json().isPresent()) {
                Files.write(options.json().get(), report.json());
            }
            return complete;
        } finally {
            if (complete) {
                delete(folder);
            } else {
                out.println("Files and logs are kept in " + folder + "; remove them when you have looked.");
            }
        }
    }

    private List<Figure> rawKafka(Path folder) throws Exception {
        Path network = folder.resolve("network");
        Files.createDirectories(folder);
        TrialNetwork trial = TrialNetwork.create(
                List.of(new NodeId(FROM), new NodeId(TO)), TopicNames.OPAQUE, new SecureRandom(), Clock.systemUTC());
        new TrialFolder(trial).write(network);
        String topic = trial.directory()
                .member(new NodeId(FROM))
                .orElseThrow()
                .topics()
                .getOrDefault(TopicSubject.CASES, "");
        try (LocalBroker local =
                LocalBroker.startProcesses(folder.resolve("broker"), network, options.brokers(), BrokerJvm.small())) {
            try (Broker broker = new Broker(local.bootstrap(), local.admin())) {
                Topology wanted = Topology.of(trial.directory(), Settings.forBrokers(options.brokers()));
                broker.apply(Plan.between(broker.found(), wanted));
            }
            RawKafka kafka = new RawKafka(local.bootstrap(), network, FROM, TO, topic, RECORD_BYTES);
            kafka.latencies(ALERTS_PER_SECOND, options.each());
            Latencies latencies = kafka.latencies(ALERTS_PER_SECOND, options.duration());
            kafka.perSecond(KAFKA_RECORDS);
            double perSecond = kafka.perSecond(KAFKA_RECORDS);
            return List.of(
                    Figure.plain("kafka.p50", "Bare Kafka, produce to consume, p50", latencies.medianMillis(), "ms"),
                    Figure.plain("kafka.p99", "Bare Kafka, produce to consume, p99", latencies.p99Millis(), "ms"),
                    Figure.plain("kafka.throughput", "Bare Kafka, one writer, one reader", perSecond, "records/s"));
        }
    }

    private List<Figure> wholeNetwork(Path folder) throws Exception {
        out.println("Starting a network of two nodes ...");
        try (DemoNetwork demo = DemoNetwork.start(options.root(), folder, FROM + "," + TO, options)) {
            NodeClient sender = demo.client(FROM, "INVESTIGATOR");
            OnDuty.begin(demo.client(TO, "SUPERVISOR"));
            EndToEnd network = new EndToEnd(sender, demo.client(TO, "DUTY"), TO);
            measure("Warming up", () -> network.warmUp(options.warmUp()));
            measure(
                    "Alerts at " + ALERTS_PER_SECOND + " a second",
                    () -> network.latency(ALERTS_PER_SECOND, options.duration()));
            measure("As many as go", () -> network.throughput(options.duration()));
            if (!complete) {
                demo.keepFiles();
            }
            return List.of(
                    Figure.atMost(
                            400, "node.memory", "Memory of the sending node", demo.residentMebibytes(FROM), "MiB"),
                    Figure.atMost(
                            400, "partner.memory", "Memory of the receiving node", demo.residentMebibytes(TO), "MiB"));
        }
    }

    /// What cannot be measured is said and takes nothing from the rest.
    private void measure(String what, Callable<List<Figure>> measurement) throws InterruptedException {
        out.println(what + " ...");
        try {
            report.add(measurement.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            complete = false;
            out.println("  not measured: " + e.getMessage() + (e.getCause() == null ? "" : "; " + e.getCause()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
