package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.SigningKeys;
import org.enlace.directory.TopicSubject;
import org.enlace.envelope.Sealed;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Quarantine;
import org.enlace.node.exchange.QuarantineReason;
import org.enlace.node.exchange.Quarantined;
import org.enlace.node.exchange.SendingStopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What could leave a hole in a stream, behind which later messages would wait for ever: a record that the broker lost,
/// keys that are not valid, members that are suspended and come back.
class HolesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /// Of half a megabyte each, more than there is room for.
    private static final int RECORDS = 140;

    private Site site;
    private Neighbour sv;
    private Path storage;

    @BeforeEach
    void open() {
        site = Site.open();
        sv = new Neighbour(site, SV);
        storage = site.folder("storage");
    }

    @AfterEach
    void close() throws Exception {
        sv.close();
        site.close();
    }

    @Test
    void aReceiptThatTheBrokerLostIsMadeGoodBeforeItStopsWhatFollows() throws Exception {
        String[] mexico = site.postgres();
        OutboundMessage report = Reports.to(GT, "whose receipt is lost");
        try (var mx = start(MX, mexico)) {
            mx.send(report);
            await().atMost(SOON).until(() -> state(mx, report) == TransportState.ON_BROKER);
        }
        try (var gt = start(GT, site.h2())) {
            await().atMost(SOON)
                    .until(() -> sv.recordsOf(GT, TopicSubject.CONTROL).size() == 1);
            losesAllOf(TopicSubject.CONTROL);
            try (var mx = start(MX, mexico)) {
                OutboundMessage alert = Reports.to(MX, "behind the hole");
                gt.send(alert);
                await().atMost(SOON).until(() -> held(mx) == 1);
                assertThat(mx.shown().notes("GT")).isEmpty();

                gt.clock().advance(Duration.ofMinutes(61));

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(mx.shown().notes("GT")).containsExactly("behind the hole"));
                assertThat(state(mx, report)).isEqualTo(TransportState.STORED);
                await().atMost(SOON).until(() -> state(gt, alert) == TransportState.STORED);
            }
        }
    }

    @Test
    void messagesUnderKeysThatWereRevokedOnTheWayAreRefusedAndWhatFollowsUnderNewKeysArrives() {
        Sealed first = sv.next(GT, "under keys revoked meanwhile");
        Sealed second = sv.next(GT, "and one more");
        Instant then = Instant.now().minusSeconds(60);
        site.move(network -> network.revoking(SV, then, then));
        site.move(network -> network.renewingSigning(SV));
        Sealed after = sv.next(GT, "under new keys");
        sv.publish(after);
        sv.publish(second);
        try (var gt = start(GT, site.h2())) {
            await().atMost(SOON).until(() -> held(gt) == 1 && count(gt, "quarantine", "true") == 1);
            sv.publish(first);
            arrivesBehindRefused(gt);
            assertThat(receipts(first)).isEmpty();
        }
        try (var gt = start(GT, site.postgres())) {
            arrivesBehindRefused(gt);
        }
    }

    private static void arrivesBehindRefused(ExchangeNode.Running gt) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gt.shown().notes("SV")).containsExactly("under new keys"));
        assertThat(gt.bean(Quarantine.class).list(0, 50))
                .hasSize(2)
                .allMatch(one -> one.reason() == QuarantineReason.KEY_NOT_VALID_THEN);
    }

    @Test
    void nothingLeavesUnderKeysThatTheDirectoryHasRevoked() {
        site.move(network -> network.revoking(
                GT, Instant.now().minusSeconds(60), Instant.now().minusSeconds(60)));
        try (var gt = start(GT, site.h2())) {
            assertThatThrownBy(() -> gt.send(Reports.to(MX, "under revoked keys")))
                    .isInstanceOf(SendingStopped.class)
                    .hasMessageContaining("signing keys");
            Sealed sealed = sv.next(GT, "comes in all the same");
            sv.publish(sealed);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(gt.shown().notes("SV")).containsExactly("comes in all the same"));
            assertThat(gt.database().queryForList("select seq from delivery", Long.class))
                    .isEmpty();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(gt.bean(Alarms.class).open(200))
                            .filteredOn(alarm -> alarm.kind() == AlarmKind.SENDING_STOPPED)
                            .extracting(Alarm::subject)
                            .containsExactly("SIGNING_KEYS"));
        }
    }

    @Test
    void aSuspendedMemberTakesInWhatArrivesAndConfirmsItOnceItMayWriteAgain() {
        List<String[]> databases = List.of(site.h2(), site.postgres());
        site.move(network -> network.suspending(GT));
        Sealed sealed = sv.next(GT, "to a suspended member");
        sv.publish(sealed);
        for (String[] database : databases) {
            try (var gt = start(GT, database)) {
                await().atMost(SOON).until(() -> !gt.shown().notes("SV").isEmpty());
                assertThat(gt.bean(Quarantine.class).list(0, 50)).isEmpty();
            }
        }
        assertThat(receipts(sealed)).isEmpty();
        site.move(network -> network.changing(GT, HolesTest::active));
        for (String[] database : databases) {
            int before = receipts(sealed).size();
            try (var gt = start(GT, database)) {
                await().atMost(SOON).until(() -> receipts(sealed).size() > before);
                assertThat(gt.shown().notes("SV")).containsExactly("to a suspended member");

                sv.publish(sealed);

                await().atMost(SOON).until(() -> receipts(sealed).size() > before + 1);
            }
        }
        assertThat(receipts(sealed)).allMatch(receipt -> receipt.refusal() == null);
    }

    @Test
    void aMessageThatWaitsForUsIsNotLostWhenItsSenderIsSuspendedMeanwhileAndComesBack() {
        String[] database = site.h2();
        Sealed broken = sv.next(GT, "breaks us");
        try (var gt = start(GT, database)) {
            gt.shown().breakOn("breaks us");
            sv.publish(broken);
            await().atMost(SOON).until(() -> reason(gt) == QuarantineReason.OWN_FAILURE);
        }
        site.move(network -> network.suspending(SV));
        try (var gt = start(GT, database)) {
            tryAgain(gt);
            await().atMost(SOON).until(() -> reason(gt) == QuarantineReason.SENDER_NOT_ACTIVE);
        }
        site.move(network -> network.changing(SV, HolesTest::active));
        try (var gt = start(GT, database)) {
            if (gt.shown().notes("SV").isEmpty()) {
                tryAgain(gt);
            }

            await().atMost(SOON).until(() -> receipts(broken).size() == 1);
            assertThat(gt.shown().notes("SV")).containsExactly("breaks us");
            assertThat(gt.bean(Quarantine.class).list(0, 50)).isEmpty();
        }
    }

    @Test
    @Tag("long")
    void aMemberCannotFillTheDatabaseOfAnotherWithRecordsThatWait() {
        SigningKeys unlisted =
                site.network().renewingSigning(SV).member(SV).keys().signing();
        for (int i = 0; i < RECORDS; i++) {
            sv.publish(sv.underKeys(unlisted, GT, 500_000));
        }
        fill(site.h2());
        fill(site.postgres());
    }

    private void fill(String... database) {
        try (var gt = start(GT, database)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> count(gt, "quarantine", "true") == RECORDS);
            await().atMost(SOON).until(() -> count(gt, "inbox", "state = 'NEW'") == 0);
            assertThat(count(gt, "inbox", "state = 'PARKED'")).isBetween(100, 134);
            assertThat(count(gt, "inbox", "raw is not null")).isEqualTo(count(gt, "inbox", "state = 'PARKED'"));
            assertThat(count(gt, "quarantine", "raw is not null")).isBetween(100, 134);
            assertThat(gt.bean(Alarms.class).open(200)).extracting(Alarm::kind).contains(AlarmKind.QUARANTINE_FULL);

            gt.clock().advance(Duration.ofDays(14).plusMinutes(1));

            await().atMost(SOON).until(() -> count(gt, "inbox", "raw is not null") == 0);
        }
    }

    private static int count(ExchangeNode.Running node, String table, String where) {
        return node.database()
                .queryForList("select 1 from " + table + " where " + where, Integer.class)
                .size();
    }

    private ExchangeNode.Running start(NodeId code, String... database) {
        return site.start(code, site.files(), storage, database);
    }

    /// The broker has had them, and has them no more.
    private void losesAllOf(TopicSubject subject) throws Exception {
        TopicPartition partition = new TopicPartition(
                Objects.requireNonNull(site.network()
                        .directory()
                        .member(GT)
                        .orElseThrow()
                        .topics()
                        .get(subject)),
                0);
        try (Admin admin = Admin.create(site.administrator())) {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end)))
                    .all()
                    .get();
        }
    }

    private static Member active(Member member) {
        return new Member(
                member.code(),
                MemberStatus.ACTIVE,
                member.suite(),
                member.sig(),
                member.enc(),
                member.kafkaPrincipal(),
                member.topics(),
                member.partners(),
                member.contact());
    }

    private static TransportState state(ExchangeNode.Running node, OutboundMessage message) {
        return node.bean(Deliveries.class).of(message.id()).getFirst().state();
    }

    private static int held(ExchangeNode.Running node) {
        return node.database()
                .queryForList("select id from inbox where state = 'HELD'", Long.class)
                .size();
    }

    private static QuarantineReason reason(ExchangeNode.Running node) {
        List<Quarantined> all = node.bean(Quarantine.class).list(0, 50);
        return all.isEmpty() ? QuarantineReason.CONTENT : all.getFirst().reason();
    }

    private static void tryAgain(ExchangeNode.Running node) {
        node.bean(Quarantine.class)
                .list(0, 50)
                .forEach(one -> node.bean(Quarantine.class).tryAgain(one.id()));
    }

    private List<Receipt> receipts(Sealed sealed) {
        return sv.receiptsFrom(GT).stream()
                .filter(receipt -> receipt.digest().equals(sealed.digest()))
                .toList();
    }
}
