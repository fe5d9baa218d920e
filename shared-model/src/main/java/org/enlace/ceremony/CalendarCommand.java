package org.enlace.ceremony;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.directory.CalendarProposal;
import org.enlace.directory.CalendarVersion;
import org.enlace.directory.Directory;
import org.enlace.directory.DirectoryProposal;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.PrivateFiles;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;

/// What an officer of the directory does with the calendar that a desk proposes: makes the next version and signs it,
/// reads one that another officer made, signs that. Exit codes for scripts: 0 done, 1 refused, with the reason.
public final class CalendarCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private final Clock clock;
    private final SecureRandom random;
    private final PrintStream out;
    private final PrintStream errors;

    CalendarCommand(Clock clock, SecureRandom random, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.random = random;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CalendarCommand(Clock.systemUTC(), new SecureRandom(), out, errors).run(arguments));
    }

    int run(String... arguments) {
        try {
            CalendarOptions options = new CalendarOptions(arguments);
            TrustedDirectories trusted = directory(options);
            switch (options.verb()) {
                case "propose" -> propose(options, trusted);
                case "show" -> tell(read(options, trusted), trusted);
                case "sign" -> sign(options, trusted);
                default -> throw options.wrong("There is no " + options.verb() + ".");
            }
            return DONE;
        } catch (IllegalArgumentException | IllegalStateException e) {
            errors.println(e.getMessage());
            return REFUSED;
        } catch (IOException e) {
            errors.println("Cannot be read or written: " + e.getMessage());
            return REFUSED;
        }
    }

    private void propose(CalendarOptions options, TrustedDirectories trusted) throws IOException {
        Path file = options.path("--version");
        if (Files.exists(file)) {
            throw new IllegalArgumentException("There is a version already, which others may have signed: " + file);
        }
        CalendarProposal proposal = CalendarProposal.read(Files.readAllBytes(options.path("--proposal")));
        SigningKeys keys = keys(options);
        options.nothingElse();
        keep(
                file,
                CalendarVersion.propose(
                        trusted.current(), proposal, keys, new DirectorySigner(random), clock.instant()),
                trusted);
    }

    /// Nobody signs what they have not read: the fingerprint says of what `show` told them.
    private void sign(CalendarOptions options, TrustedDirectories trusted) throws IOException {
        Path file = options.path("--version");
        String told = options.text("--content");
        SigningKeys keys = keys(options);
        options.nothingElse();
        CalendarVersion version = CalendarVersion.read(trusted.current(), Files.readAllBytes(file));
        if (!version.proposal().hash().equals(told)) {
            throw new IllegalArgumentException(
                    "This is another version than the one that you read; look at it again with show");
        }
        keep(file, version.cosigned(keys, new DirectorySigner(random), clock.instant()), trusted);
    }

    private static CalendarVersion read(CalendarOptions options, TrustedDirectories trusted) throws IOException {
        byte[] bytes = Files.readAllBytes(options.path("--version"));
        options.nothingElse();
        return CalendarVersion.read(trusted.current(), bytes);
    }

    private void keep(Path file, CalendarVersion version, TrustedDirectories trusted) {
        PrivateFiles.write(file, version.proposal().bytes());
        tell(version, trusted);
    }

    private void tell(CalendarVersion version, TrustedDirectories trusted) {
        Directory next = version.proposal().content();
        out.println("Version " + next.version() + ", valid until " + next.expiresAt() + ", changes:");
        for (CalendarProposal change : version.changes()) {
            out.println("  " + change.member() + " rests on "
                    + words(change.calendar().restDays().stream()
                            .map(DayOfWeek::name)
                            .toList()));
            out.println("  " + change.member() + " has holidays on "
                    + words(change.calendar().holidays().stream()
                            .map(LocalDate::toString)
                            .toList()));
        }
        out.println("Content " + version.proposal().hash());
        out.println("Signed by officers of "
                + version.proposal().signers().stream()
                        .sorted()
                        .map(NodeId::value)
                        .collect(Collectors.joining(", ")));
        out.println(standing(version.proposal(), trusted));
    }

    private String standing(DirectoryProposal next, TrustedDirectories trusted) {
        if (next.missing() > 0) {
            return "Needs officers of " + next.missing() + (next.missing() == 1 ? " more member" : " more members");
        }
        return switch (new DirectoryVerifier().accept(trusted, List.of(next.bytes()), clock.instant())) {
            case DirectoryVerdict.Accepted _ ->
                "Complete: put it into the directory folder as "
                        + next.content().version() + ".der and run broker-config publish-directory";
            case DirectoryVerdict.Rejected(var why, int _) -> "Every member would refuse it now: " + why;
        };
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "no day" : String.join(", ", words);
    }

    private static SigningKeys keys(CalendarOptions options) {
        char[] password = KeyFiles.password(options.path("--password-file"));
        return KeyFiles.load(options.path("--keys"), password).signing();
    }

    private TrustedDirectories directory(CalendarOptions options) throws IOException {
        Path folder = options.path("--directory");
        List<byte[]> versions = new ArrayList<>();
        for (Path file = folder.resolve("1.der");
                Files.exists(file);
                file = folder.resolve(versions.size() + 1 + ".der")) {
            versions.add(Files.readAllBytes(file));
        }
        return switch (new DirectoryVerifier().reload(options.text("--genesis"), versions, clock.instant())) {
            case DirectoryVerdict.Accepted(var directories) -> directories;
            case DirectoryVerdict.Rejected(var why, int position) ->
                throw new IllegalStateException(
                        "Version " + (position + 1) + " of the directory does not verify: " + why);
        };
    }
}
