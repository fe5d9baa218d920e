package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.enlace.directory.Fingerprint;
import org.enlace.directory.SignedDirectory;
import org.enlace.envelope.Sealed;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.Quarantined;
import org.enlace.node.exchange.SendingStopped;
import org.enlace.trial.TopicNames;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two running nodes, one on H2 and one on PostgreSQL, while the directory of their network
/// changes: they learn it by the network's own topic or by their folder, and nobody restarts them.
class DirectoryChangesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final NodeId ZZ = TrialNetwork.EXERCISE_PARTNER;

    private Site site;
    private ExchangeNode.Running gt;
    private ExchangeNode.Running mx;

    @BeforeEach
    void open() {
        site = Site.open(GT, MX);
        gt = site.start(GT, site.h2());
        mx = site.start(MX, site.postgres());
    }

    @AfterEach
    void close() throws Exception {
        mx.close();
        gt.close();
        site.close();
    }

    @Test
    void aThirdCountryJoinsARunningPairAndWritesWithBoth() {
        site.network(site.network().joining(SV));
        site.configureBroker();
        site.publishDirectory();
        await().atMost(SOON).until(() -> version(gt) == 2 && version(mx) == 2);

        try (ExchangeNode.Running sv = site.start(SV, site.written(), site.folder("storage"), site.h2())) {
            OutboundMessage toBoth = Reports.to("from the third", GT, MX);
            OutboundMessage back = Reports.to(SV, "welcome");
            sv.send(toBoth);
            gt.send(back);

            await().atMost(SOON).untilAsserted(() -> {
                assertThat(gt.shown().notes("SV")).containsExactly("from the third");
                assertThat(mx.shown().notes("SV")).containsExactly("from the third");
                assertThat(sv.shown().notes("GT")).containsExactly("welcome");
                assertThat(stored(sv, toBoth)).isTrue();
                assertThat(stored(gt, back)).isTrue();
            });
        }
        assertThat(alarms(gt, AlarmKind.DIRECTORY_REFUSED)).isEmpty();
    }

    @Test
    void aNodeTakesANewVersionFromItsFolderAndNeverHalfOfIt() throws IOException {
        site.network(site.network().suspending(ZZ));
        byte[] signed = site.network().directories().current().bytes();
        Path file = site.files().resolve("directory/2.der");
        Files.write(file, List.of());
        Files.write(file, signed);

        await().atMost(SOON).until(() -> version(gt) == 2 && version(mx) == 2);
        assertThat(alarms(gt, AlarmKind.DIRECTORY_REFUSED)).isEmpty();
    }

    @Test
    void aMessageThatNamesANewerVersionWaitsForItAndIsThenShown() throws Exception {
        try (Neighbour zz = new Neighbour(site, ZZ)) {
            site.network(site.network().suspending(MX));
            Sealed early = zz.next(GT, "early");
            zz.publish(early);
            zz.publish(zz.next(GT, "after the early one"));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(reason(gt, early)).containsExactly(QuarantineReason.DIRECTORY_AHEAD));
            assertThat(gt.shown().notes("ZZ")).isEmpty();

            site.publishDirectory();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(gt.shown().notes("ZZ")).containsExactly("early", "after the early one"));
            assertThat(reason(gt, early)).isEmpty();
        }
    }

    @Test
    void aSuspendedMemberIsNotHeardAndNotWrittenTo() throws Exception {
        try (Neighbour zz = new Neighbour(site, ZZ)) {
            zz.publish(zz.next(GT, "while it was a member"));
            await().atMost(SOON).until(() -> !gt.shown().notes("ZZ").isEmpty());
            site.network(site.network().suspending(ZZ));
            site.publishDirectory();
            await().atMost(SOON).until(() -> version(gt) == 2);

            Sealed late = zz.next(GT, "after it was suspended");
            zz.publish(late);

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(reason(gt, late)).containsExactly(QuarantineReason.SENDER_NOT_ACTIVE));
            assertThat(gt.shown().notes("ZZ")).containsExactly("while it was a member");
            assertThatThrownBy(() -> gt.send(Reports.to(ZZ, "to a suspended member")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatCannotBeTrustedChangesNothingAndIsSaidOnce() throws Exception {
        TrialNetwork one = site.network();
        TrialNetwork fork = one.suspending(GT);
        TrialNetwork two = one.suspending(ZZ);
        TrialNetwork stranger =
                TrialNetwork.create(List.of(GT, MX), TopicNames.OPAQUE, new SecureRandom(), Clock.systemUTC());
        site.network(two);
        site.publishDirectory();
        await().atMost(SOON).until(() -> version(gt) == 2 && version(mx) == 2);

        publish(fork.directories().current().bytes());
        publish(stranger.suspending(ZZ).directories().current().bytes());
        publish("no directory at all".getBytes(StandardCharsets.UTF_8));
        publish("nor is this".getBytes(StandardCharsets.UTF_8));
        publish(one.directories().current().bytes());

        for (ExchangeNode.Running node : List.of(gt, mx)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(alarms(node, AlarmKind.DIRECTORY_REFUSED))
                            .extracting(Alarm::subject)
                            .containsExactlyInAnyOrder("FORK", "THRESHOLD", "NOT_A_DIRECTORY"));
            assertThat(node.bean(CurrentDirectory.class).trusted().current().hash())
                    .isEqualTo(two.directories().current().hash());
        }
        site.network(two.rotating(MX));
        site.publishDirectory();
        await().atMost(SOON).until(() -> version(gt) == 3 && version(mx) == 3);
    }

    @Test
    void whatIsTrustedOutlivesARestartAndAnExpiredDirectoryStopsSendingWithWords() {
        Path storage = site.folder("storage");
        String[] database = site.h2();
        site.network(site.network().rotating(MX));
        site.publishDirectory();
        ExchangeNode.Running first = site.start(ZZ, site.files(), storage, database);
        await().atMost(SOON).until(() -> version(first) == 2);
        String hash = first.bean(CurrentDirectory.class).trusted().current().hash();
        first.close();

        String[] later = Arrays.copyOf(database, database.length + 1);
        later[database.length] = "trial.ahead=P31D";
        try (ExchangeNode.Running again = site.start(ZZ, site.files(), storage, later)) {
            SignedDirectory trusted =
                    again.bean(CurrentDirectory.class).trusted().current();
            assertThat(trusted.version()).isEqualTo(2);
            assertThat(trusted.hash()).isEqualTo(hash);
            assertThatThrownBy(() -> again.send(Reports.to(MX, "under an expired directory")))
                    .isInstanceOf(SendingStopped.class)
                    .hasMessageContaining("expired");
            await().atMost(SOON)
                    .until(() -> !alarms(again, AlarmKind.SENDING_STOPPED).isEmpty());
        }
    }

    private void publish(byte[] bytes) throws ExecutionException, InterruptedException {
        try (var producer =
                new KafkaProducer<>(site.administrator(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(site.network().directory().topic(), bytes))
                    .get();
        }
    }

    private static int version(ExchangeNode.Running node) {
        return node.bean(CurrentDirectory.class).trusted().current().version();
    }

    private static boolean stored(ExchangeNode.Running node, OutboundMessage message) {
        return node.bean(Deliveries.class).of(message.id()).stream()
                .allMatch(delivery -> delivery.state() == TransportState.STORED);
    }

    private static List<QuarantineReason> reason(ExchangeNode.Running node, Sealed sealed) {
        String digest = Fingerprint.of(sealed.envelope());
        return node.bean(Quarantine.class).list(0, 50).stream()
                .filter(one -> one.digest().equals(digest))
                .map(Quarantined::reason)
                .toList();
    }

    private static List<Alarm> alarms(ExchangeNode.Running node, AlarmKind kind) {
        return node.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == kind)
                .toList();
    }
}
