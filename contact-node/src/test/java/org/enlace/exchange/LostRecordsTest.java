package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Sealed;
import org.enlace.message.NodeId;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A broker that damages, deletes or forgets records: the node says so once, goes on where it safely can, and has
/// everything in the end that the sender publishes again.
class LostRecordsTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final NodeId HN = new NodeId("HN");
    private static final NodeId ZZ = TrialNetwork.EXERCISE_PARTNER;

    private static Site site;

    @BeforeAll
    static void open() {
        // Each test has members of its own: nobody may be a node in one and be played in another.
        site = Site.open(GT, MX, SV, HN);
    }

    @AfterAll
    static void close() throws IOException {
        site.close();
    }

    @Test
    void damagedRecordsArePassedOverAndTheOthersOfTheTopicAndOfOtherPartnersArrive() throws Exception {
        try (Neighbour zz = new Neighbour(site, ZZ);
                Neighbour sv = new Neighbour(site, SV)) {
            Sealed first = zz.next(GT, "first");
            Sealed second = zz.next(GT, "second");
            Sealed third = zz.next(GT, "third");
            for (Sealed one : List.of(first, second, third)) {
                zz.publish(one);
            }
            sv.publish(sv.next(GT, "of another partner"));
            damage(site.log(zz.topic(TopicSubject.ROUTES)), second.envelope());

            try (ExchangeNode.Running gt = site.start(GT, site.h2())) {
                await().atMost(SOON).untilAsserted(() -> {
                    assertThat(gt.shown().notes("SV")).containsExactly("of another partner");
                    assertThat(gt.shown().notes("ZZ")).containsExactly("first");
                    assertThat(lost(gt))
                            .singleElement()
                            .satisfies(alarm -> assertThat(alarm.detail()).isEqualTo("expected=1 first=2"));
                });

                zz.publish(second);
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(gt.shown().notes("ZZ")).containsExactly("first", "second", "third"));
                assertThat(lost(gt)).singleElement().extracting(Alarm::times).isEqualTo(1L);
            }
        }
    }

    @Test
    void recordsThatTheBrokerDeletedBeforeTheyWereReadAreMissedAloudAndWhatRemainsIsRead() throws Exception {
        Path storage = site.folder("storage");
        String[] database = site.postgres();
        try (Neighbour sv = new Neighbour(site, SV)) {
            sv.publish(sv.next(MX, "read in time"));
            try (ExchangeNode.Running mx = site.start(MX, site.files(), storage, database)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(mx.shown().notes("SV")).containsExactly("read in time"));
            }
            Sealed missed = sv.next(MX, "deleted too early");
            sv.publish(missed);
            long kept = sv.publish(sv.next(MX, "still there").envelope());
            delete(sv.topic(TopicSubject.ROUTES), kept);

            try (ExchangeNode.Running mx = site.start(MX, site.files(), storage, database)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(lost(mx))
                                .singleElement()
                                .extracting(Alarm::subject)
                                .isEqualTo(sv.topic(TopicSubject.ROUTES)));
                assertThat(mx.shown().notes("SV")).containsExactly("read in time");

                sv.publish(missed);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(mx.shown().notes("SV"))
                                .containsExactly("read in time", "deleted too early", "still there"));
            }
        }
    }

    @Test
    void aTopicThatWasMadeAnewUnderARunningNodeIsReadFromItsBeginning() throws Exception {
        try (Neighbour mx = new Neighbour(site, MX);
                ExchangeNode.Running hn = site.start(HN, site.h2())) {
            mx.publish(mx.next(HN, "before"));
            mx.publish(mx.next(HN, "just before"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(hn.shown().notes("MX")).containsExactly("before", "just before"));
            try (Admin admin = Admin.create(site.administrator())) {
                admin.deleteTopics(List.of(mx.topic(TopicSubject.ROUTES))).all().get();
            }
            await().atMost(SOON).until(() -> madeAgain(mx.topic(TopicSubject.ROUTES)));

            mx.publish(mx.next(HN, "after"));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(hn.shown().notes("MX")).containsExactly("before", "just before", "after"));
        }
    }

    private static boolean madeAgain(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(site.administrator())) {
            if (admin.listTopics().names().get().contains(topic)) {
                return false;
            }
        }
        site.configureBroker();
        return true;
    }

    private static void delete(String topic, long before) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(site.administrator())) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }

    /// One bit of a record, where the broker keeps it.
    private static void damage(Path log, byte[] record) throws IOException {
        byte[] file = Files.readAllBytes(log);
        int at = 0;
        while (!Arrays.equals(file, at, at + record.length, record, 0, record.length)) {
            at++;
        }
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            int middle = at + record.length / 2;
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (file[middle] ^ 1)}), middle);
        }
    }

    private static List<Alarm> lost(ExchangeNode.Running node) {
        return node.bean(Alarms.class).open(200).stream()
                .filter(alarm -> alarm.kind() == AlarmKind.RECORDS_LOST)
                .toList();
    }
}
