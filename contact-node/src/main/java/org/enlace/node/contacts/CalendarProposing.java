package org.enlace.node.contacts;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.directory.CalendarProposal;
import org.enlace.directory.PublishedCalendar;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.contacts.CalendarOutcome.Objection;
import org.enlace.node.contacts.CalendarOutcome.Point;
import org.enlace.node.contacts.CalendarOutcome.Proposed;
import org.enlace.node.contacts.CalendarOutcome.Refused;
import org.enlace.node.directory.CurrentDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A contact point says on which days it does not work. It cannot publish that alone: what it says is a file for the
/// officers of the directory, and counts once they have signed it.
@Component
class CalendarProposing {
    private final CurrentDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    CalendarProposing(CurrentDirectory directory, AuditLog audit, Clock clock) {
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public CalendarOutcome propose(CalendarForm form, Officer by) {
        var against = new ArrayList<Objection>();
        var week = Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toSet());
        if (!week.containsAll(form.restDays())) {
            // What is not understood is not left out: the calendar would be another than was meant.
            against.add(new Objection(Point.NO_DAY, 0));
        }
        var rest = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.restDays().contains(day.name()))
                .toList();
        if (rest.size() == DayOfWeek.values().length) {
            against.add(new Objection(Point.NO_WORKING_DAY, 0));
        }
        var holidays = holidays(form.lines(), against);
        if (!against.isEmpty()) {
            return new Refused(against);
        }
        var calendar = new PublishedCalendar(rest, holidays);
        if (calendar.equals(directory.self().contact().calendar())) {
            return new Refused(List.of(new Objection(Point.NOTHING_NEW, 0)));
        }
        var member = directory.code();
        audit.write(new AuditEntry(by.pseudonym(), "PROPOSE_CALENDAR", member.value(), null, AuditEntry.DONE));
        return new Proposed(new CalendarProposal(member, calendar));
    }

    private List<LocalDate> holidays(List<CalendarForm.Line> lines, List<Objection> against) {
        var today = today();
        var found = new TreeSet<LocalDate>();
        if (lines.size() > PublishedCalendar.HOLIDAYS_MAX) {
            against.add(new Objection(Point.TOO_MANY, 0));
            return List.of();
        }
        for (var line : lines) {
            var day = day(line.text());
            if (day.isEmpty()) {
                against.add(new Objection(Point.NO_DATE, line.number()));
            } else if (day.get().isBefore(today)) {
                against.add(new Objection(Point.PASSED, line.number()));
            } else if (day.get()
                    .isAfter(today.plusYears(PublishedCalendar.YEARS_MAX).minusDays(1))) {
                against.add(new Objection(Point.TOO_FAR, line.number()));
            } else if (!found.add(day.get())) {
                against.add(new Objection(Point.TWICE, line.number()));
            }
        }
        return List.copyOf(found);
    }

    /// By the clock of this desk.
    LocalDate today() {
        var zone = ZoneId.of(directory.self().contact().zone());
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
