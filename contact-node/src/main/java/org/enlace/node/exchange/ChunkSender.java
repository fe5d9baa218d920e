package org.enlace.node.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.enlace.attachment.Chunk;
import org.enlace.directory.TopicSubject;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Publishes chunks over a connection of its own, a few together, and rests after them: the broker measures all that a
/// member writes, and who writes more than its share waits with its messages too.
@Component
class ChunkSender {
    /// With the pause after each round 21 MiB in a second, of the 32 that the broker grants a member.
    static final int TOGETHER = 10;

    static final Duration PAUSE = Duration.ofMillis(240);

    private final Optional<ChunkOutlet> outlet;
    private final KafkaClients kafka;
    private final CurrentDirectory directory;
    private final Alarms alarms;
    private final CrashPoint crash;
    private volatile @Nullable Producer<byte[], byte[]> producer;
    private volatile boolean ending;
    private boolean refused;

    ChunkSender(
            Optional<ChunkOutlet> outlet,
            KafkaClients kafka,
            CurrentDirectory directory,
            Alarms alarms,
            CrashPoint crash) {
        this.outlet = outlet;
        this.kafka = kafka;
        this.directory = directory;
        this.alarms = alarms;
        this.crash = crash;
    }

    void begin() {
        ending = false;
    }

    /// @return false: there is a pause after each round
    boolean round() throws InterruptedException {
        String topic = directory.self().topics().get(TopicSubject.ATTACHMENTS);
        if (outlet.isEmpty() || topic == null || ending) {
            return false;
        }
        List<Chunk> chunks = outlet.get().due(TOGETHER);
        if (!chunks.isEmpty() && published(topic, chunks)) {
            crash.hit("A1");
            outlet.get().published(chunks);
            crash.hit("A2");
            if (refused) {
                alarms.clear(AlarmKind.PUBLISHING_REFUSED, topic);
                refused = false;
            }
        }
        return false;
    }

    /// From another thread: ends the wait for a broker.
    void interrupt() {
        ending = true;
        close();
    }

    void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    /// @return false if this node ends meanwhile, or the broker does not answer now
    private boolean published(String topic, List<Chunk> chunks) throws InterruptedException {
        try {
            Producer<byte[], byte[]> open = open();
            List<Future<RecordMetadata>> answers = new ArrayList<>();
            for (Chunk chunk : chunks) {
                answers.add(open.send(new ProducerRecord<>(topic, chunk.record())));
            }
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
            }
            return true;
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            close();
            // A broker that is away is asked again; who is told that it is away, others see to.
            if (ending || Failures.root(e) instanceof RetriableException) {
                return false;
            }
            refused = true;
            alarms.raise(
                    AlarmKind.PUBLISHING_REFUSED,
                    topic,
                    "why=" + Failures.root(e).getClass().getSimpleName());
            throw new IllegalStateException("Chunks of attachments were not published; it is tried again", e);
        }
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = kafka.producer();
            producer = open;
        }
        return open;
    }
}
