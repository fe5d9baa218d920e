package org.enlace.node.exchange;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/// The consumer of one thread: made when it is first needed, and again after it was closed.
final class HeldConsumer {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

    private final KafkaClients kafka;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    HeldConsumer(KafkaClients kafka) {
        this.kafka = kafka;
    }

    Consumer<byte[], byte[]> open() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = kafka.consumer();
            consumer = open;
        }
        return open;
    }

    /// Ends a poll that is waiting; safe from another thread.
    void interrupt() {
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(CLOSE_MAX));
        }
    }
}
