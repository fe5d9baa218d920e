package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.enlace.message.MessageId;
import org.enlace.node.Durability;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes what is in the outbox, on a thread of its own. No transaction is open and no row is locked while the
/// broker is asked, so a partition that is slow to answer delays nothing but what goes over it. A message is
/// marked only when the broker has confirmed it, so it can be published twice but never lost.
@Component
class Dispatcher {
    private static final int BATCH = 200;
    private static final long BATCH_BYTES_MAX = 8 * 1024 * 1024;
    /// Asked and not answered, of one topic.
    private static final int TOPIC_IN_FLIGHT_MAX = 200;

    private static final Duration BACKOFF_MAX = Duration.ofMinutes(1);

    private final OutgoingRows rows;
    private final PublishingTurn turn;
    private final KafkaClients kafka;
    private final BrokerContact contact;
    private final Alarms alarms;
    private final Durability durability;
    private final TransactionTemplate transaction;
    private final CrashPoint crash;
    private final Clock clock;
    private final RestingTopics resting = new RestingTopics();
    private final Map<Long, OutboxRows.Asked> inFlight = new HashMap<>();
    private final List<Answer> toSettle = new ArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Producer<byte[], byte[]> producer;
    private volatile boolean ending;
    private @Nullable Instant contactSince;

    Dispatcher(
            OutgoingRows rows,
            PublishingTurn turn,
            KafkaClients kafka,
            BrokerContact contact,
            Alarms alarms,
            Durability durability,
            PlatformTransactionManager transactions,
            CrashPoint crash,
            Clock clock) {
        this.rows = rows;
        this.turn = turn;
        this.kafka = kafka;
        this.contact = contact;
        this.alarms = alarms;
        this.durability = durability;
        this.transaction = new TransactionTemplate(transactions);
        this.crash = crash;
        this.clock = clock;
    }

    /// @param answered called from another thread when the broker has answered and another round has work
    /// @return whether there may be more at once
    boolean round(Runnable answered) {
        settle();
        noteContact();
        return turn.isOurs() && ask(answered);
    }

    /// From another thread: ends the wait for a broker that is away. What is on its way to one that is there, goes on.
    void interrupt() {
        ending = true;
        Producer<byte[], byte[]> open = producer;
        BrokerContact.State known = contact.state();
        if (open != null && (known == null || !known.connected())) {
            open.close(Duration.ZERO);
        }
    }

    void close() {
        closeProducer();
        settle();
        turn.pass();
    }

    private void closeProducer() {
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private boolean ask(Runnable answered) {
        Set<String> leftOut = busyTopics();
        leftOut.addAll(resting.now());
        List<OutboxRows.Due> due =
                rows.outbox().due(clock.instant(), BATCH, BATCH_BYTES_MAX, inFlight.keySet(), leftOut);
        if (due.isEmpty()) {
            return false;
        }
        // Before anything that was committed is told to others, it is on the disk.
        durability.sync();
        crash.hit("S6");
        Set<String> silent = new HashSet<>();
        for (OutboxRows.Due message : due) {
            String topic = message.message().topic();
            // One wait for a topic that does not answer is enough for a whole batch, and two for a broker.
            if (!ending && silent.size() < 2 && !silent.contains(topic) && !ask(message, answered)) {
                silent.add(topic);
                resting.failed(topic);
            }
        }
        crash.hit("S7");
        // What is due on a silent topic rests, so that the next round sees what is behind it.
        return due.size() == BATCH || !silent.isEmpty();
    }

    /// @return whether the broker was asked; if not, the answer is here already
    private boolean ask(OutboxRows.Due due, Runnable answered) {
        OutboxRows.Asked message = due.message();
        Thread asking = Thread.currentThread();
        Callback callback = (_, failure) -> {
            answers.add(new Answer(message, failure));
            if (!Thread.currentThread().equals(asking)) {
                answered.run();
            }
        };
        try {
            Producer<byte[], byte[]> open = producer;
            if (open == null) {
                open = kafka.producer();
                producer = open;
            }
            // Asked after the producer was put there: of this and an interruption, one sees the other.
            if (ending) {
                return false;
            }
            inFlight.put(message.id(), message);
            Future<?> asked = open.send(new ProducerRecord<>(message.topic(), due.envelope()), callback);
            return asked.state() != Future.State.FAILED;
        } catch (RuntimeException e) {
            if (ending) {
                // No answer of the broker: it waits for the next start as it is.
                inFlight.remove(message.id());
                return false;
            }
            answers.add(new Answer(message, e));
            closeProducer();
            return false;
        }
    }

    private Set<String> busyTopics() {
        return inFlight.values().stream()
                .collect(Collectors.groupingBy(OutboxRows.Asked::topic, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(topic -> topic.getValue() >= TOPIC_IN_FLIGHT_MAX)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Writes down what the broker has answered so far. If that fails, the answers are kept for the next round.
    private void settle() {
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            toSettle.add(answer);
        }
        if (toSettle.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Boolean confirmed = transaction.execute(_ -> settle(now));
        toSettle.forEach(answer -> inFlight.remove(answer.message().id()));
        toSettle.clear();
        if (Boolean.TRUE.equals(confirmed)) {
            contact.made();
        }
    }

    /// A new connection, whoever noticed it, is a reason to try everything again.
    private void noteContact() {
        BrokerContact.State state = contact.state();
        if (state != null && state.connected() && !state.since().equals(contactSince)) {
            contactSince = state.since();
            resting.wake();
            rows.outbox().retryNow(clock.instant());
        }
    }

    private boolean settle(Instant now) {
        List<Long> published = new ArrayList<>();
        List<MessageId> onBroker = new ArrayList<>();
        for (Answer answer : toSettle) {
            if (answer.failure() == null) {
                crash.hit("S8");
                published.add(answer.message().id());
                onBroker.add(answer.message().msgId());
            } else {
                failed(answer.message(), Failures.root(answer.failure()), now);
            }
        }
        toSettle.stream()
                .filter(answer -> answer.failure() == null)
                .map(answer -> answer.message().topic())
                .distinct()
                .filter(resting::sound)
                .forEach(topic -> alarms.clear(AlarmKind.PUBLISHING_REFUSED, topic));
        if (!published.isEmpty()) {
            // In the order in which the timers lock them.
            rows.deliveries().onBroker(onBroker, now);
            rows.outbox().published(published, now);
        }
        crash.hit("S9");
        return !published.isEmpty();
    }

    private void failed(OutboxRows.Asked message, Throwable why, Instant now) {
        if (!(why instanceof RecordTooLargeException || why instanceof InvalidRecordException)) {
            resting.failed(message.topic());
        }
        Duration wait = Duration.ofSeconds(Math.min(BACKOFF_MAX.toSeconds(), 1L << Math.min(message.failures(), 10)));
        rows.outbox().failed(message.id(), why.getClass().getSimpleName(), now.plus(wait));
        if (!(why instanceof RetriableException)) {
            alarms.raise(
                    AlarmKind.PUBLISHING_REFUSED,
                    message.topic(),
                    "why=" + why.getClass().getSimpleName() + " message=" + message.msgId());
        }
    }

    /// @param failure null if the broker has confirmed it
    private record Answer(
            OutboxRows.Asked message, @Nullable Exception failure) {}
}
