package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.enlace.lifecycle.Patience;
import org.enlace.lifecycle.TransportState;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens because time has passed: warnings, giving up, alarms, and letting go of what nobody needs any more.
@Component
class Timers {
    private static final Duration OUTBOX_WAITS_MAX = Duration.ofMinutes(2);
    private static final Duration GAP_MAX = Duration.ofSeconds(60);
    private static final Duration BROKER_KEEPS = Duration.ofDays(14);
    private static final Duration DIGESTS_KEPT = Duration.ofDays(30);
    private static final int BATCH = 200;

    private final JdbcClient database;
    private final OutgoingRows rows;
    private final InboxRows inbox;
    private final Alarms alarms;
    private final CurrentDirectory directory;
    private final Clock clock;

    Timers(
            JdbcClient database,
            OutgoingRows rows,
            InboxRows inbox,
            Alarms alarms,
            CurrentDirectory directory,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.inbox = inbox;
        this.alarms = alarms;
        this.directory = directory;
        this.clock = clock;
    }

    /// Everything that is due now.
    @Transactional
    public void tick() {
        Instant now = clock.instant();
        rows.deliveries().lockUnanswered(now, BATCH).forEach(delivery -> judge(delivery, now));
        gaps(now);
        outbox(now);
        if (directory.sendingAllowed()) {
            alarms.clear(AlarmKind.SENDING_STOPPED, "directory");
        } else {
            alarms.raise(
                    AlarmKind.SENDING_STOPPED,
                    "directory",
                    "version=" + directory.current().version());
        }
        rows.outbox().forgetArrived(now, BROKER_KEEPS);
        inbox.forgetDone(now.minus(DIGESTS_KEPT));
    }

    private void judge(DeliveryRows.Open delivery, Instant now) {
        Patience patience = Patience.untilStored(delivery.urgency());
        Duration waited = Duration.between(delivery.queuedAt(), now);
        String message = delivery.id() + " to " + delivery.recipient();
        if (!now.isBefore(delivery.notAfter())) {
            rows.deliveries().ended(delivery, TransportState.EXPIRED, "EXPIRED", now);
            alarms.raise(AlarmKind.NOT_DELIVERED, message, "why=EXPIRED");
        } else if (waited.compareTo(patience.fail()) >= 0) {
            rows.deliveries().ended(delivery, TransportState.NOT_DELIVERED, "NO_RECEIPT", now);
            alarms.raise(AlarmKind.NOT_DELIVERED, message, "why=NO_RECEIPT");
        } else if (waited.compareTo(patience.warn()) >= 0 && delivery.warnedAt() == null) {
            rows.deliveries().warned(delivery, now);
            rows.outbox().publishAgain(delivery.id(), now);
        }
    }

    private void gaps(Instant now) {
        database.sql("""
                        select sender, min(seq) as first_held, count(*) as held from inbox
                        where state = 'HELD' and received_at < ? group by sender""")
                .param(Rows.utc(now.minus(GAP_MAX)))
                .query((row, _) -> new Gap(row.getString("sender"), row.getLong("first_held"), row.getLong("held")))
                .list()
                .forEach(gap ->
                        alarms.raise(AlarmKind.GAP, gap.sender(), "held=" + gap.held() + " before=" + gap.firstHeld()));
        alarms.open(200).stream()
                .filter(alarm -> alarm.kind() == AlarmKind.GAP && !holds(alarm.subject()))
                .forEach(alarm -> alarms.clear(AlarmKind.GAP, alarm.subject()));
    }

    private boolean holds(String sender) {
        return database.sql("select count(*) from inbox where state = 'HELD' and sender = ?")
                        .param(sender)
                        .query(Long.class)
                        .single()
                > 0;
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
