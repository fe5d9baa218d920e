package org.enlace.node.outside;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, every second, on a thread of its own: a server that does not answer holds nothing else up.
public final class Rounds {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END_MAX = Duration.ofSeconds(15);

    private final String name;
    private final Runnable round;
    private CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /// @param name of the thread
    public Rounds(String name, Runnable round) {
        this.name = name;
        this.round = round;
    }

    public void start() {
        var until = new CountDownLatch(1);
        end = until;
        thread = Thread.ofVirtual().name(name).start(() -> run(until));
    }

    public void stop() {
        end.countDown();
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(END_MAX);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void run(CountDownLatch until) {
        try {
            do {
                try {
                    round.run();
                } catch (RuntimeException e) {
                    // Of an error only its kind: its text may hold an address.
                    log.atError()
                            .addKeyValue("error", e.getClass().getName())
                            .addKeyValue("what", name)
                            .log("What is due could not be sent and will be tried again");
                }
            } while (!until.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
