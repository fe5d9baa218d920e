package org.enlace.node.routes;

import java.time.Instant;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.ConsentChanged;
import org.enlace.node.casefile.MessageCorrected;
import org.enlace.node.casefile.MessageDestroyed;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.MessageRecorded;
import org.enlace.node.casefile.MessageTakenBack;
import org.enlace.node.casefile.RouteReading;
import org.enlace.node.exchange.Ticking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the legs of each report as long as the report says them, in the transaction that changes it. Exercises and
/// tests have none.
@Component
class LegKeeping implements Ticking {
    private static final int BATCH = 500;

    private final LegRows rows;
    private final RouteReading reading;
    private final CaseFiles files;

    LegKeeping(LegRows rows, RouteReading reading, CaseFiles files) {
        this.rows = rows;
        this.reading = reading;
        this.files = files;
    }

    @EventListener
    void on(MessageRecorded recorded) {
        keep(recorded.message());
    }

    @EventListener
    void on(MessageCorrected corrected) {
        keep(corrected.message());
    }

    @EventListener
    void on(ConsentChanged changed) {
        if (isReport(changed.message())) {
            rows.close(changed.message());
        }
    }

    @EventListener
    void on(MessageTakenBack taken) {
        rows.forget(taken.message());
    }

    @EventListener
    void on(MessageDestroyed destroyed) {
        rows.forget(destroyed.message());
    }

    /// Goes through what was here before this version, some reports at a time, while officers work.
    @Override
    @Transactional
    public void tick(Instant now) {
        for (var id : rows.unread(BATCH)) {
            files.find(id).ifPresent(this::keep);
            rows.read(id);
        }
    }

    private void keep(MessageEntry message) {
        if (isReport(message) && message.mode() == Mode.ACTUAL) {
            reading.of(message)
                    .ifPresentOrElse(told -> rows.replace(message, Leg.of(told)), () -> rows.forget(message.id()));
        }
    }

    private static boolean isReport(MessageEntry message) {
        return message.gist().type() == MessageType.ROUTE_REPORT;
    }
}
