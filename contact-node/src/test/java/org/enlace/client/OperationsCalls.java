package org.enlace.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The state of the node.
public interface OperationsCalls {
    @Call("GET /api/v1/operations")
    State state();

    @Call("POST /api/v1/operations/alarms/{id}/done")
    void dealtWith(long id);

    @Call("GET /api/v1/operations/quarantine?member&reason&page")
    Quarantine quarantine(@Nullable String member, @Nullable String reason, int page);

    @Call("GET /api/v1/operations/quarantine/{id}")
    Quarantined record(UUID id);

    @Call("POST /api/v1/operations/quarantine/{id}/again")
    void again(UUID id);

    /// All pages of the quarantine.
    default Stream<Quarantined> records() {
        return Pages.numbered(page -> {
            var one = quarantine(null, null, page);
            return new Pages.Numbered<>(one.records(), one.more(), page);
        });
    }

    record State(
            List<Alarm> alarms,
            Instant at,
            Network network,
            Standing node,
            List<PartnerStatus> partners,
            long quarantined) {}

    record Quarantine(long all, boolean more, long page, List<Quarantined> records) {}

    record Quarantined(
            Instant at,
            long bytes,
            String claimed,
            String digest,
            UUID id,
            String nextStep,
            long offset,
            String reason,
            @Nullable String subject,
            String topic) {}

    record Alarm(String detail, long id, String kind, Instant lastAt, Instant raisedAt, String subject, long times) {}

    record Network(
            @Nullable Instant lost,
            @Nullable Instant oldestUnsent,
            @Nullable Instant since,
            long unsent) {}

    record Standing(
            Instant directoryUntil,
            long directoryVersion,
            @Nullable Instant encryptUntil,
            long freePercent,
            boolean powerLossSafe,
            boolean sendingAllowed,
            @Nullable Instant signingUntil) {}

    record PartnerStatus(
            @Nullable Instant gaveUpAt,
            long held,
            @Nullable Instant lastHeard,
            @Nullable Instant oldestUnanswered,
            String partner,
            long quarantined,
            String status,
            long unanswered) {}
}
