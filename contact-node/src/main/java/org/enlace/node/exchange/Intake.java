package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.enlace.envelope.Claim;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opener;
import org.enlace.envelope.Opening;
import org.enlace.envelope.Refusal;
import org.enlace.envelope.Refused;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.keys.NodeKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens what the receiver took in, each partner's records in their order. What waits together is acted on in one
/// transaction, as far as nothing goes wrong; if something does, each of them is looked at alone. Whatever is
/// wrong with a record, it is put away and the next one is opened.
@Component
class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int ATTEMPTS_MAX = 6;
    /// Records in one transaction: commits are dear, but others wait for the streams that it locks.
    private static final int TOGETHER_MAX = 8;
    private static final long TOGETHER_BYTES_MAX = 1024 * 1024;
    private static final Duration BREATH = Duration.ofMillis(40);
    /// Records opened at the same time: enough for the processors and for waiting on the disk, and few enough to leave
    /// connections to the database for everybody else.
    private static final int TURNS = Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 4, 12);

    private final InboxRows inbox;
    private final Opener opener;
    private final NodeKeys keys;
    private final CurrentDirectory directory;
    private final StreamRows streams;
    private final Placing placing;
    private final Receipts receipts;
    private final Parking parking;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;
    private final CrashPoint crash;
    private final Clock clock;
    private final Set<NodeId> busy = ConcurrentHashMap.newKeySet();
    /// When the last records of a partner were begun, by the nanoseconds of this process.
    private final Map<NodeId, Long> begun = new ConcurrentHashMap<>();
    /// Fair: who waits longest is next.
    private final Semaphore turns = new Semaphore(TURNS, true);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("intake-", 0).factory());

    Intake(
            InboxRows inbox,
            Opener opener,
            NodeKeys keys,
            CurrentDirectory directory,
            StreamRows streams,
            Placing placing,
            Receipts receipts,
            Parking parking,
            Quarantine quarantine,
            PlatformTransactionManager transactions,
            CrashPoint crash,
            Clock clock) {
        this.inbox = inbox;
        this.opener = opener;
        this.keys = keys;
        this.directory = directory;
        this.streams = streams;
        this.placing = placing;
        this.receipts = receipts;
        this.parking = parking;
        this.quarantine = quarantine;
        this.transaction = new TransactionTemplate(transactions);
        this.crash = crash;
        this.clock = clock;
    }

    /// What waits for something that only a stopped node can be given is looked at again: a restored database, a key.
    void begin() {
        transaction.executeWithoutResult(_ -> inbox.retryParked(QuarantineReason.endingWithRestart()));
    }

    /// Lets each partner with something to open be worked on, side by side and a few records a turn: one with much
    /// to open, or on whose records there is much to do, does not delay the next records of another.
    ///
    /// @param ended called from another thread when the work on a partner has ended and there may be new work on it
    void round(Runnable ended) {
        for (NodeId sender : inbox.sendersWithWork(clock.instant())) {
            if (busy.add(sender)) {
                threads.execute(() -> takeIn(sender, ended));
            }
        }
    }

    /// Lets what was begun end.
    void stop(Duration atMost) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void takeIn(NodeId sender, Runnable ended) {
        boolean sound = false;
        try {
            answerRepeated(sender);
            boolean more = true;
            while (more && !threads.isShutdown()) {
                breathe(sender);
                turns.acquire();
                try {
                    more = next(sender);
                } finally {
                    turns.release();
                }
                crash.hit("R10");
            }
            sound = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failed(sender, e);
        } finally {
            busy.remove(sender);
            if (sound) {
                ended.run();
            }
        }
    }

    /// Records that come one close behind the other are opened together and confirmed with one receipt; what comes
    /// after a quiet moment is opened at once.
    private void breathe(NodeId sender) throws InterruptedException {
        long rest = BREATH.toNanos() - (System.nanoTime() - begun.getOrDefault(sender, Long.MIN_VALUE / 2));
        if (rest > 0 && inbox.waiting(sender, clock.instant(), TOGETHER_MAX, TOGETHER_BYTES_MAX) < TOGETHER_MAX) {
            TimeUnit.NANOSECONDS.sleep(rest);
        }
    }

    /// @return whether there may be more
    private boolean next(NodeId sender) {
        // A lock is a write: a stream without work is not locked to find that out.
        if (inbox.waiting(sender, clock.instant(), 1, 1) == 0) {
            return false;
        }
        begun.put(sender, System.nanoTime());
        take(sender, TOGETHER_MAX);
        return true;
    }

    private void take(NodeId sender, int atMost) {
        Attempt attempt = new Attempt();
        try {
            transaction.executeWithoutResult(_ -> {
                // The lock on the stream keeps a second replica of this node from opening the same records.
                streams.lockIncoming(sender);
                Queue<InboxRows.Row> rows = next(sender, attempt, atMost);
                while (!rows.isEmpty()) {
                    boolean followed = open(attempt.begin(rows.remove()));
                    crash.hit("R8");
                    if (followed) {
                        // What waited for this one goes on with it, before whatever came later would have to wait too.
                        rows = next(sender, attempt, atMost);
                    }
                }
            });
        } catch (Throwable e) {
            if (attempt.rows.isEmpty() || Failures.fatal(e)) {
                throw e;
            }
            failed(attempt.rows, e);
            return;
        }
        crash.hit("R9");
    }

    private Queue<InboxRows.Row> next(NodeId sender, Attempt attempt, int atMost) {
        Instant now = clock.instant();
        int fitting = inbox.waiting(sender, now, atMost - attempt.rows.size(), TOGETHER_BYTES_MAX - attempt.bytes);
        return new ArrayDeque<>(fitting == 0 ? List.of() : inbox.next(sender, now, fitting));
    }

    /// Nothing of what was done with them is left. Which of them it was that failed shows when each is taken alone.
    private void failed(List<InboxRows.Row> rows, Throwable e) {
        if (rows.size() > 1) {
            rows.forEach(row -> take(row.sender(), 1));
        } else if (e instanceof UnknownMessage) {
            park(rows.getFirst(), QuarantineReason.UNKNOWN_MESSAGE);
        } else if (e instanceof NotAsked) {
            park(rows.getFirst(), QuarantineReason.NOT_ASKED);
        } else if (e instanceof NotCorrectable) {
            park(rows.getFirst(), QuarantineReason.NOT_CORRECTABLE);
        } else if (e instanceof NotReturnable) {
            park(rows.getFirst(), QuarantineReason.NOT_RETURNABLE);
        } else {
            parkOrRetry(rows.getFirst(), e);
        }
    }

    /// @return whether others that waited for it are next
    private boolean open(InboxRows.Row row) {
        if (row.raw().length == 0) {
            refuse(row, QuarantineReason.of(row.size() == 0 ? Refusal.NOT_AN_ENVELOPE : Refusal.TOO_LARGE));
            return false;
        }
        return switch (opened(row)) {
            case Opened(var message) -> {
                crash.hit("R3");
                yield placing.take(row, message);
            }
            case Refused(var why, var proven) -> {
                if (why == Refusal.NOT_FOR_US) {
                    notForUs(row);
                } else if (why.mayPassWithNewerDirectory()) {
                    parking.park(row, row.accounted(), QuarantineReason.of(why));
                } else if (proven.isPresent()) {
                    yield placing.refuse(row, why, proven.get());
                } else {
                    refuse(row, why);
                }
                yield false;
            }
        };
    }

    /// What is for others is none of our business. What is for us by a key that is not here waits until it is.
    private void notForUs(InboxRows.Row row) {
        if (opener.missesKey(row.raw(), directory.code(), keys.decryption(), directory.trusted())) {
            parking.park(row, row.accounted(), QuarantineReason.KEY_MISSING);
        } else {
            inbox.drop(row);
        }
    }

    private void refuse(InboxRows.Row row, Refusal why) {
        Optional<Claim> claim = why == Refusal.KEY_NOT_VALID_THEN || why == Refusal.SUITE
                ? opener.claim(row.raw(), keys.decryption(), directory.trusted())
                : Optional.empty();
        if (claim.isPresent()) {
            placing.refuse(row, why, claim.get());
        } else {
            refuse(row, QuarantineReason.of(why));
        }
    }

    private void refuse(InboxRows.Row row, QuarantineReason reason) {
        inbox.refuse(row);
        quarantine.put(row, reason);
        crash.hit("R11");
    }

    /// Nothing of the failed attempt is left. What may pass is tried again later; otherwise the
    /// record is parked and its stream moves past it, so that it blocks nobody.
    private void parkOrRetry(InboxRows.Row row, Throwable error) {
        boolean again = Failures.mayPass(error) && row.attempts() < ATTEMPTS_MAX;
        Throwable root = Failures.root(error);
        log.atError()
                .addKeyValue("sender", row.sender())
                .addKeyValue("offset", row.offset())
                .addKeyValue("error", root.getClass().getName())
                .addKeyValue("at", Failures.place(root))
                .log(
                        again
                                ? "Taking in a record failed and will be repeated"
                                : "Taking in a record failed; it is parked");
        if (again) {
            transaction.executeWithoutResult(_ -> {
                streams.lockIncoming(row.sender());
                inbox.retry(row, clock.instant().plus(Duration.ofSeconds(1L << row.attempts())));
                crash.hit("R11");
            });
        } else {
            park(row, QuarantineReason.OWN_FAILURE);
        }
    }

    private void park(InboxRows.Row row, QuarantineReason reason) {
        transaction.executeWithoutResult(_ -> {
            streams.lockIncoming(row.sender());
            placing.park(row, opened(row), reason);
            crash.hit("R11");
        });
    }

    private Opening opened(InboxRows.Row row) {
        return opener.open(row.raw(), row.topic(), keys.decryption(), directory.trusted(), row.receivedAt());
    }

    private void answerRepeated(NodeId sender) {
        transaction.executeWithoutResult(_ -> {
            for (InboxRows.Repeated repeated : inbox.repeated(sender)) {
                if (repeated.refusal() != null) {
                    receipts.sendAgain(repeated.refusal());
                } else if (repeated.msgId() != null) {
                    receipts.answerAgain(sender, repeated.msgId());
                }
                inbox.answered(repeated);
            }
        });
    }

    private static void failed(NodeId sender, Throwable e) {
        log.atError()
                .addKeyValue("sender", sender)
                .addKeyValue("error", e.getClass().getName())
                .addKeyValue("at", Failures.place(e))
                .log("Opening records of a partner stopped and will be repeated");
    }

    private static final class Attempt {
        private final List<InboxRows.Row> rows = new ArrayList<>();
        private long bytes;

        private InboxRows.Row begin(InboxRows.Row row) {
            rows.add(row);
            bytes += row.size();
            return row;
        }
    }
}
