package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.directory.DirectoryUpdates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks for new versions of the directory, in the folder and on the network's topic for it, and lets the node act on
/// what it learns. The topic is read from its beginning at each start: it is short, and a version
/// that was known already changes nothing.
@Component
class DirectoryReader {
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final HeldConsumer consumer;
    private final CurrentDirectory directory;
    private final DirectoryUpdates updates;
    private final DirectoryChanges changes;
    private final UnreadableRecords unreadable;
    private final Clock clock;
    private @Nullable TopicPartition reading;
    private Instant notBefore = Instant.MIN;
    private Instant judgeAgain = Instant.MIN;

    DirectoryReader(
            KafkaClients kafka,
            CurrentDirectory directory,
            DirectoryUpdates updates,
            DirectoryChanges changes,
            UnreadableRecords unreadable,
            Clock clock) {
        this.consumer = new HeldConsumer(kafka);
        this.directory = directory;
        this.updates = updates;
        this.changes = changes;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    /// @return whether waiting was part of it
    boolean round() {
        if (judgeAgain.equals(Instant.MIN)) {
            // The process may have ended between a new version and what follows from it.
            changes.moved();
        }
        List<byte[]> offered = new ArrayList<>();
        updates.fromFolder().ifPresent(offered::add);
        boolean waited = fromTopic(offered);
        Instant now = clock.instant();
        if (!offered.isEmpty() || !now.isBefore(judgeAgain) || now.isBefore(judgeAgain.minus(AGAIN))) {
            judgeAgain = now.plus(AGAIN);
            changes.after(updates.offer(offered));
        }
        return waited;
    }

    /// Ends a poll that is waiting; safe from another thread.
    void interrupt() {
        consumer.interrupt();
    }

    void close() {
        reading = null;
        consumer.close();
    }

    private boolean fromTopic(List<byte[]> offered) {
        if (clock.instant().isBefore(notBefore)) {
            return false;
        }
        Consumer<byte[], byte[]> open = consumer.open();
        try {
            assign(open);
            for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
                if (record.value() != null) {
                    offered.add(record.value());
                }
            }
            return true;
        } catch (OffsetOutOfRangeException e) {
            open.seekToBeginning(e.partitions());
            return true;
        } catch (TopicAuthorizationException e) {
            notBefore = clock.instant().plus(AGAIN);
            e.unauthorizedTopics().forEach(changes::denied);
            return false;
        } catch (WakeupException e) {
            return false;
        } catch (RuntimeException e) {
            if (unreadable.passOver(open, e).isPresent()) {
                return true;
            }
            close();
            throw e;
        }
    }

    private void assign(Consumer<byte[], byte[]> open) {
        TopicPartition wanted = new TopicPartition(directory.current().topic(), 0);
        if (!wanted.equals(reading)) {
            open.assign(List.of(wanted));
            open.seekToBeginning(List.of(wanted));
            reading = wanted;
        }
    }
}
