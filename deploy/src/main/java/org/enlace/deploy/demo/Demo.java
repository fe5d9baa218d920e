package org.enlace.deploy.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.enlace.broker.BrokerUnavailable;
import org.enlace.directory.Directory;
import org.slf4j.LoggerFactory;

/// The demo's command line. Exit codes: 0 done, 1 not done and one sentence says why, 3 not (all) running, 4
/// running but the scenario was not played to its end.
public final class Demo {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_RUNNING = 3;
    private static final int NOT_PLAYED = 4;

    private final Path usualFolder;
    private final Function<Progress, Jvms> build;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    Demo(Path usualFolder, Function<Progress, Jvms> build, Clock clock, PrintStream out, PrintStream errors) {
        this.usualFolder = usualFolder;
        this.build = build;
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    /// `enlace.root` is the folder of the whole project.
    public static void main(String[] words) {
        System.setProperty("logback.configurationFile", "org/enlace/deploy/demo/logging.xml");
        // Set up once here: threads that come to it together make it complain.
        LoggerFactory.getILoggerFactory();
        Path root =
                Path.of(System.getProperty("enlace.root", "")).toAbsolutePath().normalize();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Clock clock = Clock.systemUTC();
        Demo demo = new Demo(
                root.resolve(".demo"),
                progress -> new Build(root, progress, (folder, jvm) -> rehearse(folder, jvm, clock)),
                clock,
                out,
                errors);
        System.exit(demo.run(words));
    }

    /// One node is enough for its classes and the broker's.
    private static void rehearse(Path folder, Jvm recording, Clock clock) {
        DemoFolder rehearsal = new DemoFolder(folder);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            new Up(rehearsal, () -> recording, silent, clock)
                    .run(Words.parse(folder, "up", "--nodes", "GT", "--port", "0"));
        } finally {
            new Down(rehearsal).runAtOnce();
        }
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
        Directory directory = new Up(folder, build.apply(progress), progress, clock).run(said);
        List<SignIn> signIns = new SignIns(folder, new SecureRandom()).all();
        int code = DONE;
        boolean played = false;
        try {
            played = said.scenario() && new Scenario(folder, directory, signIns, progress, clock).play();
        } catch (Stop e) {
            errors.println(e.getMessage());
            code = NOT_PLAYED;
        }
        Report report = new Report(out);
        report.blank();
        report.doors(folder.layout(), signIns);
        report.blank();
        report.firstSteps(folder.layout(), played);
        return code;
    }

    private int down(DemoFolder folder) {
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
