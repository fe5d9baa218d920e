package org.enlace.node.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.enlace.handling.Handling;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerNames;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseEventKind;
import org.enlace.node.casefile.CaseReading;
import org.enlace.node.casefile.Labels;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Sight;
import org.enlace.person.ConsentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What an act on the desk leaves behind beside the item: the audit line and the ring of the screens; and what it
/// asks of the rest of the node.
@Component
class DeskRecords {
    private final DeskItems items;
    private final OfficerNames names;
    private final CaseReading reading;
    private final Labels labels;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeskRecords(
            DeskItems items,
            OfficerNames names,
            CaseReading reading,
            Labels labels,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.names = names;
        this.reading = reading;
        this.labels = labels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// The database keeps microseconds.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Handling handling(MessageEntry message) {
        return reading.handling(message);
    }

    @Nullable
    ConsentRecord consent(MessageEntry message) {
        return reading.consent(message);
    }

    /// Whether such a code may be chosen.
    boolean isCode(String list, String code) {
        return labels.inUse(list, code);
    }

    void done(Officer officer, CaseEventKind act, MessageEntry message) {
        audit.write(entry(officer, act.name(), message, "DONE"));
        events.publishEvent(new DeskChanged(message, false));
    }

    void refused(Officer officer, MessageEntry message) {
        audit.write(entry(officer, "ACT", message, "REFUSED"));
    }

    /// Why an act came too late: a colleague has the item, or it has moved on.
    Outcome takenOrTooLate(UUID id) {
        var item = items.find(id).orElseThrow();
        var owner = item.owner();
        var at = item.takenAt();
        if (owner == null || at == null) {
            return new Outcome.TooLate(item.state());
        }
        return new Outcome.Taken(names.of(List.of(owner)).getOrDefault(owner, ""), at, item.state());
    }

    private static AuditEntry entry(Officer officer, String act, MessageEntry message, String outcome) {
        var purpose = Sight.purpose(message.readAs()).name();
        return new AuditEntry(officer.pseudonym(), act, message.id().toString(), purpose, outcome);
    }
}
