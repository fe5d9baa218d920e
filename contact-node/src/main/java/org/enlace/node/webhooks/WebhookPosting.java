package org.enlace.node.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.exchange.AlarmKind;
import org.enlace.node.exchange.Alarms;
import org.enlace.node.outside.OutsideClient;
import org.enlace.node.outside.Undelivered;
import org.enlace.node.webhooks.WebhookEvent.State;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Tells one system what is due.
final class WebhookPosting {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Duration> AGAIN = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));
    static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    /// Longer than a batch can take.
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int BATCH = 20;

    private static final Duration SENT_KEPT = Duration.ofDays(7);
    private static final Duration PARKED_KEPT = Duration.ofDays(90);
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);

    private final String name;
    private final WebhookSettings.Webhook webhook;
    private final WebhookSecrets secrets;
    private final OutsideClient client;
    private final Around around;
    private Instant forgetsAt = Instant.EPOCH;

    /// What all systems share.
    record Around(
            WebhookRows rows,
            WebhookListening listening,
            CaseFiles files,
            Alarms alarms,
            TransactionTemplate transaction,
            Clock clock) {}

    WebhookPosting(String name, WebhookSettings.Webhook webhook, OutsideClient client, Around around) {
        this.name = name;
        this.webhook = webhook;
        this.secrets = WebhookSecrets.of(webhook);
        this.client = client;
        this.around = around;
    }

    @JsonPropertyOrder({"type", "timestamp", "data"})
    private record Body(String type, Instant timestamp, Data data) {}

    @JsonPropertyOrder({"number", "case", "message"})
    private record Data(long number, @JsonProperty("case") String reference, UUID message) {}

    /// Sends what is due now, and forgets what is long over.
    void round() {
        forget(around.clock().instant());
        var due = around.transaction()
                .execute(_ -> around.rows().take(name, around.clock().instant(), LEASE, BATCH));
        for (var event : Objects.requireNonNullElse(due, List.<WebhookEvent>of())) {
            if (isSeen(event)) {
                var failure = send(event);
                around.transaction().executeWithoutResult(_ -> tried(event, failure));
            } else {
                around.transaction()
                        .executeWithoutResult(_ -> around.rows()
                                .tried(
                                        event.id(),
                                        State.DROPPED,
                                        null,
                                        null,
                                        around.clock().instant()));
            }
        }
    }

    private void forget(Instant now) {
        if (!now.isBefore(forgetsAt)) {
            forgetsAt = now.plus(FORGETS_EVERY);
            around.transaction()
                    .executeWithoutResult(
                            _ -> around.rows().forget(name, now.minus(SENT_KEPT), now.minus(PARKED_KEPT)));
        }
    }

    /// Rights may have changed since, and messages too.
    private boolean isSeen(WebhookEvent event) {
        return around.files()
                .find(event.message())
                .filter(message -> around.listening().sees(webhook, message))
                .isPresent();
    }

    private Optional<Undelivered> send(WebhookEvent event) {
        var body = JSON.writeValueAsString(new Body(
                event.kind().code(),
                event.madeAt().truncatedTo(ChronoUnit.SECONDS),
                new Data(
                        Objects.requireNonNull(event.number()),
                        event.reference().value(),
                        event.message().value())));
        var timestamp = Long.toString(around.clock().instant().getEpochSecond());
        var post = new HttpPost(webhook.url());
        post.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        post.setHeader("webhook-id", event.id().toString());
        post.setHeader("webhook-timestamp", timestamp);
        post.setHeader("webhook-signature", secrets.signatures(event.id() + "." + timestamp + "." + body));
        return client.deliver(post);
    }

    private void tried(WebhookEvent event, Optional<Undelivered> failure) {
        var now = around.clock().instant();
        if (failure.isEmpty()) {
            around.rows().tried(event.id(), State.SENT, null, null, now);
            if (around.rows().count(name, State.PARKED) == 0) {
                around.alarms().clear(AlarmKind.WEBHOOK_PARKED, name);
            }
            return;
        }
        var why = failure.get();
        var next = now.plus(AGAIN.get(Math.min(event.attempts(), AGAIN.size()) - 1));
        var end = Objects.requireNonNull(event.triedAt()).plus(GIVEN_UP_AFTER);
        if (why.passes() && next.isBefore(end)) {
            around.rows().tried(event.id(), State.WAITING, why, next, now);
        } else {
            around.rows().tried(event.id(), State.PARKED, why, null, now);
            around.alarms().raise(AlarmKind.WEBHOOK_PARKED, name, "why=" + why + " tries=" + event.attempts());
        }
    }
}
