package org.enlace.node.exchange;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.stereotype.Component;

/// Finds the way past records that the broker hands out damaged, so that they cost what is in them and no more.
/// That is missing from its stream, which notices; its sender publishes it again when no receipt comes.
@Component
class UnreadableRecords {
    private static final Duration PROBE = Duration.ofSeconds(5);
    /// So many places are tried one by one, so that no sound batch behind a damaged one is jumped over; then in leaps.
    private static final int ONE_BY_ONE = 64;

    private final Alarms alarms;

    UnreadableRecords(Alarms alarms) {
        this.alarms = alarms;
    }

    /// Where a partition can be read again.
    record Passed(TopicPartition partition, long next) {}

    /// If the failure is a damaged record of one partition, moves that partition to the first place after it that can
    /// be read, and says so.
    Optional<Passed> passOver(Consumer<byte[], byte[]> consumer, RuntimeException failure) {
        return damaged(consumer, failure).map(partition -> {
            List<TopicPartition> others = consumer.assignment().stream()
                    .filter(other -> !other.equals(partition))
                    .toList();
            consumer.pause(others);
            try {
                return passOver(consumer, partition);
            } finally {
                consumer.resume(others);
            }
        });
    }

    private Passed passOver(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        long bad = consumer.position(partition);
        long end = Math.max(consumer.endOffsets(List.of(partition)).getOrDefault(partition, bad + 1), bad + 1);
        long lastBad = bad;
        long good = bad + 1;
        while (good < end && !readable(consumer, partition, good)) {
            long leap = Math.max(good - bad - ONE_BY_ONE, 1);
            lastBad = good;
            good = Math.min(good + leap, end);
        }
        while (good - lastBad > 1) {
            long middle = lastBad + (good - lastBad) / 2;
            if (readable(consumer, partition, middle)) {
                good = middle;
            } else {
                lastBad = middle;
            }
        }
        consumer.seek(partition, good);
        alarms.raise(AlarmKind.RECORDS_LOST, partition.topic(), "expected=" + bad + " first=" + good);
        return new Passed(partition, good);
    }

    private static boolean readable(Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        try {
            if (consumer.poll(PROBE).isEmpty()) {
                throw new TimeoutException("The broker did not answer while damaged records were passed over");
            }
            return true;
        } catch (KafkaException e) {
            if (damaged(consumer, e).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /// The client says in words alone which partition it cannot read.
    private static Optional<TopicPartition> damaged(Consumer<byte[], byte[]> consumer, RuntimeException failure) {
        if (failure instanceof RecordDeserializationException record) {
            return Optional.of(record.topicPartition());
        }
        String words = failure.getMessage();
        if (!(failure instanceof KafkaException) || failure instanceof ApiException || words == null) {
            return Optional.empty();
        }
        return consumer.assignment().stream()
                .filter(partition -> Pattern.compile(
                                "(?<![\\w.-])" + Pattern.quote(partition.toString()) + "(?![\\w-])")
                        .matcher(words)
                        .find())
                .max(Comparator.comparingInt(partition -> partition.toString().length()));
    }
}
