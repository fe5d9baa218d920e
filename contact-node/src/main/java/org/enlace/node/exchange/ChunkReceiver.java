package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// Reads the partners' topics for attachments, apart from those for messages: a file of 256 MiB delays none.
@Component
class ChunkReceiver {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Optional<ChunkInlet> inlet;
    private final HeldConsumer consumer;
    private final PartnerTopics topics;
    private final UnreadableRecords unreadable;
    private final CrashPoint crash;

    ChunkReceiver(
            Optional<ChunkInlet> inlet,
            KafkaClients kafka,
            CurrentDirectory directory,
            Alarms alarms,
            UnreadableRecords unreadable,
            CrashPoint crash,
            Clock clock) {
        this.inlet = inlet;
        this.consumer = new HeldConsumer(kafka);
        this.topics = new PartnerTopics(subject -> subject == TopicSubject.ATTACHMENTS, directory, alarms, clock);
        this.unreadable = unreadable;
        this.crash = crash;
    }

    /// @return whether there is anything to wait for
    boolean round() {
        return inlet.isPresent() && round(inlet.get());
    }

    /// Ends a poll that is waiting; safe from another thread.
    void interrupt() {
        consumer.interrupt();
    }

    void close() {
        topics.forget();
        consumer.close();
    }

    private boolean round(ChunkInlet to) {
        if (to.settle()) {
            return true;
        }
        Consumer<byte[], byte[]> open = consumer.open();
        try {
            topics.assign(open, to::positions);
            if (topics.senders().isEmpty()) {
                return false;
            }
            to.goBack().forEach((topic, offset) -> {
                if (!topics.senders().containsKey(topic)) {
                    return;
                }
                if (offset == 0) {
                    // What is no longer there is not lost: nobody says that all of it is missing.
                    open.seekToBeginning(List.of(PartnerTopics.partition(topic)));
                } else {
                    open.seek(PartnerTopics.partition(topic), offset);
                }
            });
            take(open.poll(POLL), to);
            topics.allowedAgain();
            return true;
        } catch (OffsetOutOfRangeException e) {
            topics.restart(open, e).forEach(to::moveTo);
            return true;
        } catch (TopicAuthorizationException e) {
            topics.denied(e);
            return true;
        } catch (WakeupException e) {
            return false;
        } catch (RuntimeException e) {
            Optional<UnreadableRecords.Passed> passed = unreadable.passOver(open, e);
            if (passed.isPresent()) {
                to.moveTo(passed.get().partition().topic(), passed.get().next());
                return true;
            }
            // What was polled but not stored would be missing: the next consumer starts from the database again.
            close();
            throw e;
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records, ChunkInlet to) {
        for (TopicPartition partition : records.partitions()) {
            SortedMap<Long, byte[]> values = new TreeMap<>();
            records.records(partition)
                    .forEach(record ->
                            values.put(record.offset(), record.value() == null ? new byte[0] : record.value()));
            NodeId sender = topics.senders().get(partition.topic());
            if (sender != null && !values.isEmpty()) {
                to.take(sender, partition.topic(), values);
                crash.hit("A3");
            }
        }
    }
}
