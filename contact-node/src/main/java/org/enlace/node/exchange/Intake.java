package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.enlace.envelope.Opened;
import org.enlace.envelope.Opener;
import org.enlace.envelope.Refusal;
import org.enlace.envelope.Refused;
import org.enlace.message.NodeId;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.keys.NodeKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens what the receiver took in, each partner's records in their order and one transaction a record. Whatever is
/// wrong
/// with a record, it is put away and the next one is opened.
@Component
class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int ATTEMPTS_MAX = 6;
    private static final int ROUND_MAX = 100;

    private final InboxRows inbox;
    private final Opener opener;
    private final NodeKeys keys;
    private final CurrentDirectory directory;
    private final StreamRows streams;
    private final Placing placing;
    private final Receipts receipts;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;
    private final CrashPoint crash;
    private final Clock clock;

    Intake(
            InboxRows inbox,
            Opener opener,
            NodeKeys keys,
            CurrentDirectory directory,
            StreamRows streams,
            Placing placing,
            Receipts receipts,
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
        this.quarantine = quarantine;
        this.transaction = new TransactionTemplate(transactions);
        this.crash = crash;
        this.clock = clock;
    }

    /// One round over all partners, side by side, so that one with much to open does not delay another.
    ///
    /// @return whether there may be more to do at once
    boolean round() throws InterruptedException {
        AtomicBoolean troubled = new AtomicBoolean();
        List<NodeId> senders = inbox.sendersWithWork(clock.instant());
        List<Thread> threads = senders.stream()
                .map(sender -> Thread.ofVirtual()
                        .name("intake-" + sender)
                        .uncaughtExceptionHandler((_, e) -> {
                            troubled.set(true);
                            failed(sender, e);
                        })
                        .start(() -> takeIn(sender)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return !senders.isEmpty() && !troubled.get();
    }

    private void takeIn(NodeId sender) {
        answerRepeated(sender);
        for (int n = 0; n < ROUND_MAX && next(sender); n++) {
            crash.hit("R10");
        }
    }

    private boolean next(NodeId sender) {
        Attempt attempt = new Attempt();
        try {
            boolean found = Boolean.TRUE.equals(transaction.execute(_ -> {
                // The lock on the stream keeps a second replica of this node from opening the same records.
                streams.lockIncoming(sender);
                attempt.row = inbox.next(sender, clock.instant()).orElse(null);
                if (attempt.row == null) {
                    return false;
                }
                open(attempt.row);
                crash.hit("R8");
                return true;
            }));
            if (found) {
                crash.hit("R9");
            }
            return found;
        } catch (Throwable e) {
            if (attempt.row == null || Failures.fatal(e)) {
                throw e;
            }
            parkOrRetry(attempt.row, e);
            return true;
        }
    }

    private void open(InboxRows.Row row) {
        if (row.raw().length == 0) {
            refuse(row, QuarantineReason.of(row.size() == 0 ? Refusal.NOT_AN_ENVELOPE : Refusal.TOO_LARGE));
            return;
        }
        switch (opener.open(row.raw(), row.topic(), keys.decryption(), directory.trusted(), row.receivedAt())) {
            case Opened(var message) -> {
                crash.hit("R3");
                placing.take(row, message);
            }
            case Refused(var why, var proven) -> {
                if (why == Refusal.NOT_FOR_US) {
                    inbox.drop(row);
                } else if (why.mayPassWithNewerDirectory()) {
                    inbox.park(row, false);
                    quarantine.put(row, QuarantineReason.of(why));
                } else if (proven.isPresent()) {
                    placing.refuse(row, why, proven.get());
                } else {
                    refuse(row, QuarantineReason.of(why));
                }
            }
        }
    }

    private void refuse(InboxRows.Row row, QuarantineReason reason) {
        inbox.refuse(row);
        quarantine.put(row, reason);
        crash.hit("R11");
    }

    /// Nothing of the failed attempt is left. What may pass is tried again later; otherwise the record is parked and
    /// its
    /// stream moves past it, so that it blocks nobody.
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
        transaction.executeWithoutResult(_ -> {
            streams.lockIncoming(row.sender());
            if (again) {
                inbox.retry(row, clock.instant().plus(Duration.ofSeconds(1L << row.attempts())));
            } else {
                placing.park(
                        row,
                        opener.open(row.raw(), row.topic(), keys.decryption(), directory.trusted(), row.receivedAt()));
            }
            crash.hit("R11");
        });
    }

    private void answerRepeated(NodeId sender) {
        transaction.executeWithoutResult(_ -> {
            for (InboxRows.Repeated repeated : inbox.repeated(sender)) {
                receipts.answerAgain(sender, repeated.msgId());
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
        private InboxRows.@Nullable Row row;
    }
}
