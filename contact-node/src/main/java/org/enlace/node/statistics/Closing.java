package org.enlace.node.statistics;

import java.time.Instant;
import org.enlace.node.NodeSettings;
import org.enlace.node.exchange.Ticking;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Publishes each period once, when its time has come.
@Component
class Closing implements Ticking {
    private final StatisticsRows rows;
    private final Publishing publishing;
    private final NodeSettings settings;

    Closing(StatisticsRows rows, Publishing publishing, NodeSettings settings) {
        this.rows = rows;
        this.publishing = publishing;
        this.settings = settings;
    }

    @Override
    public void tick(Instant now) {
        var first = rows.first();
        if (first.isEmpty()) {
            return;
        }
        var released = rows.released().keySet();
        Period.closed(first.get(), now, settings.zone()).stream()
                .filter(period -> !released.contains(period.code()))
                .forEach(period -> publish(period, now));
    }

    private void publish(Period period, Instant now) {
        try {
            publishing.publish(period, now);
        } catch (DuplicateKeyException _) {
            // Another replica was first, with the same figures.
            return;
        }
    }
}
