package org.enlace.node.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Ladder;
import org.enlace.lifecycle.Rung;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.Calling;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.ClockPassed;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Side;
import org.enlace.node.exchange.Ticking;
import org.enlace.node.notice.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls the next person when nobody does what is due. A step is in the database, once, in the transaction that decides
/// on it; a node that was down takes the steps that it missed as soon as it is back.
@Component
class Escalating implements Ticking {
    private static final Duration RANG = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final int BATCHES_MAX = 10;

    private final LadderRows rows;
    private final DeskItems items;
    private final CaseFiles files;
    private final Rungs rungs;
    private final Silences silences;
    private final DeskStream stream;
    private final Leaving leaving;
    private final Notices notices;
    private final TransactionTemplate transaction;

    Escalating(
            LadderRows rows,
            DeskItems items,
            CaseFiles files,
            Rungs rungs,
            Silences silences,
            DeskStream stream,
            Leaving leaving,
            Notices notices,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.items = items;
        this.files = files;
        this.rungs = rungs;
        this.silences = silences;
        this.stream = stream;
        this.leaving = leaving;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What a step leaves behind beside its row.
    @Component
    record Leaving(AuditLog audit, ApplicationEventPublisher events, MeterRegistry meters) {}

    @Override
    public void tick(Instant clock) {
        var now = clock.truncatedTo(ChronoUnit.MICROS);
        var failures = new ArrayList<RuntimeException>();
        var due = rows.due(now, BATCH);
        for (var n = 0; n < BATCHES_MAX && !due.isEmpty() && failures.isEmpty(); n++) {
            var present = rungs.at(now);
            for (var item : due) {
                try {
                    transaction.executeWithoutResult(_ -> look(item, present, now));
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
            due = due.size() == BATCH ? rows.due(now, BATCH) : List.of();
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void look(LadderRows.Waiting waiting, Rungs.Present present, Instant now) {
        files.hold(waiting.reference());
        // As they are now that nobody else changes them.
        var item = items.lock(waiting.item());
        var message = files.find(item.message()).orElseThrow();
        var next = !item.waits() || message.recalled() != null
                ? over(item, now)
                : item.side() == Side.SENT ? silences.look(item, message, now) : climb(item, message, present, now);
        items.lookAt(item.id(), next.orElse(null));
    }

    private Optional<Instant> over(DeskItem item, Instant now) {
        for (var clock : Ladder.Clock.values()) {
            notices.drop(rows.noticesOf(item.id(), clock), now);
        }
        return Optional.empty();
    }

    /// @return when there is something to do again
    private Optional<Instant> climb(DeskItem item, MessageEntry message, Rungs.Present present, Instant now) {
        var due = item.due();
        if (item.state() != BusinessState.RECEIVED) {
            notices.drop(rows.noticesOf(item.id(), Ladder.Clock.ACKNOWLEDGE), now);
        }
        if (due == null || item.ackDue() == null) {
            return Optional.empty();
        }
        var fresh = item.state() == BusinessState.RECEIVED;
        var clock = fresh ? Ladder.Clock.ACKNOWLEDGE : Ladder.Clock.ANSWER;
        var span = new Ladder.Span(item.clockFrom(), due, fresh ? Duration.ZERO : item.stood());
        var done = rows.done(item.id(), clock);
        if (!Ladder.due(message.urgency(), clock, span, done, Set.of(), now).isEmpty()) {
            call(item, message, clock, span, done, present, now);
        }
        return Ladder.next(message.urgency(), clock, span, now);
    }

    private void call(
            DeskItem item,
            MessageEntry message,
            Ladder.Clock clock,
            Ladder.Span span,
            Set<Rung> done,
            Rungs.Present present,
            Instant now) {
        var people = people(item, message, present);
        var empty = EnumSet.allOf(Rung.class);
        empty.removeIf(rung -> !people.getOrDefault(rung, List.of()).isEmpty());
        var steps = Ladder.due(message.urgency(), clock, span, done, empty, now);
        var atDesk = stream.readers();
        var calls = new LinkedHashMap<Long, List<Calling.Told>>();
        var reached =
                done.stream().filter(Rung::isOurs).reduce((_, last) -> last).orElse(Rung.ON_DUTY);
        for (var step : steps) {
            var told = people.getOrDefault(step.rung(), List.of()).stream()
                    .map(officer -> new Calling.Told(officer.id(), atDesk.contains(officer.id())))
                    .toList();
            calls.put(rows.add(item, clock, step, told, now), told);
            if (step.rung() == Rung.SENDER) {
                silences.tell(message, reached, span.due(), now);
            } else if (!told.isEmpty()) {
                reached = step.rung();
            }
            leaving.audit().write(AuditEntry.byNode("ESCALATE", message.id().toString()));
            leaving.meters()
                    .counter("enlace.escalated", "rung", step.rung().name())
                    .increment();
        }
        order(calls, message, now);
        rows.changed(item.id(), now);
        // What has just arrived has rung already.
        var again = item.clockFrom().plus(RANG).isBefore(now);
        leaving.events().publishEvent(new DeskChanged(message, again));
        if (!steps.isEmpty() && !now.isBefore(span.due())) {
            leaving.events().publishEvent(new ClockPassed(message));
        }
    }

    /// Whoever stands on several rungs that are due at once gets one notice.
    private void order(Map<Long, List<Calling.Told>> calls, MessageEntry message, Instant now) {
        var officers = calls.values().stream()
                .flatMap(List::stream)
                .map(Calling.Told::officer)
                .distinct()
                .toList();
        var ordered = notices.order(officers, message.urgency(), now);
        calls.forEach((call, told) -> rows.noticed(
                call,
                ordered.stream()
                        .filter(notice -> notice.officer() == null
                                ? !told.isEmpty()
                                : told.stream().anyMatch(one -> one.officer().equals(notice.officer())))
                        .map(Notices.Ordered::id)
                        .toList()));
    }

    private Map<Rung, List<Officer>> people(DeskItem item, MessageEntry message, Rungs.Present present) {
        var people = new EnumMap<Rung, List<Officer>>(Rung.class);
        for (var rung : Rung.values()) {
            people.put(rung, rungs.on(rung, item, message, present));
        }
        return people;
    }
}
