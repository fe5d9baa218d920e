package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.enlace.node.Durability;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes what is in the outbox, on a thread of its own. A message is marked only when the broker has confirmed it,
/// so it can be published twice but never lost.
@Component
class Dispatcher {
    private static final int BATCH = 200;
    private static final Duration BACKOFF_MAX = Duration.ofMinutes(1);

    private final OutgoingRows rows;
    private final KafkaClients kafka;
    private final BrokerContact contact;
    private final Alarms alarms;
    private final Durability durability;
    private final TransactionTemplate transaction;
    private final CrashPoint crash;
    private final Clock clock;
    private @Nullable Producer<byte[], byte[]> producer;

    Dispatcher(
            OutgoingRows rows,
            KafkaClients kafka,
            BrokerContact contact,
            Alarms alarms,
            Durability durability,
            PlatformTransactionManager transactions,
            CrashPoint crash,
            Clock clock) {
        this.rows = rows;
        this.kafka = kafka;
        this.contact = contact;
        this.alarms = alarms;
        this.durability = durability;
        this.transaction = new TransactionTemplate(transactions);
        this.crash = crash;
        this.clock = clock;
    }

    /// @return whether there may be more at once
    boolean round() {
        if (rows.outbox().oldestDue().isEmpty()) {
            return false;
        }
        // Before anything that was committed is told to others, it is on the disk.
        durability.sync();
        Integer confirmed = transaction.execute(_ -> publish(rows.outbox().lockDue(clock.instant(), BATCH)));
        if (confirmed == null || confirmed == 0) {
            return false;
        }
        if (contact.made()) {
            rows.outbox().retryNow(clock.instant());
        }
        return confirmed == BATCH;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private int publish(List<OutboxRows.Due> due) {
        if (due.isEmpty()) {
            return 0;
        }
        crash.hit("S6");
        List<Asked> asked = ask(due);
        crash.hit("S7");
        int confirmed = 0;
        for (Asked one : asked) {
            confirmed += settle(one) ? 1 : 0;
        }
        crash.hit("S9");
        return confirmed;
    }

    private List<Asked> ask(List<OutboxRows.Due> due) {
        List<Asked> asked = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        for (OutboxRows.Due message : due) {
            // One wait for a topic that does not answer is enough for a whole batch, and two for a broker.
            if (silent.size() < 2 && !silent.contains(message.topic())) {
                Future<?> answer = send(message);
                asked.add(new Asked(message, answer));
                if (answer.state() == Future.State.FAILED) {
                    silent.add(message.topic());
                }
            }
        }
        return asked;
    }

    private Future<?> send(OutboxRows.Due message) {
        try {
            if (producer == null) {
                producer = kafka.producer();
            }
            return producer.send(new ProducerRecord<>(message.topic(), message.envelope()));
        } catch (KafkaException e) {
            close();
            return CompletableFuture.failedFuture(e);
        }
    }

    private boolean settle(Asked asked) {
        OutboxRows.Due message = asked.message();
        Instant now = clock.instant();
        try {
            asked.answer().get();
            crash.hit("S8");
            rows.outbox().published(message.id(), now);
            rows.deliveries().onBroker(message.msgId(), now);
            return true;
        } catch (ExecutionException e) {
            Throwable why = Failures.root(e);
            Duration wait =
                    Duration.ofSeconds(Math.min(BACKOFF_MAX.toSeconds(), 1L << Math.min(message.failures(), 10)));
            rows.outbox().failed(message.id(), why.getClass().getSimpleName(), now.plus(wait));
            if (!(why instanceof RetriableException)) {
                alarms.raise(
                        AlarmKind.PUBLISHING_REFUSED,
                        message.topic(),
                        "why=" + why.getClass().getSimpleName() + " message=" + message.msgId());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the broker was asked; it will be asked again", e);
        }
    }

    private record Asked(OutboxRows.Due message, Future<?> answer) {}
}
