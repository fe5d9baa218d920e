package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;
import static org.enlace.exchange.Site.SV;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.TopicPartition;
import org.enlace.directory.TopicSubject;
import org.enlace.lifecycle.TransportState;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.OutboundMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Three brokers of which one ends, and with it the only copy of one topic that a node writes.
@Tag("long")
class SlowPartitionTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int RECEIPTS = 220;
    private static final int SURVIVOR = 1;
    private static final int VICTIM = 2;

    @Test
    void whatOnePartitionDoesNotTakeHoldsUpNothingThatGoesOverOthers() throws Exception {
        try (Site site = Site.open(3);
                ExchangeNode.Running gt = site.start(GT, site.h2());
                ExchangeNode.Running mx = site.start(MX, site.postgres());
                Neighbour sv = new Neighbour(site, SV)) {
            place(site);
            OutboundMessage before = Reports.to(MX, "before");
            gt.send(before);
            await().atMost(SOON).until(() -> stored(gt, before));
            site.broker().kill(VICTIM - 1);
            for (int i = 0; i < RECEIPTS; i++) {
                // One after the other, because what waits together is answered by one receipt.
                sv.publish(sv.next(GT, "to be answered " + i));
                int sent = i + 1;
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(SOON)
                        .until(() -> gt.shown().notes("SV").size() == sent);
            }

            for (int i = 0; i < 3; i++) {
                OutboundMessage meanwhile = Reports.to(MX, "meanwhile " + i);
                gt.send(meanwhile);
                await().atMost(Duration.ofSeconds(10)).until(() -> stored(gt, meanwhile));
            }
            assertThat(mx.shown().notes("GT")).containsExactly("before", "meanwhile 0", "meanwhile 1", "meanwhile 2");
            assertThat(gt.database()
                            .queryForList(
                                    "select id from outbox where message_type = 'RECEIPT' and due = true", Long.class))
                    .hasSize(RECEIPTS);

            site.broker().restart(VICTIM - 1);

            await().atMost(Duration.ofMinutes(3))
                    .until(() -> sv.receiptsFrom(GT).stream().distinct().count() == RECEIPTS);
        }
    }

    /// All topics lie with the first broker, but for the one on which Guatemala answers.
    private static void place(Site site) throws ExecutionException, InterruptedException {
        String dead = Objects.requireNonNull(
                site.network().directory().member(GT).orElseThrow().topics().get(TopicSubject.CONTROL));
        try (Admin admin = Admin.create(site.administrator())) {
            admin.alterPartitionReassignments(admin.listTopics().names().get().stream()
                            .map(topic -> new TopicPartition(topic, 0))
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    topic -> Optional.of(new NewPartitionReassignment(
                                            List.of(topic.topic().equals(dead) ? VICTIM : SURVIVOR))))))
                    .all()
                    .get();
            await().atMost(SOON)
                    .until(() -> admin.listPartitionReassignments()
                            .reassignments()
                            .get()
                            .isEmpty());
        }
    }

    private static boolean stored(ExchangeNode.Running node, OutboundMessage message) {
        return node.bean(Deliveries.class).of(message.id()).getFirst().state() == TransportState.STORED;
    }
}
