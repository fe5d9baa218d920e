package org.enlace.node.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.envelope.Verified;
import org.enlace.message.Message;
import org.enlace.message.Receipt;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hands a message to the families that act on its kind, and answers it, in one transaction.
@Component
class Acting {
    private final JdbcClient database;
    private final ObjectProvider<Arrivals<?>> arrivals;
    private final Receipts receipts;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final CrashPoint crash;

    Acting(
            JdbcClient database,
            ObjectProvider<Arrivals<?>> arrivals,
            Receipts receipts,
            AuditLog audit,
            MeterRegistry meters,
            CrashPoint crash) {
        this.database = database;
        this.arrivals = arrivals;
        this.receipts = receipts;
        this.audit = audit;
        this.meters = meters;
        this.crash = crash;
    }

    /// Whether we know other content of this sender under the same id.
    boolean anotherUnderThisId(Placing.Place place) {
        Optional<String> digest = database.sql("select digest from incoming_message where sender = ? and msg_id = ?")
                .params(place.sender().value(), place.id().value())
                .query((row, _) -> row.getString(1))
                .optional();
        return digest.filter(known -> !known.equals(place.digest())).isPresent();
    }

    void on(InboxRows.Row row, Verified<Message> message) {
        database.sql("insert into incoming_message (sender, msg_id, digest, received_at) values (?, ?, ?, ?)")
                .params(
                        message.sender().value(),
                        message.header().msgId().value(),
                        message.digest(),
                        StoredTime.utc(row.receivedAt()))
                .update();
        crash.hit("R5");
        if (message.message() instanceof Receipt receipt) {
            receipts.apply(message.sender(), receipt);
        } else {
            handOver(message, receipts.moment());
            crash.hit("R6");
            receipts.stored(message);
            audit.write(AuditEntry.byNode("RECEIVE", message.header().msgId().toString()));
        }
        crash.hit("R7");
        meters.counter("enlace.received", "type", message.message().type().name())
                .increment();
    }

    private void handOver(Verified<Message> message, Instant storedAt) {
        List<Arrivals<?>> concerned = arrivals.stream()
                .filter(candidate -> candidate.kind().isInstance(message.message()))
                .toList();
        if (concerned.isEmpty()) {
            throw new IllegalStateException("No family acts on messages of type "
                    + message.message().type() + "; a newer version of this node may");
        }
        concerned.forEach(arrival -> handOver(arrival, message, storedAt));
    }

    private static <M extends Message> void handOver(Arrivals<M> arrival, Verified<Message> message, Instant storedAt) {
        arrival.arrived(message.as(arrival.kind()).orElseThrow(), storedAt);
    }
}
