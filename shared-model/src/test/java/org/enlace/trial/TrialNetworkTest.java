package org.enlace.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.KeyFiles;
import org.enlace.directory.KeyRing;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SignedDirectory;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialNetworkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final NodeId GT = new NodeId("GT");
    private static final NodeId SV = new NodeId("SV");
    private static final NodeId HN = new NodeId("HN");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void aCodeOutsideTheRosterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(TopicNames.READABLE, GT, SV, new NodeId("XK")))
                .withMessageContaining("XK");
    }

    @Test
    void oneMemberIsNoNetwork() {
        assertThatIllegalArgumentException().isThrownBy(() -> network(TopicNames.READABLE, GT));
    }

    @Test
    void keysAreNeverOverwritten() {
        TrialFolder writer = new TrialFolder(network(TopicNames.READABLE, GT, SV));
        writer.write(folder);
        KeyRing before = KeyFiles.load(folder.resolve("GT/keys.p12"), password("GT"));

        assertThatIllegalStateException().isThrownBy(() -> writer.write(folder));

        KeyRing after = KeyFiles.load(folder.resolve("GT/keys.p12"), password("GT"));
        assertThat(after.signing().ec()).isEqualTo(before.signing().ec());
    }

    @Test
    void theFolderHoldsWhatANodeNeedsAndNobodyElseMayReadIt() throws Exception {
        TrialNetwork network = network(TopicNames.READABLE, GT, SV);

        new TrialFolder(network).write(folder);

        assertThat(files(folder))
                .contains(
                        "ca.pem",
                        "directory/1.der",
                        "directory/genesis.sha256",
                        "GT/keys.p12",
                        "GT/keys.password",
                        "GT/transport.pem",
                        "GT/console.pem",
                        "ZZ/keys.p12",
                        "officers/GT.p12",
                        "broker/broker.pem",
                        "admin/admin.pem");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
        String pinned = Files.readString(folder.resolve("directory/genesis.sha256"), StandardCharsets.US_ASCII)
                .strip();
        DirectoryVerdict read = new DirectoryVerifier()
                .start(pinned, List.of(Files.readAllBytes(folder.resolve("directory/1.der"))), NOW);
        assertThat(read).isInstanceOf(DirectoryVerdict.Accepted.class);
        Member listed = network.directory().member(GT).orElseThrow();
        KeyRing keys = KeyFiles.load(folder.resolve("GT/keys.p12"), password("GT"));
        assertThat(keys.signing().match(listed.sig().getFirst())).isTrue();
        assertThat(keys.decryption().pairs().getFirst().match(listed.enc().getFirst()))
                .isTrue();
    }

    @Test
    void topicsSayNothingWhenTheyShouldSayNothing() {
        TrialNetwork opaque = network(TopicNames.OPAQUE, GT, SV);

        assertThat(opaque.directory().members())
                .flatExtracting(member -> member.topics().values())
                .allMatch(topic -> topic.matches("t-[0-9a-f]{32}"))
                .doesNotHaveDuplicates();
        assertThat(network(TopicNames.READABLE, GT, SV)
                        .directory()
                        .member(GT)
                        .orElseThrow()
                        .topics())
                .containsValue("gt.modus-operandi");
    }

    @Test
    void everyChangeIsAVersionThatTheVerifierAcceptsFromTheGenesisOn() {
        TrialNetwork network = network(TopicNames.OPAQUE, GT, SV)
                .joining(HN)
                .rotating(GT)
                .renewingSigning(GT)
                .revoking(SV, NOW, NOW.minusSeconds(60))
                .suspending(SV);

        List<byte[]> versions = network.directories().versions().stream()
                .map(SignedDirectory::bytes)
                .toList();
        DirectoryVerdict verdict = new DirectoryVerifier().start(network.genesisHash(), versions, NOW);

        assertThat(verdict).isInstanceOfSatisfying(DirectoryVerdict.Accepted.class, accepted -> {
            assertThat(accepted.directories().current().version()).isEqualTo(6);
            Member gt = network.directory().member(GT).orElseThrow();
            Member sv = network.directory().member(SV).orElseThrow();
            assertThat(gt.partners()).contains(HN);
            assertThat(gt.enc()).hasSize(2);
            assertThat(network.member(GT).keys().decryption().pairs()).hasSize(2);
            assertThat(network.member(GT).keys().signing().match(gt.sig().getFirst()))
                    .isTrue();
            assertThat(sv.signingPair(NOW)).isEmpty();
            assertThat(sv.status()).isEqualTo(MemberStatus.SUSPENDED);
        });
    }

    @Test
    void oneMemberCanBeTheSecretariatFromTheFirstVersionOnOrLater() {
        TrialNetwork network =
                TrialNetwork.create(List.of(GT, SV), Optional.of(SV), TopicNames.OPAQUE, new SecureRandom(), clock);

        assertThat(network.directory().secretariat().map(Member::code)).contains(SV);
        assertThat(network(TopicNames.OPAQUE, GT, SV)
                        .appointing(GT)
                        .directory()
                        .secretariat()
                        .map(Member::code))
                .contains(GT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialNetwork.create(
                        List.of(GT, SV), Optional.of(HN), TopicNames.OPAQUE, new SecureRandom(), clock));
    }

    @Test
    void theWholeRosterCanBeOneNetwork() {
        TrialNetwork network =
                TrialNetwork.create(TrialNetwork.possibleMembers(), TopicNames.OPAQUE, new SecureRandom(), clock);

        assertThat(network.codes()).hasSize(36).contains(TrialNetwork.EXERCISE_PARTNER);
        assertThat(network.directories().current().bytes()).hasSizeLessThan(1_000_000);
    }

    private TrialNetwork network(TopicNames names, NodeId... codes) {
        return TrialNetwork.create(List.of(codes), names, new SecureRandom(), clock);
    }

    private char[] password(String code) {
        return KeyFiles.password(folder.resolve(code).resolve("keys.password"));
    }

    private static List<String> files(Path folder) throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(path -> names.add(folder.relativize(path).toString()));
        }
        return names;
    }
}
