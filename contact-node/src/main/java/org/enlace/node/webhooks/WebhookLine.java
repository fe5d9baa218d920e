package org.enlace.node.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;

/// One system that is told, as operators see it. Nothing here says anything about a case.
///
/// @param host where it is
/// @param pausedSince null while it is told
/// @param lastSentAt null before the first time
public record WebhookLine(
        String name,
        String host,
        String officer,
        String events,
        @Nullable Instant pausedSince,
        @Nullable Instant lastSentAt,
        int waiting,
        int parkedCount,
        List<Parked> parked) {

    /// One event that is tried no more.
    ///
    /// @param kind in words
    /// @param reason in words
    public record Parked(long number, String kind, Instant madeAt, int tries, String reason) {}

    public WebhookLine {
        parked = List.copyOf(parked);
    }

    static WebhookLine of(Webhooks.Standing standing, PageContext page) {
        var webhook = standing.webhook();
        return new WebhookLine(
                standing.name(),
                webhook.url().getHost(),
                webhook.officer(),
                webhook.events().stream().sorted().map(kind -> kind(kind, page)).collect(Collectors.joining(" · ")),
                standing.pausedSince().orElse(null),
                standing.lastSentAt().orElse(null),
                standing.waiting(),
                standing.parkedCount(),
                standing.parked().stream().map(event -> parked(event, page)).toList());
    }

    private static Parked parked(WebhookEvent event, PageContext page) {
        var reason = event.reason();
        var number = event.number();
        return new Parked(
                number == null ? 0 : number,
                kind(event.kind(), page),
                event.madeAt(),
                event.attempts(),
                reason == null ? "" : page.text("operations.why." + reason));
    }

    private static String kind(WebhookKind kind, PageContext page) {
        return page.text("webhooks.kind." + kind);
    }

    public String path() {
        return "/operations/webhooks/" + name;
    }
}
