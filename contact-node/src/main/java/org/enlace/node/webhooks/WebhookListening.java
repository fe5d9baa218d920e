package org.enlace.node.webhooks;

import java.time.Clock;
import java.util.Optional;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.ClockPassed;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.casefile.TimelineWritten;
import org.enlace.node.exchange.DeliveryChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes down what systems are to be told, in the transaction in which it happens: what is not committed is not told,
/// and what is committed is.
@Component
class WebhookListening {
    private final WebhookSettings settings;
    private final WebhookRows rows;
    private final CaseFiles files;
    private final Officers officers;
    private final Reach reach;
    private final Clock clock;

    WebhookListening(
            WebhookSettings settings, WebhookRows rows, CaseFiles files, Officers officers, Reach reach, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.files = files;
        this.officers = officers;
        this.reach = reach;
        this.clock = clock;
    }

    @EventListener
    void written(TimelineWritten line) {
        var message = line.message();
        if (nobodyListens() || message == null) {
            return;
        }
        WebhookKind.of(line.kind()).ifPresent(kind -> files.find(message).ifPresent(entry -> tell(kind, entry)));
    }

    @EventListener
    void moved(DeliveryChanged delivery) {
        if (!nobodyListens()) {
            files.find(delivery.id()).ifPresent(entry -> tell(WebhookKind.DELIVERY_CHANGED, entry));
        }
    }

    @EventListener
    void passed(ClockPassed clockPassed) {
        if (!nobodyListens()) {
            tell(WebhookKind.CLOCK_PASSED, clockPassed.message());
        }
    }

    private boolean nobodyListens() {
        return settings.webhooks().isEmpty();
    }

    private void tell(WebhookKind kind, MessageEntry message) {
        settings.webhooks().forEach((name, webhook) -> {
            if (webhook.events().contains(kind) && sees(webhook, message)) {
                rows.add(name, kind, message.reference(), message.id(), clock.instant());
            }
        });
    }

    /// Whether the officer in whose name the system asks may see the message now.
    boolean sees(WebhookSettings.Webhook webhook, MessageEntry message) {
        return reader(webhook)
                .filter(officer -> reach.sight(officer).sees(message))
                .isPresent();
    }

    private Optional<Officer> reader(WebhookSettings.Webhook webhook) {
        return officers.named(webhook.officer()).filter(officer -> officers.works(officer.id()));
    }
}
