package org.enlace.node.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.access.Purpose;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.casefile.CaseFiles;
import org.enlace.node.casefile.CountedFindings;
import org.enlace.node.casefile.CountedFindings.Found;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Reach;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Backlog;
import org.enlace.node.routes.FlowRows.Place;
import org.enlace.node.routes.FlowRows.Question;
import org.enlace.node.routes.FlowRows.Report;
import org.enlace.node.routes.FlowRows.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The routes as one officer may see them, in a constant number of queries. That somebody looked is a line in the audit
/// log, written before anything is handed out.
@Component
class Flows {
    static final int PAGE = 25;

    private static final int REPORTS = 50;

    private final FlowRows rows;
    private final LegRows legs;
    private final CountedFindings counted;
    private final CaseFiles files;
    private final Reach reach;
    private final Contacts contacts;
    private final AuditLog audit;

    /// Whose reports wait until this node has read what they sent while it had no contact.
    @Component
    record Contacts(CurrentDirectory directory, Backlog backlog) {
        List<NodeId> behind() {
            var self = directory.self().code();
            return directory.current().members().stream()
                    .map(member -> member.code())
                    .filter(member -> !member.equals(self) && backlog.pending(member))
                    .sorted()
                    .toList();
        }
    }

    Flows(
            FlowRows rows,
            LegRows legs,
            CountedFindings counted,
            CaseFiles files,
            Reach reach,
            Contacts contacts,
            AuditLog audit) {
        this.rows = rows;
        this.legs = legs;
        this.counted = counted;
        this.files = files;
        this.reach = reach;
        this.contacts = contacts;
        this.audit = audit;
    }

    /// @param more whether there is another page
    /// @param behind whose reports are left out for now
    record Shown(List<Flow> flows, boolean more, List<NodeId> behind) {}

    /// @param page from 0
    @Transactional
    public Shown show(RouteFilter filter, int page, Officer officer) {
        audit.write(shown("routes", officer));
        var question = question(filter, officer);
        var places = rows.places(question, page * PAGE, PAGE + 1);
        var here = places.subList(0, Math.min(places.size(), PAGE));
        return new Shown(
                flows(question, here).stream().map(Parted::flow).toList(), places.size() > PAGE, question.behind());
    }

    /// @param reports that the leg is made of, the one that came last first
    /// @param older where the next page of them begins; null on the last one
    record Told(Flow flow, List<Line> reports, @Nullable Long older, List<NodeId> behind) {}

    record Line(MessageEntry message, Report report) {}

    /// @param id of a leg as a map with this filter names it
    /// @param before `older` of the page before
    /// @return empty if no such leg is there for this officer
    @Transactional
    public Optional<Told> tell(String id, RouteFilter filter, long before, Officer officer) {
        var question = question(filter, officer);
        var found = rows.coarse(id)
                .flatMap(coarse ->
                        flows(question, List.of(new Place(id, coarse))).stream().findFirst());
        audit.write(found.isPresent() ? shown(id, officer) : refused(id, officer));
        return found.map(parted -> told(question, parted, before));
    }

    private Told told(Question question, Parted parted, long before) {
        var reports = rows.reports(question, parted.legs(), before, REPORTS + 1);
        var here = reports.subList(0, Math.min(reports.size(), REPORTS));
        var entries = files.find(here.stream().map(Report::message).toList());
        var lines = here.stream()
                .map(report -> new Line(Objects.requireNonNull(entries.get(report.message())), report))
                .filter(line -> question.sight().sees(line.message()))
                .toList();
        return new Told(
                parted.flow(), lines, reports.size() > REPORTS ? here.getLast().place() : null, question.behind());
    }

    private Question question(RouteFilter filter, Officer officer) {
        return new Question(reach.sight(officer), filter, contacts.behind());
    }

    /// @param legs marks of the legs that it is made of
    private record Parted(Flow flow, Set<String> legs) {}

    private List<Parted> flows(Question question, List<Place> places) {
        var wanted = places.stream().map(Place::id).toList();
        var byId = new LinkedHashMap<String, List<Share>>();
        wanted.forEach(id -> byId.put(id, new ArrayList<>()));
        var shares = rows.shares(
                question, places.stream().map(Place::coarse).distinct().toList());
        var known = cases(shares);
        for (var share : shares) {
            var exact = known.getOrDefault(share.leg(), 0) >= FlowRows.CASES_MIN;
            byId.computeIfPresent(exact ? share.leg() : share.coarse(), (_, parts) -> {
                parts.add(share);
                return parts;
            });
        }
        byId.values().removeIf(List::isEmpty);
        var all = byId.values().stream().flatMap(List::stream).toList();
        var ends = legs.ends(all.stream().map(Share::sample).toList());
        var found = found(question, all.stream().map(Share::leg).distinct().toList());
        return byId.entrySet().stream()
                .map(each -> parted(each.getKey(), each.getValue(), known, ends, found))
                .toList();
    }

    /// How many cases stand behind each leg. A state may have reported the same ones again: its report that rests on
    /// most counts.
    private static Map<String, Integer> cases(Collection<Share> shares) {
        var cases = new HashMap<String, Map<NodeId, Integer>>();
        shares.forEach(share -> cases.computeIfAbsent(share.leg(), _ -> new HashMap<>())
                .merge(share.state(), share.cases(), Math::max));
        var known = new HashMap<String, Integer>();
        cases.forEach((leg, byState) -> known.put(
                leg, byState.values().stream().mapToInt(Integer::intValue).sum()));
        return known;
    }

    private Map<String, List<Found>> found(Question question, Collection<String> marks) {
        var reports = rows.corroborated(question, marks);
        var said = counted.of(reports.keySet(), question.sight());
        var found = new HashMap<String, List<Found>>();
        said.forEach((report, all) -> reports.getOrDefault(report, List.of())
                .forEach(mark ->
                        found.computeIfAbsent(mark, _ -> new ArrayList<>()).addAll(all)));
        return found;
    }

    private static Parted parted(
            String id,
            List<Share> shares,
            Map<String, Integer> known,
            Map<Long, Ends> ends,
            Map<String, List<Found>> found) {
        var parts = new HashSet<String>();
        shares.forEach(share -> parts.add(share.leg()));
        var said = parts.stream()
                .sorted()
                .flatMap(leg -> found.getOrDefault(leg, List.of()).stream())
                .distinct()
                .toList();
        var coarse = parts.stream().anyMatch(leg -> known.getOrDefault(leg, 0) < FlowRows.CASES_MIN);
        return new Parted(FlowParts.flow(id, shares, coarse, ends, said), parts);
    }

    private static AuditEntry shown(String object, Officer officer) {
        return new AuditEntry(officer.pseudonym(), "SHOW_ROUTES", object, Purpose.ANALYSIS.name(), AuditEntry.DONE);
    }

    private static AuditEntry refused(String object, Officer officer) {
        return new AuditEntry(officer.pseudonym(), "SHOW_ROUTES", object, null, "REFUSED");
    }
}
