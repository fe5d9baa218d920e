package org.enlace.node.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.enlace.node.NodeSettings;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.exchange.Every;
import org.enlace.node.exchange.Ticking;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Publishes each period once, when its time has come, on a thread of its own: to count a year takes minutes where
/// there is much of it, and nobody's deadline waits for that.
@Component
class Closing implements Ticking {
    private final StatisticsRows rows;
    private final Publishing publishing;
    private final Alarms alarms;
    private final NodeSettings settings;
    private final AtomicBoolean counting = new AtomicBoolean();
    private final Every hour = new Every(Duration.ofHours(1));

    Closing(StatisticsRows rows, Publishing publishing, Alarms alarms, NodeSettings settings) {
        this.rows = rows;
        this.publishing = publishing;
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    public void tick(Instant now) {
        if (!hour.isDue(now) || counting.get()) {
            return;
        }
        var due = due(now);
        hour.done(now);
        if (!due.isEmpty() && counting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("statistics").start(() -> publish(due, now));
        }
    }

    private List<Period> due(Instant now) {
        var first = rows.first();
        if (first.isEmpty()) {
            return List.of();
        }
        var released = rows.released().keySet();
        return Period.closed(first.get(), now, settings.zone()).stream()
                .filter(period -> !released.contains(period.code()))
                .toList();
    }

    private void publish(List<Period> due, Instant now) {
        try {
            due.forEach(period -> publish(period, now));
        } finally {
            counting.set(false);
        }
    }

    private void publish(Period period, Instant now) {
        try {
            publishing.publish(period, now);
            alarms.clear(AlarmKind.FIGURES_FAILED, period.code());
        } catch (DuplicateKeyException _) {
            // Another replica of this node was first, with the same figures.
            return;
        } catch (RuntimeException e) {
            // Of an error only its kind: what was counted was about persons.
            alarms.raise(
                    AlarmKind.FIGURES_FAILED,
                    period.code(),
                    "why=" + e.getClass().getSimpleName());
        }
    }
}
