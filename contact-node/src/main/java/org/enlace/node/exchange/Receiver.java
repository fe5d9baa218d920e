package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes records from the partners' topics into the database, with the offset after them in one transaction. Looks at
/// nothing but their bytes: no key, no header, no cryptography, so no record can stop it.
@Component
class Receiver {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration DENIED = Duration.ofSeconds(20);

    private final HeldConsumer consumer;
    private final Taking taking;
    private final TopicIds topicIds;
    private final CurrentDirectory directory;
    private final BrokerContact contact;
    private final Backlog backlog;
    private final Alarms alarms;
    private final UnreadableRecords unreadable;
    private final CrashPoint crash;
    private final Clock clock;
    private final Map<String, Instant> deniedUntil = new HashMap<>();
    private @Nullable Set<String> denied;
    private Map<String, NodeId> senders = Map.of();

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
        this.directory = directory;
        this.contact = contact;
        this.backlog = backlog;
        this.alarms = alarms;
        this.unreadable = unreadable;
        this.crash = crash;
        this.clock = clock;
    }

    /// @return whether there is anything to wait for
    boolean round() {
        Consumer<byte[], byte[]> open = consumer.open();
        try {
            assign(open);
            if (senders.isEmpty()) {
                return false;
            }
            startAnew(open);
            ConsumerRecords<byte[], byte[]> records = open.poll(POLL);
            crash.hit("R1");
            boolean connected = noteContact(open);
            take(records);
            if (connected) {
                backlog.look(open, senders);
            }
            allowedAgain();
            return true;
        } catch (OffsetOutOfRangeException e) {
            restart(open, e);
            return true;
        } catch (TopicAuthorizationException e) {
            e.unauthorizedTopics().forEach(this::denied);
            return true;
        } catch (WakeupException e) {
            return false;
        } catch (RuntimeException e) {
            if (passOver(open, e)) {
                return true;
            }
            // What was polled but not stored would be missing: the next consumer starts from the database again.
            close();
            lost();
            throw e;
        }
    }

    /// Ends a poll that is waiting; safe from another thread.
    void interrupt() {
        consumer.interrupt();
    }

    void close() {
        senders = Map.of();
        topicIds.close();
        consumer.close();
    }

    private void assign(Consumer<byte[], byte[]> open) {
        Map<String, NodeId> wanted = wanted();
        if (wanted.equals(senders)) {
            return;
        }
        List<TopicPartition> partitions =
                wanted.keySet().stream().map(Receiver::partition).toList();
        open.assign(partitions);
        Map<String, Long> positions = taking.positions();
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition.topic());
            if (position == null) {
                open.seekToBeginning(List.of(partition));
            } else {
                open.seek(partition, position);
            }
        }
        senders = wanted;
    }

    private Map<String, NodeId> wanted() {
        Map<String, NodeId> wanted = new HashMap<>();
        directory.partners().stream()
                .filter(partner -> partner.status() != MemberStatus.LEFT)
                .forEach(partner -> partner.topics().forEach((subject, topic) -> {
                    if (subject != TopicSubject.ATTACHMENTS) {
                        wanted.put(topic, partner.code());
                    }
                }));
        Instant now = clock.instant();
        // Whatever the clock does meanwhile, no topic stays shut out for longer than that.
        deniedUntil.values().removeIf(until -> !until.isAfter(now) || until.isAfter(now.plus(DENIED)));
        wanted.keySet().removeAll(deniedUntil.keySet());
        return wanted;
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Taking.Taken> taken = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            NodeId sender = senders.get(record.topic());
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
        topicIds.madeAnew(senders.keySet()).forEach((topic, stood) -> {
            alarms.raise(AlarmKind.RECORDS_LOST, topic, "expected=" + stood + " first=0");
            open.seekToBeginning(List.of(partition(topic)));
        });
    }

    /// The broker does not have what comes next for us: it kept it too shortly, or lost it. Said aloud, then continued
    /// with what there is.
    private void restart(Consumer<byte[], byte[]> open, OffsetOutOfRangeException e) {
        Map<TopicPartition, Long> beginnings =
                open.beginningOffsets(e.offsetOutOfRangePartitions().keySet());
        e.offsetOutOfRangePartitions().forEach((partition, wanted) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            alarms.raise(AlarmKind.RECORDS_LOST, partition.topic(), "expected=" + wanted + " first=" + beginning);
            open.seek(partition, beginning);
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

    private void denied(String topic) {
        deniedUntil.put(topic, clock.instant().plus(DENIED));
        denied().add(topic);
        alarms.raise(AlarmKind.TOPIC_DENIED, topic, "");
    }

    /// What was denied once is in the assignment again, and was read without a complaint.
    private void allowedAgain() {
        List<String> allowed = denied().stream()
                .filter(topic -> !deniedUntil.containsKey(topic))
                .toList();
        allowed.forEach(topic -> {
            alarms.clear(AlarmKind.TOPIC_DENIED, topic);
            denied().remove(topic);
        });
    }

    /// With what was denied before this node started.
    private Set<String> denied() {
        Set<String> known = denied;
        if (known == null) {
            known = new HashSet<>(alarms.subjects(AlarmKind.TOPIC_DENIED));
            denied = known;
        }
        return known;
    }

    private boolean noteContact(Consumer<byte[], byte[]> open) {
        boolean connected = open.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
        if (!connected) {
            lost();
        } else if (contact.made()) {
            backlog.begins(Set.copyOf(senders.values()));
        }
        return connected;
    }

    private void lost() {
        if (contact.lost()) {
            backlog.ends();
        }
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }
}
