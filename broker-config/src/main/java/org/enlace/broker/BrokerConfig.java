package org.enlace.broker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.enlace.directory.TrustedDirectories;

/// Brings a broker into line with the signed directory, or says where it is not.
///
/// `plan` lists what would change, `apply` changes it, `verify` lists what differs. Exit codes for scripts: 0 nothing
/// differs (any more), 2 something differs, 1 it could not be found out or done. Output is one line for each
/// difference. `publish-directory` puts the versions of the directory on its topic that are not there yet.
public final class BrokerConfig {
    static final int SAME = 0;
    static final int FAILED = 1;
    static final int DIFFERENT = 2;
    static final String LOGGING = "org/enlace/broker/logging.xml";

    private final Clock clock;
    private final Duration patience;
    private final PrintStream out;
    private final PrintStream errors;

    /// @param patience how long a broker that does not answer is asked
    BrokerConfig(Clock clock, Duration patience, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.patience = patience;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", LOGGING);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new BrokerConfig(Clock.systemUTC(), Broker.PATIENCE, out, errors).run(arguments));
    }

    int run(String... arguments) {
        try {
            Command command = Command.parse(arguments);
            TrustedDirectories directories =
                    DirectoryFiles.read(command.directory(), command.genesis(), clock.instant());
            Topology wanted = Topology.of(directories.current().content(), Settings.forBrokers(command.brokers()));
            try (Broker broker = new Broker(command.bootstrap(), command.files(), patience)) {
                return switch (command.verb()) {
                    case PLAN, VERIFY -> compare(broker, wanted);
                    case APPLY -> apply(broker, wanted);
                    case PUBLISH_DIRECTORY -> publish(command, directories);
                };
            }
        } catch (IllegalArgumentException | IllegalStateException | BrokerUnavailable e) {
            errors.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            errors.println("Cannot read the directory: " + e.getMessage());
            return FAILED;
        }
    }

    private int publish(Command command, TrustedDirectories directories) {
        List<Integer> published = new DirectoryTopic(command.bootstrap(), command.files()).publish(directories);
        published.forEach(version -> out.println("published version " + version));
        if (published.isEmpty()) {
            out.println("nothing differs");
        }
        return SAME;
    }

    private int compare(Broker broker, Topology wanted) {
        Plan plan = Plan.between(broker.found(), wanted);
        print(plan);
        return plan.isEmpty() ? SAME : DIFFERENT;
    }

    private int apply(Broker broker, Topology wanted) {
        Plan plan = Plan.between(broker.found(), wanted);
        plan.steps().forEach(out::println);
        broker.apply(plan);
        return compare(broker, wanted);
    }

    private void print(Plan plan) {
        plan.steps().forEach(out::println);
        plan.forPeople().forEach(line -> out.println("by hand: " + line));
        plan.remarks().forEach(line -> out.println("remark: " + line));
        int differences = plan.steps().size() + plan.forPeople().size();
        out.println(differences == 0 ? "nothing differs" : differences + " differences");
    }

    /// @param files who we are to the broker: its administrator
    /// @param brokers how many the cluster has when all are up
    record Command(Verb verb, String bootstrap, TransportFiles files, Path directory, String genesis, int brokers) {
        private static final String USAGE = """
                Usage: broker-config plan|apply|verify|publish-directory --bootstrap HOST:PORT[,…]
                           --own FILE --authority FILE --directory FOLDER --genesis FINGERPRINT [--brokers COUNT]
                  plan       lists what would change          exit code 0: nothing differs
                  apply      changes it, then verifies                  2: something differs
                  verify     lists what differs                         1: it could not be found out or done
                  publish-directory      puts versions of the directory on its topic that are not there yet
                  --own FILE             the administrator's key and certificate (PEM)
                  --authority FILE       the certificate authority of the network (PEM)
                  --directory FOLDER     the signed directory: 1.der, 2.der, …
                  --genesis FINGERPRINT  SHA-256 of its first version, in hex, as compared in person
                  --brokers COUNT        how many brokers the cluster has; 3 unless said""";

        static Command parse(String... arguments) {
            Options options = new Options(USAGE, arguments);
            Verb verb = options.verb(Verb.class);
            Command command = new Command(
                    verb,
                    options.text("--bootstrap"),
                    new TransportFiles(Path.of(options.text("--own")), Path.of(options.text("--authority"))),
                    Path.of(options.text("--directory")),
                    options.text("--genesis"),
                    options.number("--brokers", 3));
            options.nothingElse();
            return command;
        }
    }

    enum Verb {
        PLAN,
        APPLY,
        VERIFY,
        PUBLISH_DIRECTORY
    }
}
