package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;

/// Takes records from the partners' topics into the database, with the offset after them in one transaction. Looks at
/// nothing but their bytes: no key, no header, no cryptography, so no record can stop it.
@Component
class Receiver {
    private static final Duration POLL = Duration.ofMillis(500);

    private final HeldConsumer consumer;
    private final Taking taking;
    private final TopicIds topicIds;
    private final PartnerTopics topics;
    private final BrokerContact contact;
    private final Backlog backlog;
    private final Alarms alarms;
    private final UnreadableRecords unreadable;
    private final CrashPoint crash;

    Receiver(
            KafkaClients kafka,
            Taking taking,
            TopicIds topicIds,
            CurrentDirectory directory,
            BrokerContact contact,
            Backlog backlog,
            Alarms alarms,
            UnreadableRecords unreadable,
            CrashPoint crash,
            Clock clock) {
        this.consumer = new HeldConsumer(kafka);
        this.taking = taking;
        this.topicIds = topicIds;
        this.topics = new PartnerTopics(subject -> subject != TopicSubject.ATTACHMENTS, directory, alarms, clock);
        this.contact = contact;
        this.backlog = backlog;
        this.alarms = alarms;
        this.unreadable = unreadable;
        this.crash = crash;
    }

    /// @return whether there is anything to wait for
    boolean round() {
        Consumer<byte[], byte[]> open = consumer.open();
        try {
            topics.assign(open, taking::positions);
            if (topics.senders().isEmpty()) {
                return false;
            }
            startAnew(open);
            ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
            crash.hit("R1");
            boolean connected = noteContact(open);
            take(records);
            if (connected) {
                backlog.look(open, topics.senders());
            }
            topics.allowedAgain();
            return true;
        } catch (OffsetOutOfRangeException e) {
            topics.restart(open, e);
            return true;
        } catch (TopicAuthorizationException e) {
            topics.denied(e);
            return true;
        } catch (WakeupException e) {
            return false;
        } catch (RuntimeException e) {
            if (passOver(open, e)) {
                return true;
            }
            startOver();
            throw e;
        } catch (Error e) {
            startOver();
            throw e;
        }
    }

    /// What was polled but not stored would be missing: the next consumer starts from the database again.
    private void startOver() {
        close();
        lost();
    }

    /// Ends a poll that is waiting; safe from another thread.
    void interrupt() {
        consumer.interrupt();
    }

    void close() {
        topics.forget();
        topicIds.close();
        consumer.close();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Taking.Taken> taken = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            NodeId sender = topics.senders().get(record.topic());
            if (sender != null) {
                byte[] value = record.value();
                taken.add(
                        new Taking.Taken(sender, record.topic(), record.offset(), value == null ? new byte[0] : value));
            }
        }
        taking.store(taken);
        topicIds.came(taken.stream().map(Taking.Taken::topic).collect(Collectors.toSet()));
    }

    /// A topic that the broker has made anew is read from its beginning. What was in the old one and had not been read
    /// is lost there; its sender publishes it again.
    private void startAnew(Consumer<byte[], byte[]> open) {
        // Asking a broker that is away would hold up this thread, and the end of the node.
        BrokerContact.State now = contact.state();
        if (now == null || !now.connected()) {
            return;
        }
        topicIds.madeAnew(topics.senders().keySet()).forEach((topic, stood) -> {
            alarms.raise(AlarmKind.RECORDS_LOST, topic, "expected=" + stood + " first=0");
            open.seekToBeginning(List.of(PartnerTopics.partition(topic)));
        });
    }

    /// @return whether that was it: damaged records of one topic, which are behind us now
    private boolean passOver(Consumer<byte[], byte[]> open, RuntimeException failure) {
        try {
            Optional<UnreadableRecords.Passed> passed = unreadable.passOver(open, failure);
            passed.ifPresent(it -> taking.passOver(it.partition().topic(), it.next()));
            return passed.isPresent();
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
            return false;
        }
    }

    private boolean noteContact(Consumer<byte[], byte[]> open) {
        boolean connected = open.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
        if (!connected) {
            lost();
        } else if (contact.made()) {
            backlog.begins(Set.copyOf(topics.senders().values()));
        }
        return connected;
    }

    private void lost() {
        if (contact.lost()) {
            backlog.ends();
        }
    }
}
