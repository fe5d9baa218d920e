package org.enlace.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.directory.DirectorySigner;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.Member;
import org.enlace.directory.SecretariatPassing;
import org.enlace.message.NodeId;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Officers pass a proposal from hand to hand, as files.
class SignDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId MX = new NodeId("MX");

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final TrialNetwork network =
            TrialNetwork.create(List.of(GT, new NodeId("SV"), MX), Optional.of(MX), TopicNames.OPAQUE, random, at(NOW));

    @Test
    void whatPassesTheSecretariatOnIsLookedAtSignedAndCompleteAndNothingElseIsSigned() throws IOException {
        Path disk = folder.resolve("network");
        new TrialFolder(network).write(disk);
        Path proposal = folder.resolve("2.json");
        Files.write(
                proposal,
                SecretariatPassing.proposed(network.directories().current(), GT, NOW)
                        .bytes());

        assertThat(run(NOW, proposal))
                .anyMatch(line -> line.contains("from MX to GT. Nothing else changes"))
                .contains("Signed by officers of: nobody")
                .anyMatch(line -> line.startsWith("Still to sign"));
        assertThatThrownBy(() -> run(
                        NOW,
                        proposal,
                        "--keys",
                        own(disk, "GT/keys.p12"),
                        "--password",
                        own(disk, "GT/keys.password"),
                        "--out",
                        folder.resolve("x").toString()))
                .hasMessageContaining("not those of an officer");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(NOW.plus(Duration.ofDays(30)), proposal))
                .withMessageContaining("expired");

        Path at = proposal;
        List<String> said = List.of();
        for (var officer : network.officers()) {
            Path next = folder.resolve("2." + officer.member());
            said = run(
                    NOW,
                    at,
                    "--keys",
                    own(disk, "officers/" + officer.member() + ".p12"),
                    "--password",
                    own(disk, "officers/" + officer.member() + ".password"),
                    "--out",
                    next.toString());
            at = next;
        }

        assertThat(said).anyMatch(line -> line.startsWith("Complete. Put it into the directory folder as 2.der"));
        assertThat(new DirectoryVerifier().accept(network.directories(), List.of(Files.readAllBytes(at)), NOW))
                .isInstanceOfSatisfying(
                        DirectoryVerdict.Accepted.class,
                        accepted -> assertThat(accepted.directories()
                                        .current()
                                        .content()
                                        .secretariat()
                                        .map(Member::code))
                                .contains(GT));

        Path other = folder.resolve("other");
        Files.write(
                other,
                new DirectorySigner(random)
                        .sign(
                                network.proposed(content -> content),
                                List.of(network.officers().getFirst().keys()),
                                NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(NOW, other))
                .withMessageContaining("changes something else");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignDirectory(at(NOW), random).run(List.of("--proposal", "x", "--sign")))
                .withMessage("Not understood: --sign");
    }

    private List<String> run(Instant now, Path proposal, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--directory",
                folder.resolve("network").resolve("directory").toString(),
                "--genesis",
                network.genesisHash(),
                "--proposal",
                proposal.toString()));
        arguments.addAll(List.of(more));
        return new SignDirectory(at(now), random).run(arguments);
    }

    private static String own(Path disk, String file) {
        return disk.resolve(file).toString();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
