package org.enlace.node.webhooks;

import java.time.Instant;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.outside.Undelivered;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The same for programs.
@RestController
@RequestMapping(path = "/api/v1/operations/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class WebhooksApi {
    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @Access(Action.READ_OPERATIONS)
    List<WebhookAnswer> all() {
        return webhooks.all().stream().map(WebhookAnswer::of).toList();
    }

    @GetMapping("/{name}")
    @Access(Action.READ_OPERATIONS)
    WebhookAnswer one(@PathVariable String name) {
        return webhooks.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(WebhookAnswer::of)
                .orElseThrow(Unseen::new);
    }

    @PostMapping("/{name}/pause")
    @Access(Action.WORK_OPERATIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String name, Officer officer) {
        check(webhooks.pause(name, true, officer));
    }

    @PostMapping("/{name}/resume")
    @Access(Action.WORK_OPERATIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String name, Officer officer) {
        check(webhooks.pause(name, false, officer));
    }

    @PostMapping("/{name}/send-again")
    @Access(Action.WORK_OPERATIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendAgain(@PathVariable String name, Officer officer) {
        check(webhooks.sendAgain(name, officer));
    }

    private static void check(boolean there) {
        if (!there) {
            throw new Unseen();
        }
    }

    /// @param pausedSince null while it is told
    /// @param lastSentAt null before the first time
    /// @param parked the first 50 of `parkedCount`
    record WebhookAnswer(
            String name,
            String host,
            String officer,
            List<String> events,
            @Nullable Instant pausedSince,
            @Nullable Instant lastSentAt,
            int waiting,
            int parkedCount,
            List<ParkedAnswer> parked) {
        static WebhookAnswer of(Webhooks.Standing standing) {
            return new WebhookAnswer(
                    standing.name(),
                    standing.webhook().url().getHost(),
                    standing.webhook().officer(),
                    standing.webhook().events().stream()
                            .sorted()
                            .map(WebhookKind::code)
                            .toList(),
                    standing.pausedSince().orElse(null),
                    standing.lastSentAt().orElse(null),
                    standing.waiting(),
                    standing.parkedCount(),
                    standing.parked().stream().map(ParkedAnswer::of).toList());
        }
    }

    /// @param number that the system finds in what it was sent, null if it was never tried
    record ParkedAnswer(
            @Nullable Long number,
            String type,
            Instant at,
            int tries,
            @Nullable Undelivered reason) {
        static ParkedAnswer of(WebhookEvent event) {
            return new ParkedAnswer(
                    event.number(), event.kind().code(), event.madeAt(), event.attempts(), event.reason());
        }
    }
}
