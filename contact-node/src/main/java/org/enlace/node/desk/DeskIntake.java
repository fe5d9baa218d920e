package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.MessageRecorded;
import org.enlace.node.casefile.PartnerActed;
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
    /// With one of these a recipient has given its answer.
    private static final Set<CaseEventKind> ANSWERS =
            EnumSet.of(CaseEventKind.ACCEPTED, CaseEventKind.DECLINED, CaseEventKind.COMPLETED, CaseEventKind.CLOSED);

    private final DeskItems items;
    private final CaseFiles files;
    private final TheirClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskIntake(DeskItems items, CaseFiles files, TheirClocks clocks, ApplicationEventPublisher events, Clock clock) {
        this.items = items;
        this.files = files;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(MessageRecorded recorded) {
        var message = recorded.message();
        var received = message.side() == Side.RECEIVED;
        var due = clocks.ours(message);
        if (!received && due.isEmpty()) {
            return;
        }
        var running = received ? due : Optional.<Deadlines>empty();
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
                false);
        items.add(item, message);
        events.publishEvent(
                new DeskChanged(message, received && message.urgency().atLeast(Urgency.URGENT)));
    }

    /// The clock of what we sent starts when a recipient has it.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void stored(DeliveryStored delivery) {
        var item = items.of(delivery.id()).filter(it -> it.side() == Side.SENT && it.waits());
        var message = item.flatMap(it -> files.find(it.message()));
        if (item.isEmpty() || message.isEmpty()) {
            return;
        }
        var now = clock.instant();
        clocks.of(message.get(), now).ifPresent(running -> {
            var due = running.due();
            items.start(
                    delivery.id(),
                    running.from(),
                    due.acknowledge(),
                    earlier(due.answer(), item.get().askedDue()),
                    now);
            events.publishEvent(new DeskChanged(message.get(), false));
        });
    }

    /// The clock of what we sent runs until every recipient has acted.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void acted(PartnerActed acted) {
        var item = items.of(acted.message().id());
        if (item.isEmpty()) {
            return;
        }
        var done = acted.done().values();
        var taken = done.stream().allMatch(kinds -> !kinds.isEmpty() && !kinds.equals(EnumSet.of(CaseEventKind.NOTE)));
        var answered = answered(done);
        var state = answered ? BusinessState.CLOSED : taken ? BusinessState.ACKNOWLEDGED : BusinessState.SENT;
        var due = answered ? null : taken ? item.get().answerDue() : item.get().ackDue();
        items.follow(acted.message().id(), state, due, !answered, clock.instant());
        events.publishEvent(new DeskChanged(acted.message(), false));
    }

    private static boolean answered(Collection<Set<CaseEventKind>> done) {
        return done.stream().allMatch(kinds -> kinds.stream().anyMatch(ANSWERS::contains));
    }

    private static Instant earlier(Instant ours, @Nullable Instant asked) {
        return asked != null && asked.isBefore(ours) ? asked : ours;
    }
}
