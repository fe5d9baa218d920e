package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
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
        // Every partner has its stream from the start; this one is new.
        await().atMost(SOON).until(() -> streams(node).contains("ZZ"));
        node.database().update("delete from outgoing_stream where recipient = 'ZZ'");
        var second = new FutureTask<>(() -> node.send(Reports.to(ZZ, "the second")));
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            node.bean(Outbox.class).send(Reports.to(ZZ, "the first"));
            var waiting = Thread.ofPlatform().start(second);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(second).isNotDone();
            // It waits, and leaves the processors to whom it waits for.
            assertThat(ManagementFactory.getThreadMXBean().getThreadCpuTime(waiting.threadId()))
                    .isLessThan(Duration.ofMillis(500).toNanos());
        });

        assertThat(second).succeedsWithin(Duration.ofSeconds(30));
        assertThat(node.database()
                        .queryForList("select seq from delivery where recipient = 'ZZ' order by seq", Long.class))
                .startsWith(1L, 2L);
    }

    private static List<@Nullable String> streams(ExchangeNode.Running node) {
        return node.database().queryForList("select recipient from outgoing_stream", String.class);
    }

    @Test
    void whoeverAsksFirstIsNumberedAndPublishedFirst() {
        List<OutboundMessage> asked = IntStream.range(0, 6)
                .mapToObj(i -> Reports.to(SV, "asked " + i))
                .toList();
        List<Thread> asking = new ArrayList<>();
        new TransactionTemplate(gt.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            gt.bean(Outbox.class).send(Reports.to(SV, "before them"));
            for (OutboundMessage message : asked) {
                Thread thread = Thread.ofPlatform().start(() -> gt.send(message));
                asking.add(thread);
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> thread.getState() == Thread.State.TIMED_WAITING
                                && Arrays.stream(thread.getStackTrace())
                                        .anyMatch(frame -> frame.getMethodName().equals("lockOutgoing")));
            }
        });
        await().atMost(SOON).until(() -> asking.stream().noneMatch(Thread::isAlive));

        List<UUID> ids = asked.stream().map(message -> message.id().value()).toList();
        assertThat(inOrder("delivery.seq", ids)).isEqualTo(ids);
        assertThat(inOrder("outbox.next_attempt_at, outbox.id", ids)).isEqualTo(ids);
    }

    private static List<UUID> inOrder(String order, List<UUID> ids) {
        return gt.bean(JdbcClient.class)
                .sql("select outbox.msg_id from outbox join delivery on delivery.msg_id = outbox.msg_id"
                        + " where outbox.msg_id in (:ids) order by " + order)
                .param("ids", ids)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
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
