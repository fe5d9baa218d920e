package org.enlace.deploy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.enlace.client.MessageCalls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whole processes are killed while messages travel in both directions. What an API accepted arrives, is shown once,
/// and its sender knows. (What happens at each single step is in the tests of the node.)
@Tag("long")
@ExtendWith(SharedNetwork.class)
class SurvivalIT {
    private static final Duration HEALED = Duration.ofMinutes(2);

    @Test
    void nothingThatWasAcceptedIsLostOrShownTwiceWhenTheBrokerAndANodeThatSendsAndReceivesAreKilled(
            DemoNetwork network) {
        Stream there = new Stream(network, "GT", "MX");
        Stream back = new Stream(network, "MX", "GT");
        Set<String> before = new HashSet<>(there.onTheOtherDesk());
        before.addAll(back.onTheOtherDesk());
        try (ScheduledExecutorService senders = Executors.newScheduledThreadPool(2)) {
            List<ScheduledFuture<?>> sending = List.of(
                    senders.scheduleWithFixedDelay(there::send, 0, 250, TimeUnit.MILLISECONDS),
                    senders.scheduleWithFixedDelay(back::send, 0, 250, TimeUnit.MILLISECONDS));
            more(there);
            more(back);

            network.kill("broker-1");
            more(there);
            more(back);
            network.kill("MX");
            more(there);
            network.recover();
            more(there);
            more(back);
            assertThat(sending).noneMatch(Future::isDone);
        }

        for (Stream stream : List.of(there, back)) {
            assertThat(stream.refusals()).isEmpty();
            await().atMost(HEALED).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                List<String> arrived = new ArrayList<>(stream.onTheOtherDesk());
                arrived.removeAll(before);
                assertThat(arrived).containsExactlyInAnyOrderElementsOf(stream.accepted());
            });
            for (String message : stream.accepted()) {
                await().atMost(HEALED)
                        .pollInterval(Duration.ofMillis(200))
                        .untilAsserted(() -> assertComplete(stream.delivery(message)));
            }
        }
    }

    /// Queued, then on the network, then stored by the other node, each with its time.
    private static void assertComplete(MessageCalls.Delivery delivery) {
        assertThat(delivery.state()).isIn("STORED", "OPENED");
        assertThat(delivery.queuedAt()).as(delivery.toString()).isNotNull();
        assertThat(delivery.onBrokerAt()).as(delivery.toString()).isAfterOrEqualTo(delivery.queuedAt());
        assertThat(delivery.storedAt()).as(delivery.toString()).isAfterOrEqualTo(delivery.queuedAt());
        assertThat(delivery.refusedAt()).isNull();
    }

    private static void more(Stream stream) {
        int enough = stream.accepted().size() + 5;
        await().atMost(HEALED).until(() -> stream.accepted().size() >= enough);
    }
}
