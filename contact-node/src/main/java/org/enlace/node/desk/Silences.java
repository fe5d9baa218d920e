package org.enlace.node.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Rung;
import org.enlace.lifecycle.TransportState;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Silence becomes a fact. Whoever received a message says under its signature that nobody acknowledged it in time;
/// whoever sent it writes down that not even that was said.
@Component
class Silences {
    /// Until a receiving node must have said that nobody acknowledged.
    private static final Duration WORD_MAX = Duration.ofMinutes(10);

    private final CaseFiles files;
    private final Deliveries deliveries;
    private final TheirClocks clocks;
    private final Replies replies;
    private final ApplicationEventPublisher events;

    Silences(
            CaseFiles files,
            Deliveries deliveries,
            TheirClocks clocks,
            Replies replies,
            ApplicationEventPublisher events) {
        this.files = files;
        this.deliveries = deliveries;
        this.clocks = clocks;
        this.replies = replies;
        this.events = events;
    }

    /// Tells the sender that nobody here had acknowledged when it was due.
    ///
    /// @param reached who was called last
    void tell(MessageEntry received, Rung reached, Instant due, Instant now) {
        files.recordSilence(received, CaseEventKind.UNACKNOWLEDGED, null, reached.name(), due, now)
                .ifPresent(event -> replies.tellByNode(received, event, now));
    }

    /// Writes down whose silence is due by now.
    ///
    /// @return when there is something to look at again
    Optional<Instant> look(DeskItem item, MessageEntry sent, Instant now) {
        var lives = files.lives(sent);
        @Nullable Instant next = null;
        var written = false;
        for (var delivery : deliveries.of(sent.id())) {
            var life = lives.get(delivery.recipient());
            if (life == null || life.course().state() != BusinessState.RECEIVED) {
                continue;
            }
            var due = due(sent, delivery, now).orElse(null);
            if (due == null) {
                continue;
            }
            if (now.isBefore(due)) {
                next = next == null || due.isBefore(next) ? due : next;
            } else {
                written |= write(sent, delivery, due, now);
                next = later(sent, delivery, now, next);
            }
        }
        if (written) {
            events.publishEvent(new DeskChanged(sent, sent.urgency().atLeast(Urgency.URGENT)));
        }
        return Optional.ofNullable(next);
    }

    /// By when this recipient should have said something; empty if it has, or nothing is owed.
    private Optional<Instant> due(MessageEntry sent, Delivery delivery, Instant now) {
        if (delivery.storedAt() != null) {
            return files.isSaidUnacknowledged(sent, delivery.recipient())
                    ? Optional.empty()
                    : clocks.of(sent, delivery, now)
                            .map(running -> running.due().acknowledge().plus(WORD_MAX));
        }
        // Whoever refuses a message says something.
        return delivery.state() == TransportState.NOT_STORED ? Optional.empty() : clocks.missed(sent, delivery);
    }

    /// A receipt may still come, and starts their clock; less and less often it is looked for.
    private static @Nullable Instant later(MessageEntry sent, Delivery delivery, Instant now, @Nullable Instant next) {
        if (delivery.storedAt() != null) {
            return next;
        }
        var again = now.plus(Duration.between(sent.storedAt(), now).dividedBy(2));
        return next == null || again.isBefore(next) ? again : next;
    }

    private boolean write(MessageEntry sent, Delivery delivery, Instant due, Instant now) {
        var kind = delivery.storedAt() == null ? CaseEventKind.NO_RECEIPT : CaseEventKind.NO_WORD;
        return files.recordSilence(sent, kind, delivery.recipient(), null, due, now)
                .isPresent();
    }
}
