package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.enlace.directory.MemberStatus;
import org.enlace.directory.TopicSubject;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;

/// Which topics of the partners one consumer reads: all of some subjects, but for a while none that the broker denied.
/// For one thread.
final class PartnerTopics {
    private static final Duration DENIED = Duration.ofSeconds(20);

    private final Predicate<TopicSubject> subjects;
    private final CurrentDirectory directory;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<String, Instant> deniedUntil = new HashMap<>();
    private final Set<String> denied = new HashSet<>();
    private Map<String, NodeId> senders = Map.of();

    PartnerTopics(Predicate<TopicSubject> subjects, CurrentDirectory directory, Alarms alarms, Clock clock) {
        this.subjects = subjects;
        this.directory = directory;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Who writes on each topic that is read now.
    Map<String, NodeId> senders() {
        return senders;
    }

    /// The consumer is gone: the next one is assigned anew.
    void forget() {
        senders = Map.of();
    }

    /// @param positions what comes next on each topic that was read before
    void assign(Consumer<byte[], byte[]> open, Supplier<Map<String, Long>> positions) {
        Map<String, NodeId> wanted = wanted();
        if (wanted.equals(senders)) {
            return;
        }
        List<TopicPartition> partitions =
                wanted.keySet().stream().map(PartnerTopics::partition).toList();
        open.assign(partitions);
        Map<String, Long> known = positions.get();
        for (TopicPartition partition : partitions) {
            Long position = known.get(partition.topic());
            if (position == null) {
                open.seekToBeginning(List.of(partition));
            } else {
                open.seek(partition, position);
            }
        }
        // With what was denied before this node started, and with what is nobody's topic any more.
        alarms.subjects(AlarmKind.TOPIC_DENIED).stream()
                .filter(topic -> !isReadByOthers(topic))
                .forEach(denied::add);
        senders = wanted;
    }

    void denied(TopicAuthorizationException e) {
        e.unauthorizedTopics().forEach(topic -> {
            deniedUntil.put(topic, clock.instant().plus(DENIED));
            denied.add(topic);
            alarms.raise(AlarmKind.TOPIC_DENIED, topic, "");
        });
    }

    /// What was denied once is in the assignment again, and was read without a complaint; or it is nobody's topic any
    /// more.
    void allowedAgain() {
        denied.removeIf(topic -> {
            boolean again = !deniedUntil.containsKey(topic);
            if (again) {
                alarms.clear(AlarmKind.TOPIC_DENIED, topic);
            }
            return again;
        });
    }

    /// The broker does not have what comes next for us: it kept it too shortly, or lost it. Said aloud, then continued
    /// with what there is.
    ///
    /// @return where each of these topics is continued
    Map<String, Long> restart(Consumer<byte[], byte[]> open, OffsetOutOfRangeException e) {
        Map<String, Long> continued = new HashMap<>();
        Map<TopicPartition, Long> beginnings =
                open.beginningOffsets(e.offsetOutOfRangePartitions().keySet());
        e.offsetOutOfRangePartitions().forEach((partition, wanted) -> {
            long beginning = beginnings.getOrDefault(partition, 0L);
            alarms.raise(AlarmKind.RECORDS_LOST, partition.topic(), "expected=" + wanted + " first=" + beginning);
            open.seek(partition, beginning);
            continued.put(partition.topic(), beginning);
        });
        return continued;
    }

    static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    private boolean isReadByOthers(String topic) {
        return directory.partners().stream()
                .flatMap(partner -> partner.topics().entrySet().stream())
                .anyMatch(entry -> entry.getValue().equals(topic) && !subjects.test(entry.getKey()));
    }

    private Map<String, NodeId> wanted() {
        Map<String, NodeId> wanted = new HashMap<>();
        directory.partners().stream()
                .filter(partner -> partner.status() != MemberStatus.LEFT)
                .forEach(partner -> partner.topics().forEach((subject, topic) -> {
                    if (subjects.test(subject)) {
                        wanted.put(topic, partner.code());
                    }
                }));
        Instant now = clock.instant();
        // Whatever the clock does meanwhile, no topic stays shut out for longer than that.
        deniedUntil.values().removeIf(until -> !until.isAfter(now) || until.isAfter(now.plus(DENIED)));
        wanted.keySet().removeAll(deniedUntil.keySet());
        return wanted;
    }
}
