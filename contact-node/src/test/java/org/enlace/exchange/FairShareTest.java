package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.enlace.lifecycle.TransportState;
import org.enlace.message.NodeId;
import org.enlace.node.exchange.Alarm;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.enlace.node.exchange.OutboundMessage;
import org.enlace.node.exchange.Outbox;
import org.enlace.trial.TrialNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever is slow, silent or many does not stand in the way of the others; on H2 and on PostgreSQL.
class FairShareTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final NodeId ZZ = TrialNetwork.EXERCISE_PARTNER;

    private static Site site;
    private static ExchangeNode.Running gt;
    private static ExchangeNode.Running mx;
    private static Neighbour sv;

    @BeforeAll
    static void open() {
        site = Site.open();
        gt = site.start(GT, site.h2());
        mx = site.start(MX, site.postgres());
        sv = new Neighbour(site, SV);
    }

    @AfterAll
    static void close() throws Exception {
        sv.close();
        mx.close();
        gt.close();
        site.close();
    }

    @Test
    void aPartnerWhoseRecordTakesLongDelaysNobodyElse() {
        gt.shown().ponderOn("hard to take in");
        try {
            sv.publish(sv.next(GT, "hard to take in"));
            sv.publish(sv.next(GT, "behind it"));
            await().atMost(SOON).until(() -> taken(gt, "SV") == 2);

            for (int i = 0; i < 3; i++) {
                String note = "meanwhile " + i;
                mx.send(Reports.to(GT, note));
                await().atMost(SOON).until(() -> gt.shown().notes("MX").contains(note));
            }
            assertThat(gt.shown().notes("SV")).isEmpty();
        } finally {
            gt.shown().goOn();
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(gt.shown().notes("SV")).containsExactly("hard to take in", "behind it"));
    }

    @Test
    void twoWhoWriteFirstToAPartnerInTheSameMomentBothSucceed() {
        firstContact(gt);
        firstContact(mx);
    }

    @Test
    void anUrgentMessageIsNotForgottenBehindManyThatWaitLonger() {
        urgentBehindMany(gt);
        urgentBehindMany(mx);
    }

    private static void firstContact(ExchangeNode.Running node) {
        var other = new TransactionTemplate(node.bean(PlatformTransactionManager.class)).execute(_ -> {
            node.bean(Outbox.class).send(Reports.to(ZZ, "the first"));
            var second = CompletableFuture.supplyAsync(() -> node.send(Reports.to(ZZ, "the second")));
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(second).isNotDone();
            return second;
        });

        assertThat(other).succeedsWithin(Duration.ofSeconds(30));
        assertThat(node.database()
                        .queryForList("select seq from delivery where recipient = 'ZZ' order by seq", Long.class))
                .startsWith(1L, 2L);
    }

    private static void urgentBehindMany(ExchangeNode.Running node) {
        List<OutboundMessage> many = IntStream.range(0, 201)
                .mapToObj(i -> Reports.to(SV, "routine " + i))
                .toList();
        new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> many.forEach(node.bean(Outbox.class)::send));
        OutboundMessage urgent = Reports.immediately(SV, "urgent");
        node.send(urgent);
        try {
            node.clock().advance(Duration.ofMinutes(16));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(delivery(node, urgent).state()).isEqualTo(TransportState.NOT_DELIVERED));
            assertThat(node.bean(Alarms.class).open(200))
                    .filteredOn(alarm -> alarm.kind() == AlarmKind.NOT_DELIVERED)
                    .extracting(Alarm::subject)
                    .containsExactly(urgent.id() + " to SV");
            assertThat(many)
                    .allSatisfy(message -> assertThat(delivery(node, message).state())
                            .isIn(TransportState.QUEUED, TransportState.ON_BROKER));
        } finally {
            node.clock().reset();
        }
    }

    private static Delivery delivery(ExchangeNode.Running node, OutboundMessage message) {
        return node.bean(Deliveries.class).of(message.id()).getFirst();
    }

    private static int taken(ExchangeNode.Running node, String sender) {
        return node.database()
                .queryForList("select id from inbox where sender = ?", Long.class, sender)
                .size();
    }
}
