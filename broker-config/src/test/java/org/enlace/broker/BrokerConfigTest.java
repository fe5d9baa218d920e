package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.enlace.message.NodeId;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialFolder;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The command line against a real broker and a real signed directory, with opaque topic names.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerConfigTest {
    private final TrialNetwork network = TrialNetwork.create(
            List.of(new NodeId("GT"), new NodeId("HN")), TopicNames.OPAQUE, new SecureRandom(), Clock.systemUTC());
    private Path folder;
    private LocalBroker local;
    private String said = "";

    @BeforeAll
    void startABroker(@TempDir(cleanup = CleanupMode.NEVER) Path temporary) {
        folder = temporary.resolve("network");
        new TrialFolder(network).write(folder);
        local = LocalBroker.start(temporary.resolve("data"), folder, 1);
    }

    @BeforeEach
    void bringItIntoLine() {
        assertThat(run("apply")).isEqualTo(BrokerConfig.SAME);
    }

    @AfterAll
    void stop() {
        local.close();
    }

    @Test
    void aDirectoryWithAnotherFingerprintIsNotBelieved() {
        int code = new BrokerConfig(Clock.systemUTC(), Broker.PATIENCE, sink(), sink())
                .run(words("apply", folder, "0".repeat(64)));

        assertThat(code).isEqualTo(BrokerConfig.FAILED);
    }

    @Test
    void anExpiredDirectoryIsNotBelieved() {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(60));

        int code = new BrokerConfig(later, Broker.PATIENCE, sink(), sink())
                .run(words("verify", folder, network.genesisHash()));

        assertThat(code).isEqualTo(BrokerConfig.FAILED);
    }

    @Test
    void aMissingDirectoryAndABrokerThatIsAwayAreFailuresAndNotDifferences() {
        assertThat(runOn(folder.resolve("nowhere"), "verify")).isEqualTo(BrokerConfig.FAILED);
        String[] words = words("verify", folder, network.genesisHash());
        words[2] = "127.0.0.1:1";
        assertThat(new BrokerConfig(Clock.systemUTC(), Duration.ofSeconds(3), sink(), sink()).run(words))
                .isEqualTo(BrokerConfig.FAILED);
    }

    @Test
    void wrongWordsAreAnsweredWithTheUsage() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        for (String[] words :
                List.of(new String[] {}, new String[] {"destroy"}, new String[] {"plan", "--bootstrap"}, new String[] {
                    "plan", "--bootstrap", "a:1"
                })) {
            errors.reset();
            int code = new BrokerConfig(
                            Clock.systemUTC(),
                            Broker.PATIENCE,
                            sink(),
                            new PrintStream(errors, true, StandardCharsets.UTF_8))
                    .run(words);

            assertThat(code).isEqualTo(BrokerConfig.FAILED);
            assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Usage: broker-config plan|apply|verify");
        }
    }

    @Test
    void theDirectoryIsPublishedOnceAndLaterVersionsFollow() throws IOException {
        assertThat(run("publish-directory")).isEqualTo(BrokerConfig.SAME);
        assertThat(said).isIn("published version 1\n", "nothing differs\n");
        assertThat(run("publish-directory")).isEqualTo(BrokerConfig.SAME);
        assertThat(said).isEqualTo("nothing differs\n");

        Path later = Files.createTempDirectory(folder.getParent(), "later").resolve("network");
        new TrialFolder(network.joining(new NodeId("SV"))).write(later);
        assertThat(runOn(later.resolve("directory"), "publish-directory")).isEqualTo(BrokerConfig.SAME);
        assertThat(said).isEqualTo("published version 2\n");
    }

    @Test
    void aSecondApplyFindsNothingToDo() {
        assertThat(run("apply")).isEqualTo(BrokerConfig.SAME);
        assertThat(said).isEqualTo("nothing differs\n");
        assertThat(run("plan")).isEqualTo(BrokerConfig.SAME);
        assertThat(run("verify")).isEqualTo(BrokerConfig.SAME);
    }

    @Test
    void settingsGrantsAndQuotasThatWereChangedByHandAreFoundAndPutRight() {
        String topic = ownTopic("GT");
        AclBinding everybody = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", AclOperation.READ, AclPermissionType.ALLOW));
        change(
                new Step.ChangeTopic(topic, Map.of("retention.ms", "-1", "flush.ms", "1000"), Set.of()),
                new Step.Grant(everybody),
                new Step.Limit(
                        new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "gt")),
                        Map.of("producer_byte_rate", 1e12),
                        Set.of()));

        assertThat(run("verify")).isEqualTo(BrokerConfig.DIFFERENT);
        assertThat(said)
                .contains("change topic " + topic + ": retention.ms=1209600000 -flush.ms\n")
                .contains("revoke User:* ALLOW READ TOPIC LITERAL * from *\n")
                .contains("limit {user=gt}: {producer_byte_rate=3.3554432E7}")
                .endsWith("3 differences\n");
        assertThat(run("plan")).isEqualTo(BrokerConfig.DIFFERENT);

        assertThat(run("apply")).isEqualTo(BrokerConfig.SAME);
        assertThat(run("verify")).isEqualTo(BrokerConfig.SAME);
    }

    @Test
    void aMissingGrantIsFoundAndGivenAgain() {
        try (Broker broker = new Broker(local.bootstrap(), local.admin())) {
            AclBinding one = broker.found().grants().iterator().next();
            broker.apply(new Plan(List.of(new Step.Revoke(one)), List.of(), List.of()));

            assertThat(run("verify")).isEqualTo(BrokerConfig.DIFFERENT);
            assertThat(said).contains("grant " + Step.line(one));
        }
        assertThat(run("apply")).isEqualTo(BrokerConfig.SAME);
    }

    @Test
    void aRefusalSetByHandKeepsTheNetworkDifferentUntilAPersonLiftsIt() {
        AclBinding stop = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, ownTopic("HN"), PatternType.LITERAL),
                new AccessControlEntry("User:hn", "*", AclOperation.WRITE, AclPermissionType.DENY));
        change(new Step.Grant(stop));

        assertThat(run("apply")).isEqualTo(BrokerConfig.DIFFERENT);
        assertThat(said).contains("by hand: a refusal stands: User:hn DENY WRITE");

        change(new Step.Revoke(stop));
        assertThat(run("verify")).isEqualTo(BrokerConfig.SAME);
    }

    @Test
    void nothingThatTheBrokersOperatorSeesNamesASubject() {
        assertThat(run("verify")).isEqualTo(BrokerConfig.SAME);
        try (Broker broker = new Broker(local.bootstrap(), local.admin())) {
            assertThat(broker.found().topics())
                    .hasSize(3 * 6 + 1)
                    .allSatisfy((name, topic) -> assertThat(name).matches("t-[0-9a-f]{32}"));
        }
    }

    @Test
    void theNextVersionOfTheDirectoryBringsItsMemberIn() throws Exception {
        Path longer = Files.createTempDirectory(folder.getParent(), "longer").resolve("network");
        new TrialFolder(network.joining(new NodeId("MX"))).write(longer);

        assertThat(runOn(longer.resolve("directory"), "plan")).isEqualTo(BrokerConfig.DIFFERENT);
        assertThat(said).contains("grant User:mx ALLOW READ").doesNotContain("revoke");
    }

    private String ownTopic(String code) {
        return network.directory()
                .member(new NodeId(code))
                .orElseThrow()
                .topics()
                .values()
                .iterator()
                .next();
    }

    private void change(Step... steps) {
        try (Broker broker = new Broker(local.bootstrap(), local.admin())) {
            broker.apply(new Plan(List.of(steps), List.of(), List.of()));
        }
    }

    private int run(String verb) {
        return runOn(folder.resolve("directory"), verb);
    }

    private int runOn(Path directory, String verb) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = words(verb, folder, network.genesisHash());
        words[8] = directory.toString();
        int code = new BrokerConfig(
                        Clock.systemUTC(), Broker.PATIENCE, new PrintStream(out, true, StandardCharsets.UTF_8), sink())
                .run(words);
        said = out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        return code;
    }

    private String[] words(String verb, Path folder, String genesis) {
        return new String[] {
            verb,
            "--bootstrap",
            local.bootstrap(),
            "--own",
            folder.resolve("admin/admin.pem").toString(),
            "--authority",
            folder.resolve("ca.pem").toString(),
            "--directory",
            folder.resolve("directory").toString(),
            "--genesis",
            genesis,
            "--brokers",
            "1"
        };
    }

    private static PrintStream sink() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
