package org.enlace.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private Worker worker = worker(Duration.ZERO);

    @AfterEach
    void stop() {
        first.countDown();
        worker.stop(Duration.ofSeconds(20));
    }

    @Test
    void whatComesCloseBehindIsDoneTogetherAndAllOfIt() {
        worker = worker(Duration.ofMillis(300));
        worker.start();
        await().until(() -> rounds.get() == 1);
        for (var n = 0; n < 1_000; n++) {
            asked.incrementAndGet();
            worker.wake();
        }
        first.countDown();

        await().until(() -> done.get() == 1_000);

        // One that does it, and one for those who woke it while it already did.
        assertThat(rounds).hasValueBetween(2, 3);
    }

    @Test
    void aRoundThatSaysThereIsMoreBreathesToo() {
        worker = new Worker("more", () -> rounds.incrementAndGet() > 0, LONG, LONG);
        worker.start();

        await().until(() -> rounds.get() == 1);

        await().during(Duration.ofMillis(200)).until(() -> rounds.get() == 1);
    }

    @Test
    void afterAQuietMomentThereIsNoBreath() {
        worker = worker(Duration.ofMillis(50));
        first.countDown();
        worker.start();
        await().pollDelay(Duration.ofMillis(200)).until(() -> rounds.get() == 1);

        asked.incrementAndGet();
        worker.wake();

        await().until(() -> done.get() == 1);
        assertThat(rounds).hasValue(2);
    }

    @Test
    void aBreathDoesNotHoldUpTheEnd() {
        worker = worker(LONG);
        first.countDown();
        worker.start();
        await().until(() -> rounds.get() == 1);
        worker.wake();

        var began = System.nanoTime();
        worker.stop(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
    }

    /// The first round lasts until it is told to end; each does all that was asked for before it began.
    private Worker worker(Duration breath) {
        return new Worker(
                "test",
                () -> {
                    var all = asked.get();
                    if (rounds.incrementAndGet() == 1) {
                        var _ = first.await(20, TimeUnit.SECONDS);
                    }
                    done.set(all);
                    return false;
                },
                LONG,
                breath);
    }
}
