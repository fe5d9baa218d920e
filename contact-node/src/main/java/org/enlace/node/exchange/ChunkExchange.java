package org.enlace.node.exchange;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the threads that carry attachments, beside those of the messages.
@Component
class ChunkExchange implements SmartLifecycle {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final ChunkSender sender;
    private final ChunkReceiver receiver;
    private List<Worker> workers = List.of();
    private volatile boolean running;

    ChunkExchange(ChunkSender sender, ChunkReceiver receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    @Override
    public void start() {
        running = true;
        sender.begin();
        workers = List.of(
                new Worker("chunks-out", sender::round, ChunkSender.PAUSE),
                new Worker("chunks-in", receiver::round, Duration.ofSeconds(1)));
        workers.forEach(Worker::start);
    }

    @Override
    public void stop() {
        running = false;
        sender.interrupt();
        receiver.interrupt();
        workers.forEach(worker -> worker.stop(STOP_MAX));
        sender.close();
        receiver.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
