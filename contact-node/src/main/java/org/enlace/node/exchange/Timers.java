package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.lifecycle.Patience;
import org.enlace.lifecycle.TransportState;
import org.enlace.node.StoredTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens because time has passed: warnings, giving up, alarms, and letting go of what nobody needs any more.
@Component
class Timers {
    private static final Duration OUTBOX_WAITS_MAX = Duration.ofMinutes(2);
    private static final Duration GAP_MAX = Duration.ofSeconds(60);
    private static final Duration BROKER_KEEPS = Duration.ofDays(14);
    private static final Duration DIGESTS_KEPT = Duration.ofDays(30);

    private static final int BATCH = 200;
    /// The rest waits for the next tick.
    private static final int BATCHES_MAX = 50;

    private final JdbcClient database;
    private final OutgoingRows rows;
    private final InboxRows inbox;
    private final Alarms alarms;
    private final List<Owing> owed;
    private final List<Ticking> others;
    private final Outbox outbox;
    private final OwnKeysCheck ownKeys;
    private final CatchingUp catchingUp;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /// What is let go of is looked for so often; nobody waits for it.
    private final Every lettingGo = new Every(Duration.ofSeconds(30));

    Timers(
            JdbcClient database,
            OutgoingRows rows,
            InboxRows inbox,
            Alarms alarms,
            List<Owing> owed,
            ObjectProvider<Ticking> others,
            Outbox outbox,
            OwnKeysCheck ownKeys,
            CatchingUp catchingUp,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.inbox = inbox;
        this.alarms = alarms;
        this.owed = List.copyOf(owed);
        this.others = others.orderedStream().toList();
        this.outbox = outbox;
        this.ownKeys = ownKeys;
        this.catchingUp = catchingUp;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Everything that is due now, each part in a transaction of its own: one that fails keeps no other from happening.
    public void tick() {
        Instant now = clock.instant();
        List<RuntimeException> failures = new ArrayList<>();
        List<Runnable> parts = new ArrayList<>(List.of(
                () -> deliveries(now),
                () -> owed(now),
                () -> alone(() -> gaps(now)),
                () -> alone(() -> outbox(now)),
                () -> alone(() -> ownKeys.run(now)),
                () -> letGo(now)));
        others.forEach(other -> parts.add(() -> other.tick(now)));
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void letGo(Instant now) {
        if (!lettingGo.isDue(now)) {
            return;
        }
        alone(() -> rows.outbox().forgetArrived(now, BROKER_KEEPS));
        alone(() -> inbox.refuseParked(now.minus(BROKER_KEEPS)));
        alone(() -> inbox.forgetDone(now.minus(DIGESTS_KEPT)));
        lettingGo.done(now);
    }

    private void alone(Runnable part) {
        transaction.executeWithoutResult(_ -> part.run());
    }

    private void deliveries(Instant now) {
        int judged = BATCH;
        for (int n = 0; n < BATCHES_MAX && judged == BATCH; n++) {
            Integer count = transaction.execute(_ -> judge(now));
            judged = count == null ? 0 : count;
        }
    }

    private int judge(Instant now) {
        List<DeliveryRows.Open> due = rows.deliveries().lockDue(now, BATCH);
        catchingUp.before(due.stream().filter(delivery -> judge(delivery, now)).toList());
        return due.size();
    }

    private void owed(Instant now) {
        for (Owing owing : owed) {
            int paid = BATCH;
            for (int n = 0; n < BATCHES_MAX && paid == BATCH; n++) {
                Integer count = transaction.execute(_ -> owing.pay(outbox.reachable(), now, BATCH));
                paid = count == null ? 0 : count;
            }
        }
    }

    /// @return whether it was published again
    private boolean judge(DeliveryRows.Open delivery, Instant now) {
        Patience patience = Patience.untilStored(delivery.urgency());
        Duration waited = Duration.between(delivery.queuedAt(), now);
        String message = delivery.id() + " to " + delivery.recipient();
        if (!now.isBefore(delivery.notAfter())) {
            rows.deliveries().ended(delivery, TransportState.EXPIRED, "EXPIRED", now);
            alarms.raise(AlarmKind.NOT_DELIVERED, message, "why=EXPIRED");
            return false;
        } else if (waited.compareTo(patience.fail()) >= 0) {
            rows.deliveries().ended(delivery, TransportState.NOT_DELIVERED, "NO_RECEIPT", now);
            alarms.raise(AlarmKind.NOT_DELIVERED, message, "why=NO_RECEIPT");
            return false;
        }
        rows.deliveries().lookAgain(delivery, delivery.dueAfter(now));
        if (waited.compareTo(patience.warn()) < 0) {
            return false;
        }
        if (delivery.warnedAt() == null) {
            rows.deliveries().warned(delivery, now);
        }
        rows.outbox().publishAgain(delivery.id(), now);
        return true;
    }

    private void gaps(Instant now) {
        database.sql("""
                        select sender, min(seq) as first_held, count(*) as held from inbox
                        where state = 'HELD' and received_at < ? group by sender""")
                .param(StoredTime.utc(now.minus(GAP_MAX)))
                .query((row, _) -> new Gap(row.getString("sender"), row.getLong("first_held"), row.getLong("held")))
                .list()
                .forEach(gap ->
                        alarms.raise(AlarmKind.GAP, gap.sender(), "held=" + gap.held() + " before=" + gap.firstHeld()));
        alarms.subjects(AlarmKind.GAP).stream()
                .filter(sender -> !holds(sender))
                .forEach(sender -> alarms.clear(AlarmKind.GAP, sender));
    }

    private boolean holds(String sender) {
        return database.sql("""
                                select count(*) from inbox where state in ('HELD', 'PARKED') and sender = ?
                                    and (state = 'HELD' or reason = 'TOO_FAR_AHEAD')""").param(sender).query(Long.class).single() > 0;
    }

    private void outbox(Instant now) {
        boolean stuck = rows.outbox()
                .oldestDue()
                .filter(oldest -> oldest.isBefore(now.minus(OUTBOX_WAITS_MAX)))
                .isPresent();
        if (stuck) {
            alarms.raise(AlarmKind.OUTBOX_STUCK, "outbox", "minutes=" + OUTBOX_WAITS_MAX.toMinutes());
        } else {
            alarms.clear(AlarmKind.OUTBOX_STUCK, "outbox");
        }
    }

    private record Gap(String sender, long firstHeld, long held) {}
}
