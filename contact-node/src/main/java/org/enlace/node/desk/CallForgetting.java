package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.exchange.Every;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of whom the ladder called, and of the notices, some time after the message was done with. The
/// audit log keeps that somebody was called, and that this was forgotten.
@Component
class CallForgetting implements Ticking {
    static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 200;

    private final LadderRows rows;
    private final Notices notices;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Every hour = new Every(Duration.ofHours(1));

    CallForgetting(LadderRows rows, Notices notices, AuditLog audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void tick(Instant now) {
        if (!hour.isDue(now)) {
            return;
        }
        var before = now.minus(KEPT);
        var more = Boolean.TRUE.equals(transaction.execute(_ -> forget(before)));
        if (!more) {
            hour.done(now);
        }
    }

    /// @return whether there may be more
    private boolean forget(Instant before) {
        var over = rows.over(before, BATCH);
        for (var message : over) {
            rows.forget(message);
            audit.write(AuditEntry.byNode("FORGET_CALLS", message.toString()));
        }
        var gone = notices.forget(before, BATCH);
        if (gone > 0) {
            audit.write(AuditEntry.byNode("FORGET_NOTICES", "notices:" + gone));
        }
        return over.size() == BATCH || gone == BATCH;
    }
}
