package org.enlace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.enlace.broker.TestNetwork.directory;
import static org.enlace.broker.TestNetwork.member;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.directory.Directory;
import org.enlace.directory.MemberStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each party may do on a real broker. Guatemala and Honduras are partners, Honduras and Mexico are; El
/// Salvador is suspended, and ZZ has a good certificate but is in no directory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Directory DIRECTORY = directory(
            member("GT", "HN", "SV"),
            member("HN", "GT", "MX"),
            member("MX", "HN"),
            member("SV", MemberStatus.SUSPENDED, "GT"));
    private static final List<String> PARTIES = List.of("admin", "GT", "HN", "MX", "SV", "ZZ");

    private final Map<String, TransportFiles> files = new HashMap<>();
    private TestNetwork network;
    private LocalBroker local;

    @BeforeAll
    void startABrokerThatIsSetUpForTheDirectory(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        network = new TestNetwork(folder.resolve("network"));
        files.put("admin", network.admin());
        PARTIES.stream().skip(1).forEach(code -> files.put(code, network.node(code)));
        local = LocalBroker.start(folder.resolve("data"), network.folder(), 1);
        bring(DIRECTORY);
        Attempt.write(client("admin"), "gt.cases");
        Attempt.write(client("admin"), "directory");
    }

    @AfterAll
    void stop() {
        local.close();
    }

    // The administrator succeeds at each: so each attempt would have worked, and only the rules stopped the others.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WRITE_A_TOPIC_OF_GT              | admin GT
                    READ_A_TOPIC_OF_GT               | admin HN
                    READ_THE_DIRECTORY               | admin GT HN MX
                    WRITE_THE_DIRECTORY              | admin
                    CREATE_A_TOPIC                   | admin
                    DELETE_A_TOPIC_OF_GT             | admin
                    DELETE_RECORDS_OF_GT             | admin
                    CHANGE_SETTINGS_OF_A_TOPIC_OF_GT | admin
                    ADD_A_PARTITION_TO_A_TOPIC_OF_GT | admin
                    READ_SETTINGS_OF_THE_BROKER      | admin
                    GRANT_EVERYBODY_EVERYTHING       | admin
                    LIST_THE_GRANTS                  | admin
                    RAISE_A_QUOTA                    | admin
                    READ_THE_OFFSETS_OF_A_GROUP      | admin
                    JOIN_A_GROUP                     | admin
                    BEGIN_A_TRANSACTION              | admin
                    """)
    void onlyThoseMayWhoAreNamed(Attempt attempt, String allowed) throws Exception {
        List<String> succeeded = new ArrayList<>();
        for (String party : PARTIES.reversed()) {
            try {
                attempt.by(client(party));
                succeeded.addFirst(party);
            } catch (Exception e) {
                if (!refused(e)) {
                    throw new AssertionError(party + " was neither allowed nor refused", e);
                }
            }
        }
        assertThat(String.join(" ", succeeded)).isEqualTo(allowed);
    }

    @Test
    void aMemberSeesNoTopicButItsOwnThoseOfItsPartnersAndTheDirectory() throws Exception {
        try (Admin admin = Admin.create(client("MX"))) {
            Set<String> seen = admin.listTopics().names().get(20, TimeUnit.SECONDS);

            assertThat(seen).contains("directory", "mx.cases", "hn.cases").noneMatch(name -> name.startsWith("gt."));
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityWithAMembersNameIsRefused() {
        assertThatThrownBy(() -> Attempt.READ_THE_DIRECTORY.by(client(network.forged("GT"))))
                .hasRootCauseInstanceOf(javax.net.ssl.SSLException.class)
                .isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void aClientWithoutACertificateIsRefused() {
        Properties nameless = client("GT");
        nameless.remove("ssl.keystore.location");
        nameless.remove("ssl.keystore.type");

        assertThatThrownBy(() -> Attempt.READ_THE_DIRECTORY.by(nameless))
                .isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void aClientThatDoesNotEncryptGetsNoAnswer() {
        Properties plain = new Properties();
        plain.put("bootstrap.servers", local.bootstrap());
        plain.put("default.api.timeout.ms", "3000");
        plain.put("request.timeout.ms", "2000");

        assertThatThrownBy(() -> Attempt.READ_THE_DIRECTORY.by(plain)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aMemberThatIsSuspendedIsCutOffAtOnceAndLetInAgainWhenItIsNot() throws Exception {
        bring(directory(member("GT", "HN"), member("HN", MemberStatus.SUSPENDED, "GT", "MX"), member("MX", "HN")));
        assertThatThrownBy(() -> Attempt.READ_A_TOPIC_OF_GT.by(client("HN")))
                .isInstanceOf(AuthorizationException.class);

        bring(DIRECTORY);
        Attempt.READ_A_TOPIC_OF_GT.by(client("HN"));
    }

    @Test
    void aMemberThatFloodsIsSlowedDownAndItsPartnerIsNot() throws Exception {
        Quota little = new Quota(64 * 1024, 128 * 1024 * 1024, 200);
        bring(DIRECTORY, new Settings(1, 1, Duration.ofDays(14), 2 * 1024 * 1024, little));

        assertThat(longestThrottle("GT", "gt.victims", 3 * 1024 * 1024)).isPositive();
        assertThat(longestThrottle("HN", "hn.victims", 128 * 1024)).isZero();

        bring(DIRECTORY);
        assertThat(longestThrottle("GT", "gt.victims", 3 * 1024 * 1024)).isZero();
    }

    /// @param bytes how many to send, fewer if the broker makes this writer wait before
    /// @return milliseconds for which it had to wait, at most
    private double longestThrottle(String party, String topic, int bytes) throws Exception {
        try (var producer = new KafkaProducer<>(client(party), new ByteArraySerializer(), new ByteArraySerializer())) {
            double longest = 0;
            for (int sent = 0; sent < bytes && longest == 0; sent += 64 * 1024) {
                producer.send(new ProducerRecord<>(topic, new byte[64 * 1024])).get(20, TimeUnit.SECONDS);
                longest = producer.metrics().entrySet().stream()
                        .filter(metric -> metric.getKey().name().equals("produce-throttle-time-max"))
                        .mapToDouble(metric -> (double) metric.getValue().metricValue())
                        .max()
                        .orElseThrow();
            }
            return longest;
        }
    }

    private void bring(Directory directory) {
        bring(directory, Settings.forBrokers(1));
    }

    private void bring(Directory directory, Settings settings) {
        try (Broker broker = new Broker(local.bootstrap(), network.admin())) {
            broker.apply(Plan.between(broker.found(), Topology.of(directory, settings)));
        }
    }

    private Properties client(String party) {
        return client(Objects.requireNonNull(files.get(party)));
    }

    private Properties client(TransportFiles who) {
        Properties client = who.client();
        client.put("bootstrap.servers", local.bootstrap());
        client.put("default.api.timeout.ms", "15000");
        client.put("request.timeout.ms", "10000");
        client.put("max.block.ms", "15000");
        return client;
    }

    private static boolean refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }
}
