package org.enlace.node.exchange;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that does one kind of work again and again: as long as there is some, when it is woken, and from time to
/// time. Nothing that goes wrong ends it. What comes after a quiet moment is worked on at once; what comes close behind
/// it waits for a breath, so that it is done together.
final class Worker {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Work work;
    private final Duration pause;
    private final Duration breath;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running = true;

    Worker(String name, Work work, Duration pause) {
        this(name, work, pause, Duration.ZERO);
    }

    /// @param pause between rounds without work, if nothing wakes it
    /// @param breath at least so long after the begin of one round the next one begins
    Worker(String name, Work work, Duration pause, Duration breath) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.breath = breath;
        this.thread = Thread.ofPlatform().name("exchange-" + name).unstarted(this::run);
    }

    /// One round of work.
    interface Work {
        /// @return whether there may be more to do at once
        boolean round() throws InterruptedException;
    }

    void start() {
        thread.start();
    }

    /// Never blocks.
    void wake() {
        wake.release();
    }

    /// Lets the current round end and waits for it.
    void stop(Duration atMost) {
        running = false;
        stopping.countDown();
        wake();
        try {
            if (!thread.join(atMost)) {
                thread.interrupt();
                thread.join(atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            long began = System.nanoTime();
            try {
                if (!work.round()) {
                    pause(pause);
                }
                breathe(began);
            } catch (InterruptedException e) {
                running = false;
            } catch (Throwable e) {
                // Of an error only kind and place: its text may quote what was being worked on.
                log.atError()
                        .addKeyValue("work", name)
                        .addKeyValue("error", e.getClass().getName())
                        .addKeyValue("at", Failures.place(e))
                        .log("A round of work failed and will be repeated");
                pauseAfterFailure();
            }
        }
    }

    private void breathe(long began) throws InterruptedException {
        long rest = breath.toNanos() - (System.nanoTime() - began);
        if (running && rest > 0) {
            boolean _ = stopping.await(rest, TimeUnit.NANOSECONDS);
        }
    }

    private void pauseAfterFailure() {
        try {
            pause(AFTER_FAILURE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (running && wake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
