package org.enlace.node.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Officers;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.duty.DutyOutcome.Kept;
import org.enlace.node.duty.DutyOutcome.Objection;
import org.enlace.node.duty.DutyOutcome.Point;
import org.enlace.node.duty.DutyOutcome.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is on duty when. What has been stays as it was: a running shift can end now, one to come can be taken out.
@Component
public class DutyRoster {
    static final int UNIT_MAX = 80;
    private static final Duration SHIFT_MAX = Duration.ofDays(7);
    /// A shift that has begun can still be written down.
    private static final Duration BEGAN_MAX = Duration.ofDays(1);

    private final Shifts shifts;
    private final Officers officers;
    private final AccessRules rules;
    private final AuditLog audit;
    private final Clock clock;

    DutyRoster(Shifts shifts, Officers officers, AccessRules rules, AuditLog audit, Clock clock) {
        this.shifts = shifts;
        this.officers = officers;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /// The shifts that run now, one for each unit that has one.
    @Transactional(readOnly = true)
    public List<Shift> at(Instant now) {
        return shifts.between(now, now.plusMillis(1)).stream()
                .filter(shift -> shift.at(now))
                .toList();
    }

    /// The shifts that end after one time and not after another, in the order of their ends.
    @Transactional(readOnly = true)
    public List<Shift> ending(Instant after, Instant until) {
        return shifts.ending(after, until);
    }

    @Transactional(readOnly = true)
    List<Shift> between(Instant from, Instant until) {
        return shifts.between(from, until);
    }

    /// Those who may be on duty.
    List<Officer> able() {
        return officers.working().stream().filter(this::takes).toList();
    }

    @Transactional
    public DutyOutcome add(ShiftAsked asked, Officer by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        shifts.hold(now);
        var against = new ArrayList<Objection>();
        asked.wrong().stream().map(Objection::of).forEach(against::add);
        if (asked.unit().isEmpty()) {
            against.add(Objection.of(Point.UNIT_MISSING));
        } else if (asked.unit().length() > UNIT_MAX) {
            against.add(Objection.of(Point.UNIT_LONG));
        }
        var officer = person(asked.officer(), Point.OFFICER_UNKNOWN, Point.OFFICER_TAKES_NOTHING, against);
        var standIn = asked.standIn().isEmpty()
                ? Optional.<Officer>empty()
                : person(asked.standIn(), Point.STAND_IN_UNKNOWN, Point.STAND_IN_TAKES_NOTHING, against);
        if (standIn.isPresent() && standIn.equals(officer)) {
            against.add(Objection.of(Point.STAND_IN_SAME));
        }
        var starts = asked.starts();
        var ends = asked.ends();
        if (starts != null && ends != null) {
            times(starts, ends, now, against);
            meets(asked.unit(), officer, starts, ends, against);
        }
        if (!against.isEmpty() || officer.isEmpty() || starts == null || ends == null) {
            write("DUTY_ADD", "roster", "REFUSED", by);
            return new Refused(against);
        }
        var shift = new Shift(
                UUID.randomUUID(),
                asked.unit(),
                officer.get().id(),
                standIn.map(Officer::id).orElse(null),
                starts.truncatedTo(ChronoUnit.MICROS),
                ends.truncatedTo(ChronoUnit.MICROS));
        shifts.add(shift);
        write("DUTY_ADD", told(shift), AuditEntry.DONE, by);
        return new Kept(shift);
    }

    /// Ends a running shift now, and takes out one to come.
    @Transactional
    public DutyOutcome end(UUID id, Officer by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        shifts.hold(now);
        var found = shifts.find(id).filter(shift -> shift.ends().isAfter(now));
        if (found.isEmpty()) {
            write("DUTY_END", id.toString(), "REFUSED", by);
            return new DutyOutcome.Unseen();
        }
        var shift = found.get();
        if (shift.starts().isBefore(now)) {
            shifts.end(id, now);
        } else {
            shifts.remove(id);
        }
        write("DUTY_END", told(shift), AuditEntry.DONE, by);
        return new Kept(shift);
    }

    private Optional<Officer> person(String pseudonym, Point unknown, Point idle, List<Objection> against) {
        var found = officers.working().stream()
                .filter(officer -> officer.pseudonym().equals(pseudonym))
                .findFirst();
        if (found.isEmpty()) {
            against.add(Objection.of(unknown));
        } else if (!takes(found.get())) {
            against.add(Objection.of(idle));
        }
        return found;
    }

    private boolean takes(Officer officer) {
        return rules.mayOpen(officer, Action.ACKNOWLEDGE);
    }

    private static void times(Instant starts, Instant ends, Instant now, List<Objection> against) {
        if (!starts.isBefore(ends)) {
            against.add(Objection.of(Point.END_BEFORE_START));
            return;
        }
        if (!ends.isAfter(now)) {
            against.add(Objection.of(Point.END_PAST));
        } else if (starts.isBefore(now.minus(BEGAN_MAX))) {
            against.add(Objection.of(Point.START_LONG_PAST));
        }
        if (Duration.between(starts, ends).compareTo(SHIFT_MAX) > 0) {
            against.add(Objection.of(Point.SHIFT_LONG));
        }
    }

    private void meets(String unit, Optional<Officer> officer, Instant starts, Instant ends, List<Objection> against) {
        for (var other : shifts.between(starts, ends)) {
            if (!other.overlaps(starts, ends)) {
                continue;
            }
            if (other.of(unit)) {
                against.add(new Objection(Point.OVERLAP, other));
            } else if (officer.filter(one -> one.id().equals(other.officer())).isPresent()) {
                against.add(new Objection(Point.OFFICER_ELSEWHERE, other));
            }
        }
    }

    /// Which shift it is, in the log: its id, and until when from when.
    private static String told(Shift shift) {
        return shift.id() + " " + shift.starts().truncatedTo(ChronoUnit.MINUTES) + "/"
                + shift.ends().truncatedTo(ChronoUnit.MINUTES);
    }

    private void write(String action, String object, String outcome, Officer by) {
        audit.write(new AuditEntry(by.pseudonym(), action, object, null, outcome));
    }
}
