package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.AnswerOwed;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Deadlines;
import org.enlace.lifecycle.Urgency;
import org.enlace.lifecycle.WorkingCalendar;
import org.enlace.message.MessageType;
import org.enlace.node.NodeSettings;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.MessageRecorded;
import org.enlace.node.casefile.PartnerActed;
import org.enlace.node.casefile.Side;
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
    private final ApplicationEventPublisher events;
    private final NodeSettings settings;
    private final Clock clock;

    DeskIntake(DeskItems items, ApplicationEventPublisher events, NodeSettings settings, Clock clock) {
        this.items = items;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(MessageRecorded recorded) {
        var message = recorded.message();
        var due = deadlines(message);
        if (message.side() == Side.SENT && due.isEmpty()) {
            return;
        }
        var ack = due.map(Deadlines::acknowledge).orElse(null);
        var answer = due.map(Deadlines::answer)
                .map(at -> earlier(at, recorded.deadline()))
                .orElse(null);
        var received = message.side() == Side.RECEIVED;
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
                message.storedAt(),
                message.author(),
                null);
        items.add(item, message);
        events.publishEvent(
                new DeskChanged(message, received && message.urgency().atLeast(Urgency.URGENT)));
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

    /// Intelligence owes no answer, however urgent.
    private Optional<Deadlines> deadlines(MessageEntry message) {
        return owed(message.gist().type())
                .flatMap(owed -> Deadlines.of(
                        message.urgency(), owed, message.storedAt(), WorkingCalendar.weekdays(settings.zone())));
    }

    private static Optional<AnswerOwed> owed(MessageType type) {
        return switch (type) {
            case VICTIM_ASSISTANCE_REQUEST -> Optional.of(AnswerOwed.VICTIM_CARE);
            case CASE_ALERT -> Optional.of(AnswerOwed.INFORMATION);
            default -> Optional.empty();
        };
    }

    private static Instant earlier(Instant ours, @Nullable Instant asked) {
        return asked != null && asked.isBefore(ours) ? asked : ours;
    }
}
