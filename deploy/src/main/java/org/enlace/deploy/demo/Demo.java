package org.enlace.deploy.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.enlace.broker.BrokerUnavailable;

/// The demo's command line. Exit codes: 0 done, 1 not done and one sentence says why, 3 not (all) running.
public final class Demo {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_RUNNING = 3;

    private final Path usualFolder;
    private final Supplier<Jvm> build;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    Demo(Path usualFolder, Supplier<Jvm> build, Clock clock, PrintStream out, PrintStream errors) {
        this.usualFolder = usualFolder;
        this.build = build;
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    /// `enlace.root` is the folder of the whole project.
    public static void main(String[] words) {
        System.setProperty("logback.configurationFile", "org/enlace/deploy/demo/logging.xml");
        Path root =
                Path.of(System.getProperty("enlace.root", "")).toAbsolutePath().normalize();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Build build = new Build(root);
        Demo demo = new Demo(root.resolve(".demo"), build::jvm, Clock.systemUTC(), out, errors);
        System.exit(demo.run(words));
    }

    int run(String... words) {
        try {
            Words said = Words.parse(usualFolder, words);
            DemoFolder folder = new DemoFolder(said.folder());
            return switch (said.verb()) {
                case UP -> up(said, folder);
                case DOWN -> down(folder);
                case STATUS -> status(said, folder);
                case RESET -> reset(folder);
                case HELP -> help();
            };
        } catch (Stop | BrokerUnavailable | IllegalStateException e) {
            errors.println(e.getMessage());
            return FAILED;
        }
    }

    private int up(Words said, DemoFolder folder) {
        Progress progress = new Progress(out);
        new Up(folder, build, progress, clock).run(said);
        List<SignIn> signIns = new SignIns(folder, new SecureRandom()).all();
        Layout layout = folder.layout();
        Report report = new Report(out);
        report.blank();
        report.parts(Status.of(folder, signIns));
        report.blank();
        report.signIns(signIns);
        report.blank();
        report.firstSteps(layout);
        return DONE;
    }

    private int down(DemoFolder folder) {
        if (folder.processes().stream().anyMatch(Running::isUp)) {
            out.println("Ending the network; the first time this also makes later starts quicker ...");
        }
        int ended = new Down(folder).run();
        out.println(ended == 0 ? "Nothing was running." : "Ended " + ended + " processes; deploy/demo up continues.");
        return DONE;
    }

    private int status(Words said, DemoFolder folder) {
        if (!folder.exists()) {
            out.println(said.json() ? "{\"running\":false}" : "There is no demo in " + folder.path() + ".");
            return NOT_RUNNING;
        }
        List<SignIn> signIns = new SignIns(folder, new SecureRandom()).all();
        Status status = Status.of(folder, signIns);
        if (said.json()) {
            out.println(folder.toJson(status));
        } else {
            Report report = new Report(out);
            report.parts(status);
            report.blank();
            report.signIns(signIns);
        }
        return status.running() ? DONE : NOT_RUNNING;
    }

    private int help() {
        out.println(Words.USAGE);
        return DONE;
    }

    private int reset(DemoFolder folder) {
        if (!folder.exists()) {
            throw new Stop("There is no demo in " + folder.path() + ".");
        }
        new Down(folder).run();
        folder.delete();
        out.println("Deleted " + folder.path() + ".");
        return DONE;
    }
}
