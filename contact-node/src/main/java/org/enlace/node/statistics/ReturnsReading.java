package org.enlace.node.statistics;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.enlace.code.CodeLists;
import org.enlace.directory.Member;
import org.enlace.directory.MemberStatus;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.statistics.YearReturns.OfMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shows at the Secretariat what was returned. Each time is a line in the audit log, before anybody sees a figure.
@Component
class ReturnsReading {
    static final String SHOW = "SHOW_RETURNS";
    static final String EXPORT = "EXPORT_RETURNS";

    /// Plays partners in exercises and is no state.
    private static final NodeId EXERCISE_PARTNER = new NodeId("ZZ");

    private final ReceivedReturns rows;
    private final StatisticsRows own;
    private final CurrentDirectory directory;
    private final CodeLists lists;
    private final NodeSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    ReturnsReading(
            ReceivedReturns rows,
            StatisticsRows own,
            CurrentDirectory directory,
            CodeLists lists,
            NodeSettings settings,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.own = own;
        this.directory = directory;
        this.lists = lists;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether the directory names this contact point.
    boolean isSecretariat() {
        return directory
                .current()
                .secretariat()
                .filter(member -> member.code().equals(directory.code()))
                .isPresent();
    }

    /// Newest first, from the last year that is over; empty if this is not the Secretariat and nothing was returned.
    @Transactional(readOnly = true)
    public List<Integer> years() {
        var returned = rows.years();
        if (!isSecretariat() && returned.isEmpty()) {
            return List.of();
        }
        var last = clock.instant().atZone(settings.zone()).getYear() - 1;
        var first = Math.min(
                last, returned.stream().mapToInt(Integer::intValue).min().orElse(last));
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .boxed()
                .toList();
    }

    /// @param deed [#SHOW] or [#EXPORT]
    /// @return empty for a year of which nothing can be here
    @Transactional
    public Optional<YearReturns> of(int year, String deed, Officer officer) {
        if (!years().contains(year)) {
            return Optional.empty();
        }
        audit.write(new AuditEntry(officer.pseudonym(), deed, String.valueOf(year), null, AuditEntry.DONE));
        var versions = new TreeMap<NodeId, List<ReceivedReturn>>();
        rows.of(year, counted())
                .forEach(each -> versions.computeIfAbsent(each.sender(), _ -> new ArrayList<>())
                        .add(each));
        var figures = rows.figures(
                versions.values().stream().map(all -> all.getLast().id()).toList());
        var members = new ArrayList<OfMember>();
        members.add(here(year));
        asked().forEach(member -> versions.computeIfAbsent(member, _ -> List.of()));
        versions.forEach((member, all) -> members.add(
                all.isEmpty()
                        ? new OfMember(member, all, false, Map.of(), new TreeMap<>())
                        : returned(
                                member, all, figures.getOrDefault(all.getLast().id(), new TreeMap<>()))));
        return Optional.of(new YearReturns(year, members, rows.beside(year, counted())));
    }

    /// What one contact point returned; it is told that somebody has opened it.
    @Transactional
    public Optional<OfMember> of(int year, NodeId member, Officer officer) {
        var versions = years().contains(year) ? rows.of(year, counted(), member) : List.<ReceivedReturn>of();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        audit.write(new AuditEntry(officer.pseudonym(), SHOW, year + " " + member, null, AuditEntry.DONE));
        rows.opened(year, counted(), member, clock.instant());
        return Optional.of(
                returned(member, versions, rows.figures(versions.getLast().id())));
    }

    /// @param figures of the newest version
    private OfMember returned(
            NodeId member, List<ReceivedReturn> versions, Map<String, SortedMap<String, @Nullable Integer>> figures) {
        var newest = versions.getLast();
        return new OfMember(
                member,
                versions,
                false,
                ReturnedTables.read(figures, newest.withdrawn(), lists),
                ReturnedPaces.read(newest.year(), figures, newest.withdrawn()));
    }

    /// This contact point's own need no message.
    private OfMember here(int year) {
        var period = Period.year(year);
        var published = own.released().containsKey(period.code());
        return new OfMember(
                directory.code(),
                List.of(),
                true,
                published ? own.tables(period) : Map.of(),
                published ? own.paces(year) : new TreeMap<>());
    }

    private List<NodeId> asked() {
        var asked = new HashSet<>(directory.current().members().stream()
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .map(Member::code)
                .toList());
        asked.remove(directory.code());
        asked.remove(EXERCISE_PARTNER);
        return List.copyOf(asked);
    }

    /// On a node for training, exercises are what counts.
    private Mode counted() {
        return settings.usualMode();
    }
}
