package org.enlace.node.exchange;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Runs the threads of the exchange while the node runs.
@Component
class Exchange implements SmartLifecycle {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    /// What many do at once costs each of them less: one commit, one question to the broker. Together with the one of
    /// [Intake] it delays a message by a tenth of a second at most, and only while others leave or come.
    private static final Duration BREATH = Duration.ofMillis(30);

    private final Dispatcher dispatcher;
    private final Receiver receiver;
    private final Intake opening;
    private final Worker dispatching;
    private final Worker receiving;
    private final Worker intake;
    private final Worker timers;
    private final DirectoryReader directory;
    private final Worker reading;
    private final CrashPoint crash;
    private volatile boolean running;

    Exchange(
            Dispatcher dispatcher,
            Receiver receiver,
            Intake intake,
            Timers timers,
            DirectoryReader directory,
            CrashPoint crash) {
        this.dispatcher = dispatcher;
        this.receiver = receiver;
        this.crash = crash;
        this.dispatching =
                new Worker("dispatcher", () -> dispatcher.round(this::wakeDispatcher), Duration.ofSeconds(1), BREATH);
        this.receiving = new Worker("receiver", receiver::round, Duration.ofMillis(200), BREATH);
        this.opening = intake;
        this.intake = new Worker(
                "intake",
                () -> {
                    intake.round(this::wakeIntake);
                    return false;
                },
                Duration.ofSeconds(1));
        this.directory = directory;
        this.reading = new Worker("directory", directory::round, Duration.ofSeconds(2));
        this.timers = new Worker(
                "timers",
                () -> {
                    timers.tick();
                    return false;
                },
                Duration.ofSeconds(5));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Outbox.Queued queued) {
        crash.hit("S4");
        wakeDispatcher();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Taking.RecordsTaken taken) {
        wakeIntake();
    }

    private void wakeDispatcher() {
        dispatching.wake();
    }

    private void wakeIntake() {
        intake.wake();
    }

    @Override
    public void start() {
        running = true;
        opening.begin();
        List.of(dispatching, intake, receiving, timers, reading).forEach(Worker::start);
    }

    @Override
    public void stop() {
        running = false;
        receiver.interrupt();
        directory.interrupt();
        dispatcher.interrupt();
        List.of(receiving, reading, intake).forEach(worker -> worker.stop(STOP_MAX));
        opening.stop(STOP_MAX);
        List.of(dispatching, timers).forEach(worker -> worker.stop(STOP_MAX));
        receiver.close();
        directory.close();
        dispatcher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
