package org.enlace.ceremony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.directory.DirectoryProposal;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.PrivateFiles;
import org.enlace.directory.SecretariatPassing;
import org.enlace.directory.SignedDirectory;
import org.jspecify.annotations.Nullable;

/// Command with which an officer looks at a proposed version of the directory, and signs it:
///
/// ```
/// --directory FOLDER --genesis HASH --proposal FILE [--keys GT.p12 --password GT.password --out FILE]
/// ```
///
/// It signs what passes the role of the Secretariat on, and nothing else: whoever signs must know what.
public final class SignDirectory {
    private static final Set<String> OPTIONS =
            Set.of("--directory", "--genesis", "--proposal", "--keys", "--password", "--out");

    private final Clock clock;
    private final SecureRandom random;

    SignDirectory(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public static void main(String[] arguments) {
        try {
            new SignDirectory(Clock.systemUTC(), new SecureRandom())
                    .run(List.of(arguments))
                    .forEach(System.out::println);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /// @return what to tell the officer
    List<String> run(List<String> arguments) {
        Map<String, String> options = options(arguments);
        SignedDirectory current = current(Path.of(required(options, "--directory")), required(options, "--genesis"));
        DirectoryProposal proposal = DirectoryProposal.read(current, read(Path.of(required(options, "--proposal"))));
        SecretariatPassing passing = SecretariatPassing.between(current.content(), proposal.content())
                .orElseThrow(() -> new IllegalArgumentException(
                        "This version changes something else than who is the Secretariat. It is not signed here"));
        if (!SecretariatPassing.against(current.content(), passing.to(), clock.instant())
                .isEmpty()) {
            throw new IllegalArgumentException(passing.to() + " cannot be the Secretariat: "
                    + SecretariatPassing.against(current.content(), passing.to(), clock.instant()));
        }
        if (!clock.instant().isBefore(proposal.content().expiresAt())) {
            throw new IllegalArgumentException("This proposal has expired. Have a new one made");
        }
        List<String> said = new ArrayList<>(List.of(
                "Version " + proposal.content().version() + " of the directory, " + proposal.hash(),
                "The Secretariat passes from " + named(passing.from()) + " to " + passing.to()
                        + ". Nothing else changes"));
        if (options.containsKey("--keys")) {
            proposal = signed(proposal, options);
        }
        said.add("Signed by officers of: "
                + (proposal.signers().isEmpty() ? "nobody" : String.join(", ", codes(proposal))));
        said.add(
                proposal.missing() == 0
                        ? "Complete. Put it into the directory folder as "
                                + proposal.content().version() + ".der and publish it"
                        : "Still to sign: officers of " + proposal.missing() + " more members");
        return said;
    }

    private DirectoryProposal signed(DirectoryProposal proposal, Map<String, String> options) {
        char[] password = KeyFiles.password(Path.of(required(options, "--password")));
        Path out = Path.of(required(options, "--out"));
        DirectoryProposal signed = proposal.signedBy(
                KeyFiles.load(Path.of(required(options, "--keys")), password).signing(),
                new DirectorySigner(random),
                clock.instant());
        PrivateFiles.write(out, signed.bytes());
        return signed;
    }

    /// An officer looks at the whole chain, down to the version whose fingerprint was compared in person.
    private SignedDirectory current(Path folder, String genesis) {
        List<byte[]> versions = new ArrayList<>();
        for (Path file = folder.resolve("1.der");
                Files.exists(file);
                file = folder.resolve(versions.size() + 1 + ".der")) {
            versions.add(read(file));
        }
        return switch (new DirectoryVerifier().reload(genesis, versions, clock.instant())) {
            case DirectoryVerdict.Accepted(var directories) -> directories.current();
            case DirectoryVerdict.Rejected(var why, int position) ->
                throw new IllegalStateException(
                        "Version " + (position + 1) + " of the directory does not verify: " + why);
        };
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + file, e);
        }
    }

    private static List<String> codes(DirectoryProposal proposal) {
        return proposal.signers().stream().map(code -> code.value()).toList();
    }

    private static String named(@Nullable Object from) {
        return from == null ? "nobody" : from.toString();
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            boolean known = OPTIONS.contains(arguments.get(i));
            if (!known || i + 1 == arguments.size() || options.put(arguments.get(i), arguments.get(i + 1)) != null) {
                throw new IllegalArgumentException("Not understood: " + arguments.get(i));
            }
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Missing: " + name);
        }
        return value;
    }
}
