package org.enlace.node.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Ladder;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.casefile.AnswerTakenBack;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.ConsentChanged;
import org.enlace.node.casefile.CorrectionRead;
import org.enlace.node.casefile.MessageCorrected;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.MessageRecorded;
import org.enlace.node.casefile.PartnerActed;
import org.enlace.node.casefile.RequestAnswered;
import org.enlace.node.casefile.Settled;
import org.enlace.node.casefile.Side;
import org.enlace.node.exchange.DeliveryStored;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts messages on the desk, in the transaction that keeps them: what arrived waits for us, what we sent waits for the
/// recipients.
@Component
class DeskIntake {
    private final DeskItems items;
    private final CaseFiles files;
    private final TheirClocks clocks;
    private final Settling settling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskIntake(
            DeskItems items,
            CaseFiles files,
            TheirClocks clocks,
            Settling settling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.files = files;
        this.clocks = clocks;
        this.settling = settling;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(MessageRecorded recorded) {
        var message = recorded.message();
        var received = message.side() == Side.RECEIVED;
        if (!received && !clocks.owed(message)) {
            return;
        }
        var running = ours(message, recorded.directoryVersion(), message.storedAt());
        var ack = running.map(Deadlines::acknowledge).orElse(null);
        var answer = running.map(Deadlines::answer)
                .map(at -> earlier(at, recorded.deadline()))
                .orElse(null);
        var item = new DeskItem(
                UUID.randomUUID(),
                message.id(),
                message.reference(),
                message.side(),
                received ? BusinessState.RECEIVED : BusinessState.SENT,
                true,
                ack,
                answer,
                ack,
                recorded.deadline(),
                message.storedAt(),
                message.author(),
                null,
                Duration.ZERO,
                List.of(),
                false,
                message.urgency());
        // Of what arrived when the first is called; of what we sent when the first should have acknowledged it.
        var callAt = received
                ? running.flatMap(it -> Ladder.first(message.urgency(), span(item, it.acknowledge())))
                : clocks.firstMissed(message);
        items.add(item, message, callAt.orElse(null));
        events.publishEvent(
                new DeskChanged(message, received && message.urgency().atLeast(Urgency.URGENT)));
    }

    /// The clock of what we sent starts when a recipient has it.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stored(DeliveryStored delivery) {
        var item = items.of(delivery.id()).filter(it -> it.side() == Side.SENT && it.waits());
        var message = item.flatMap(it -> files.find(it.message()));
        if (item.isEmpty() || message.isEmpty() || message.get().recalled() != null) {
            return;
        }
        var now = clock.instant();
        clocks.of(message.get(), now).ifPresent(running -> {
            var due = running.due();
            var locked = items.lock(item.get().id());
            var started = locked.started(running.from(), due.acknowledge(), earlier(due.answer(), locked.askedDue()));
            settling.settle(started, message.get(), now);
            events.publishEvent(new DeskChanged(message.get(), false));
        });
    }

    /// Both sides follow what the other does.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void acted(PartnerActed acted) {
        var message = acted.message();
        follow(message);
        if (acted.event().kind() == CaseEventKind.UNACKNOWLEDGED) {
            events.publishEvent(new DeskChanged(message, message.urgency().atLeast(Urgency.URGENT)));
        }
    }

    /// What was answered is a question again.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void takenBack(AnswerTakenBack answer) {
        follow(answer.request());
    }

    /// What a person took back has to be attested, whatever else waits.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void narrowed(ConsentChanged consent) {
        items.guard(consent.message());
        follow(consent.message());
        if (consent.urgent()) {
            events.publishEvent(new DeskChanged(consent.message(), true));
        }
    }

    /// The clocks that run go on; what is more urgent now is due no later than it would be if it had just come.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void corrected(MessageCorrected corrected) {
        var message = corrected.message();
        var received = message.side() == Side.RECEIVED;
        items.of(message.id()).ifPresent(found -> {
            var now = clock.instant();
            items.urgency(message);
            items.guard(message);
            var item = items.lock(found.id());
            var sooner = received && corrected.sooner()
                    ? ours(message, corrected.directoryVersion(), now)
                            .map(due -> item.sooner(due.acknowledge(), due.answer()))
                            .orElse(item)
                    : item;
            settling.settle(sooner, message, now);
        });
        events.publishEvent(new DeskChanged(message, received));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(CorrectionRead correction) {
        follow(correction.message());
    }

    private void follow(MessageEntry message) {
        items.of(message.id()).ifPresent(item -> {
            settling.settle(items.lock(item.id()), message, clock.instant());
            events.publishEvent(new DeskChanged(message, false));
        });
    }

    /// What an officer of ours answers moves the request on; whoever answers what nobody has taken has taken it.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(RequestAnswered answered) {
        var request = answered.request();
        items.of(request.id()).ifPresent(item -> {
            var now = clock.instant();
            var locked = items.lock(item.id());
            settling.settle(locked.owner() == null ? locked.heldBy(answered.by(), now) : locked, request, now);
            events.publishEvent(new DeskChanged(request, false));
        });
    }

    /// Something else is awaited of a message now, or nothing any more.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(Settled settled) {
        var message = settled.message();
        var now = clock.instant();
        var known = items.of(message.id());
        if (known.isPresent()) {
            items.store(items.lock(known.get().id()).takenBack(settled.state(), settled.due(), now), now);
        } else if (settled.due() != null) {
            items.add(settled(settled, now), message, null);
        }
        events.publishEvent(new DeskChanged(message, settled.urgent()));
    }

    private static DeskItem settled(Settled settled, Instant now) {
        var message = settled.message();
        return new DeskItem(
                UUID.randomUUID(),
                message.id(),
                message.reference(),
                message.side(),
                settled.state(),
                true,
                null,
                settled.due(),
                settled.due(),
                null,
                now,
                message.author(),
                null,
                Duration.ZERO,
                List.of(),
                false,
                message.urgency());
    }

    /// @param version of the directory, if a partner sent it
    private Optional<Deadlines> ours(MessageEntry message, @Nullable Integer version, Instant from) {
        return Optional.ofNullable(version).flatMap(of -> clocks.ours(message, of, from));
    }

    private static Ladder.Span span(DeskItem item, Instant due) {
        return new Ladder.Span(item.clockFrom(), due, Duration.ZERO);
    }

    private static Instant earlier(Instant ours, @Nullable Instant asked) {
        return asked != null && asked.isBefore(ours) ? asked : ours;
    }
}
