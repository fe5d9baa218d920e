package org.enlace.node.statistics;

import java.time.Instant;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes the figures of one period: counted, protected and kept in one transaction. What was counted is forgotten.
@Component
class Publishing {
    private final StatisticsRows rows;
    private final Counting counting;
    private final Timing timing;
    private final AuditLog audit;

    Publishing(StatisticsRows rows, Counting counting, Timing timing, AuditLog audit) {
        this.rows = rows;
        this.counting = counting;
        this.timing = timing;
        this.audit = audit;
    }

    /// @throws org.springframework.dao.DuplicateKeyException if another replica of this node has published it
    @Transactional
    public void publish(Period period, Instant now) {
        rows.release(period, now);
        if (period.isYear()) {
            counting.of(period).released().forEach((table, figures) -> rows.add(period, table, figures));
        } else {
            timing.of(period)
                    .forEach((kind, paces) -> paces.forEach((urgency, pace) -> rows.add(period, kind, urgency, pace)));
        }
        audit.write(AuditEntry.byNode("PUBLISH_STATISTICS", period.code()));
    }
}
