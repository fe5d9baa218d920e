package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Systems that are told when something has changed.
public interface WebhookCalls {
    @Call("GET /api/v1/operations/webhooks")
    List<Webhook> read();

    @Call("GET /api/v1/operations/webhooks/{name}")
    Webhook one(String name);

    @Call("POST /api/v1/operations/webhooks/{name}/pause")
    void pause(String name);

    @Call("POST /api/v1/operations/webhooks/{name}/resume")
    void resume(String name);

    @Call("POST /api/v1/operations/webhooks/{name}/send-again")
    void sendAgain(String name);

    record Webhook(
            List<String> events,
            String host,
            @Nullable Instant lastSentAt,
            String name,
            String officer,
            List<Parked> parked,
            long parkedCount,
            @Nullable Instant pausedSince,
            long waiting) {}

    record Parked(
            Instant at, @Nullable Long number, @Nullable String reason, long tries, String type) {}
}
