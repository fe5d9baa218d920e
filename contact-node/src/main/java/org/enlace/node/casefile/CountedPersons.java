package org.enlace.node.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.message.CaseReference;
import org.enlace.message.Compartment;
import org.enlace.message.CountryRole;
import org.enlace.message.MessageType;
import org.enlace.message.Mode;
import org.enlace.message.VictimMessage;
import org.enlace.node.StoredTime;
import org.enlace.person.ConsentAnswer;
import org.enlace.person.ConsentPurpose;
import org.enlace.person.PersonBlock;
import org.enlace.person.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whom the victim messages of a period speak of, each person once. The node reads this by itself, once for a period
/// that is over, and nobody sees it: only what the release rule lets through is kept. Names and addresses stay shut.
@Component
public class CountedPersons {
    private static final String NOT_A_VICTIM = "NotAVictimOfTrafficking";

    private final JdbcClient database;
    private final CaseMessages messages;
    private final SealedParts parts;
    private final CaseEvents events;
    private final Consents consents;

    CountedPersons(
            JdbcClient database, CaseMessages messages, SealedParts parts, CaseEvents events, Consents consents) {
        this.database = database;
        this.messages = messages;
        this.parts = parts;
        this.events = events;
        this.consents = consents;
    }

    /// A person counts in the period in which the first message about them was stored here, as the newest one
    /// before its end has it. Exercises and tests do not count, nor what was recalled or entered in error, nor who
    /// said no to statistics or took that back.
    ///
    /// @param until the first moment after the period
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CountedPerson> of(Instant from, Instant until) {
        return cases(from, until).stream()
                .flatMap(reference -> of(reference, from, until).stream())
                .toList();
    }

    private List<CaseReference> cases(Instant from, Instant until) {
        return database.sql("""
                        select distinct reference from case_message
                        where type in ('VICTIM_ASSISTANCE_REQUEST', 'VICTIM_REFERRAL', 'IDENTITY_VERIFICATION')
                            and mode = 'ACTUAL' and stored_at >= ? and stored_at < ? order by reference""")
                .params(StoredTime.utc(from), StoredTime.utc(until))
                .query((row, _) -> new CaseReference(row.getString(1)))
                .list();
    }

    private List<CountedPerson> of(CaseReference reference, Instant from, Instant until) {
        var counted = messages.of(reference).stream()
                .filter(message -> message.mode() == Mode.ACTUAL && message.recalled() == null)
                .filter(message -> message.storedAt().isBefore(until))
                .toList();
        var purposes = counted.stream()
                .filter(message -> message.gist().type() == MessageType.CASE_ALERT)
                .flatMap(message -> message.gist().all("purpose").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var known = new LinkedHashMap<String, List<Said>>();
        for (var message : counted) {
            said(message)
                    .ifPresent(said -> known.computeIfAbsent(said.person().personRef(), _ -> new ArrayList<>())
                            .add(said));
        }
        return known.values().stream()
                .filter(all -> !all.getFirst().entry().storedAt().isBefore(from))
                .filter(all -> all.stream().noneMatch(this::refused))
                .map(List::getLast)
                .filter(newest -> !newest.person().traffickingStatus().equals(NOT_A_VICTIM))
                .map(newest -> person(newest, purposes))
                .toList();
    }

    private record Said(MessageEntry entry, VictimMessage.Guarded part) {
        PersonBlock person() {
            return part.person();
        }
    }

    private Optional<Said> said(MessageEntry entry) {
        var there = EnumSet.of(Compartment.ALERT, Compartment.PROTECTION);
        if (!isAboutOne(entry) || events.isThere(entry.id(), CaseEventKind.ENTERED_IN_ERROR)) {
            return Optional.empty();
        }
        return parts.read(entry, there) instanceof VictimMessage victim
                ? Optional.ofNullable(victim.protection()).map(part -> new Said(entry, part))
                : Optional.empty();
    }

    private static boolean isAboutOne(MessageEntry entry) {
        return switch (entry.gist().type()) {
            case VICTIM_ASSISTANCE_REQUEST, VICTIM_REFERRAL, IDENTITY_VERIFICATION -> true;
            default -> false;
        };
    }

    private boolean refused(Said said) {
        var consent = said.part().consent();
        var statistics = ConsentPurpose.STATISTICS.name();
        var takenBack = consents.takenBack(
                said.entry().reference(), said.person().personRef(), consent == null ? null : consent.date());
        return (consent != null && consent.answer(statistics) == ConsentAnswer.NO)
                || takenBack.contains(statistics)
                || consents.withdrawn(said.entry()).contains(statistics);
    }

    @ShowsPersonalData
    private static CountedPerson person(Said said, Set<String> purposes) {
        var person = said.person();
        var gender = person.gender();
        var citizenship = person.citizenship();
        return new CountedPerson(
                gender == null ? "" : gender.reveal(),
                person.ageBand(),
                person.traffickingStatus(),
                orEmpty(person.decidedBy()),
                citizenship == null ? Set.of() : Set.copyOf(citizenship.reveal()),
                destinations(said.entry().gist().all("country")),
                purposes);
    }

    private static String orEmpty(@Nullable String code) {
        return Objects.requireNonNullElse(code, "");
    }

    private static Set<String> destinations(Collection<String> roles) {
        var ending = ":" + CountryRole.Part.DESTINATION;
        return roles.stream()
                .filter(role -> role.endsWith(ending))
                .map(role -> role.substring(0, role.length() - ending.length()))
                .collect(Collectors.toSet());
    }
}
