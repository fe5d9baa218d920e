package org.enlace.node.contacts;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.enlace.directory.MemberStatus;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.contacts.Contact.Keys;
import org.enlace.node.contacts.Contact.Relation;
import org.enlace.node.directory.CurrentDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The contact points for programs.
@RestController
class DirectoryApi {
    private final Contacts contacts;
    private final CurrentDirectory directory;
    private final Clock clock;

    DirectoryApi(Contacts contacts, CurrentDirectory directory, Clock clock) {
        this.contacts = contacts;
        this.directory = directory;
        this.clock = clock;
    }

    @Access(Action.READ_DIRECTORY)
    @GetMapping(path = "/api/v1/directory", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer directory() {
        var now = clock.instant();
        var current = directory.current();
        return new Answer(
                now,
                current.version(),
                current.expiresAt(),
                contacts.everyone().stream().map(contact -> point(contact, now)).toList());
    }

    private static Point point(Contact contact, Instant now) {
        var point = contact.point();
        return new Point(
                contact.code().value(),
                contact.relation(),
                contact.member().status(),
                point.unit(),
                point.city(),
                point.zone(),
                point.roles(),
                point.languages(),
                point.interpreters(),
                point.hours(),
                calendar(contact),
                point.emergencyPhone(),
                contact.keys(now),
                contact.canBeWrittenTo(now),
                contact.keyEnds(now).orElse(null),
                contact.standing().lastHeard(),
                contact.silentSince(now).orElse(null));
    }

    private static Calendar calendar(Contact contact) {
        var days = contact.calendar();
        return new Calendar(
                contact.point().calendar() != null,
                days.weekend().stream().sorted().toList(),
                days.holidays().stream().sorted().toList());
    }

    /// By which days its clocks count, by its own clock.
    ///
    /// @param published whether it says so; if not, it rests on Saturday and Sunday and on no other day
    record Calendar(boolean published, List<DayOfWeek> restDays, List<LocalDate> holidays) {}

    /// @param at when this was true
    /// @param version of the directory
    record Answer(Instant at, int version, Instant expiresAt, List<Point> contactPoints) {}

    /// @param functions codes of list `role`
    /// @param canBeWrittenTo whether it is an active partner with a valid key now
    /// @param silentSince since when it owes a receipt
    record Point(
            String member,
            Relation relation,
            MemberStatus status,
            String unit,
            String city,
            String zone,
            List<String> functions,
            List<String> languages,
            List<String> interpreters,
            String hours,
            Calendar calendar,
            String emergencyPhone,
            Keys keys,
            boolean canBeWrittenTo,
            @Nullable Instant keyEnds,
            @Nullable Instant lastHeard,
            @Nullable Instant silentSince) {}
}
