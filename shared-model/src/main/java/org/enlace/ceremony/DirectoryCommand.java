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
import org.enlace.directory.CalendarChanges;
import org.enlace.directory.CalendarProposal;
import org.enlace.directory.DirectoryProposal;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.PrivateFiles;
import org.enlace.directory.SecretariatPassing;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TrustedDirectories;
import org.enlace.message.NodeId;

/// What an officer of the directory does with its next version: makes it of the calendar that a desk proposes,
/// reads one that somebody else made, signs it. Exit codes for scripts: 0 done, 1 refused, with the reason.
///
/// It signs calendars, and what passes the role of the Secretariat on, and nothing else: whoever signs must know what.
public final class DirectoryCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private final Clock clock;
    private final SecureRandom random;
    private final PrintStream out;
    private final PrintStream errors;

    DirectoryCommand(Clock clock, SecureRandom random, PrintStream out, PrintStream errors) {
        this.clock = clock;
        this.random = random;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new DirectoryCommand(Clock.systemUTC(), new SecureRandom(), out, errors).run(arguments));
    }

    int run(String... arguments) {
        try {
            DirectoryOptions options = new DirectoryOptions(arguments);
            switch (options.verb()) {
                case "propose-calendar" -> proposeCalendar(options);
                case "show" -> show(options);
                case "sign" -> sign(options);
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

    private void proposeCalendar(DirectoryOptions options) throws IOException {
        TrustedDirectories trusted = directory(options);
        Path file = options.path("--version");
        if (Files.exists(file)) {
            throw new IllegalArgumentException("There is a version already, which others may have signed: " + file);
        }
        CalendarProposal calendar = CalendarProposal.read(Files.readAllBytes(options.path("--proposal")));
        SigningKeys keys = keys(options);
        options.nothingElse();
        keep(file, CalendarChanges.proposed(trusted.current(), calendar, clock.instant()), keys, trusted);
    }

    private void show(DirectoryOptions options) throws IOException {
        TrustedDirectories trusted = directory(options);
        byte[] bytes = Files.readAllBytes(options.path("--version"));
        options.nothingElse();
        tell(DirectoryProposal.read(trusted.current(), bytes), trusted);
    }

    /// Nobody signs what they have not read: the fingerprint says of what `show` told them.
    private void sign(DirectoryOptions options) throws IOException {
        TrustedDirectories trusted = directory(options);
        Path file = options.path("--version");
        String told = options.text("--content");
        SigningKeys keys = keys(options);
        options.nothingElse();
        DirectoryProposal next = DirectoryProposal.read(trusted.current(), Files.readAllBytes(file));
        changes(next, trusted);
        if (!next.hash().equals(told)) {
            throw new IllegalArgumentException(
                    "This is another version than the one that you read; look at it again with show");
        }
        if (!clock.instant().isBefore(next.content().expiresAt())) {
            throw new IllegalArgumentException("This version has expired. Have a new one made");
        }
        keep(file, next, keys, trusted);
    }

    private void keep(Path file, DirectoryProposal next, SigningKeys keys, TrustedDirectories trusted) {
        DirectoryProposal signed = next.signedBy(keys, new DirectorySigner(random), clock.instant());
        PrivateFiles.write(file, signed.bytes());
        tell(signed, trusted);
    }

    private void tell(DirectoryProposal next, TrustedDirectories trusted) {
        List<String> changes = changes(next, trusted);
        out.println("Version " + next.content().version() + ", valid until "
                + next.content().expiresAt() + ", changes:");
        changes.forEach(change -> out.println("  " + change));
        out.println("Content " + next.hash());
        out.println("Signed by officers of "
                + (next.signers().isEmpty()
                        ? "nobody"
                        : next.signers().stream().sorted().map(NodeId::value).collect(Collectors.joining(", "))));
        out.println(standing(next, trusted));
    }

    /// In words; nothing that is not said here is different from the version before.
    ///
    /// @throws IllegalArgumentException if it is none of what is signed here
    private List<String> changes(DirectoryProposal next, TrustedDirectories trusted) {
        var before = trusted.current().content();
        var passing = SecretariatPassing.between(before, next.content());
        if (passing.isPresent()) {
            var against = SecretariatPassing.against(before, passing.get().to(), clock.instant());
            if (!against.isEmpty()) {
                throw new IllegalArgumentException(passing.get().to() + " cannot be the Secretariat: " + against);
            }
            var from = passing.get().from();
            return List.of("the Secretariat passes from " + (from == null ? "nobody" : from) + " to "
                    + passing.get().to());
        }
        var words = new ArrayList<String>();
        for (CalendarProposal change : CalendarChanges.between(before, next.content())
                .orElseThrow(() -> new IllegalArgumentException(
                        "This version changes more than calendars, or who is the Secretariat. It is not signed here"))
                .calendars()) {
            words.add(change.member() + " rests on "
                    + words(change.calendar().restDays().stream()
                            .map(DayOfWeek::name)
                            .toList()));
            words.add(change.member() + " has holidays on "
                    + words(change.calendar().holidays().stream()
                            .map(LocalDate::toString)
                            .toList()));
        }
        return words;
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

    private static SigningKeys keys(DirectoryOptions options) {
        char[] password = KeyFiles.password(options.path("--password-file"));
        return KeyFiles.load(options.path("--keys"), password).signing();
    }

    /// An officer looks at the whole chain, down to the version whose fingerprint was compared in person.
    private TrustedDirectories directory(DirectoryOptions options) throws IOException {
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
