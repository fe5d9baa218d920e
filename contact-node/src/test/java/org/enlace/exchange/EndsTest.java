package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.RouteReport;
import org.enlace.node.audit.AuditCheck;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Backlog;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.NetworkStatus;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A node's process ends at every step of the way of a message, and the broker ends under its nodes: what was confirmed
/// is not lost, and nothing is shown twice.
class EndsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int AS_KILLED = 137;
    private static final NodeId ZZ = TrialNetwork.EXERCISE_PARTNER;

    private static Site site;
    private static ExchangeNode.Running mx;
    private static Neighbour zz;

    @BeforeAll
    static void open() {
        site = Site.open();
        mx = site.start(MX, site.h2());
        zz = new Neighbour(site, ZZ);
    }

    @AfterAll
    static void close() throws Exception {
        zz.close();
        mx.close();
        site.close();
    }

    @Test
    void onH2NothingConfirmedIsLostAndNothingIsShownTwiceWhereverTheProcessEnds() throws Exception {
        dieAndRecover(GT, site.h2(), "S8:3", "S13:2", "R7:1");
    }

    /// The steps beside those above.
    @Test
    @Tag("long")
    void onH2NeitherAtTheStepsBetween() throws Exception {
        dieAndRecover(
                GT, site.h2(), "S4:2", "S6:2", "S7:2", "S9:2", "S12:2", "R1:3", "R2:2", "R3:2", "R5:2", "R8:2", "R9:1",
                "R10:2", "R11:1");
    }

    @Test
    @Tag("long")
    void onPostgresNothingConfirmedIsLostAndNothingIsShownTwiceWhereverTheProcessEnds() throws Exception {
        dieAndRecover(SV, site.postgres(), "S8:2", "S13:1", "R2:2", "R6:1");
    }

    @Test
    void whileTheBrokerIsAwayMessagesWaitAndTheConsoleKnowsSinceWhen() {
        try (ExchangeNode.Running away = site.start(ZZ, site.h2())) {
            NetworkStatus network = away.bean(NetworkStatus.class);
            await().atMost(LONG).until(() -> network.brokerContactSince() != null);
            site.broker().kill(0);
            await().atMost(LONG).until(() -> network.brokerLostSince() != null);

            OutboundMessage message = Reports.to(MX, "while the broker was away");
            away.send(message);
            assertThat(away.bean(Deliveries.class).of(message.id()))
                    .singleElement()
                    .satisfies(delivery -> {
                        assertThat(delivery.state()).isEqualTo(TransportState.QUEUED);
                        assertThat(delivery.onBrokerAt()).isNull();
                    });
            assertThat(network.oldestUnsent()).isNotNull();

            // Nothing can be waited for: what is here is shown.
            await().atMost(LONG).until(() -> !away.bean(Backlog.class).pending(MX));

            site.broker().restart(0);
            await().atMost(LONG)
                    .until(() -> away.bean(Deliveries.class)
                                    .of(message.id())
                                    .getFirst()
                                    .state()
                            == TransportState.STORED);
            assertThat(network.brokerLostSince()).isNull();
            assertThat(network.oldestUnsent()).isNull();
            await().atMost(LONG).until(() -> !away.bean(Backlog.class).pending(MX));
        }
    }

    private static void dieAndRecover(NodeId member, String[] database, String... points) throws Exception {
        Path storage = site.folder("storage");
        List<String> confirmed = new ArrayList<>();
        List<String> sentByMx = new ArrayList<>();
        List<MessageId> ids = new ArrayList<>();
        for (String point : points) {
            for (int i = 0; i < 3; i++) {
                OutboundMessage message = Reports.to(member, member + "-" + point + "-" + i);
                mx.send(message);
                ids.add(message.id());
                sentByMx.add(Objects.requireNonNull(((RouteReport) message.message()).note()));
            }
            zz.publish(("junk " + point).getBytes(StandardCharsets.UTF_8));
            confirmed.addAll(runUntilItDies(member, point, storage, database));
        }
        assertThat(confirmed).isNotEmpty();
        try (ExchangeNode.Running node = ExchangeNode.start(
                member,
                site.files(),
                storage,
                site.network().genesisHash(),
                site.broker().bootstrap(),
                database)) {
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(mx.shown().notes(member.value())).containsAll(confirmed);
                assertThat(node.shown().notes("MX")).containsAll(sentByMx);
                assertThat(ids).allMatch(EndsTest::stored);
            });
            // What was stored is stored once more after an end, and both sides know one moment of it.
            for (int i = 0; i < ids.size(); i++) {
                assertThat(mx.bean(Deliveries.class).of(ids.get(i)).getFirst().storedAt())
                        .isEqualTo(node.shown().keptAt(sentByMx.get(i)));
            }
            assertThat(mx.shown().notes(member.value())).doesNotHaveDuplicates();
            assertThat(node.shown().notes("MX")).doesNotHaveDuplicates().hasSameElementsAs(new HashSet<>(sentByMx));
            assertThat(node.bean(AuditLog.class).verify()).isInstanceOf(AuditCheck.Intact.class);
        }
    }

    private static boolean stored(MessageId id) {
        return mx.bean(Deliveries.class).of(id).getFirst().state() == TransportState.STORED;
    }

    /// @return the notes of the messages whose transactions it has confirmed
    private static List<String> runUntilItDies(NodeId member, String point, Path storage, String... database)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + site.folder("left"),
                "-Denlace.crash=" + point,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingNode.class.getName(),
                member.value(),
                site.files().toString(),
                storage.toString(),
                site.network().genesisHash(),
                site.broker().bootstrap(),
                point));
        command.addAll(Arrays.asList(database));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> confirmed = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith("SENT ")).forEach(line -> confirmed.add(line.substring(5)));
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("end at %s", point).isEqualTo(AS_KILLED);
        return confirmed;
    }
}
