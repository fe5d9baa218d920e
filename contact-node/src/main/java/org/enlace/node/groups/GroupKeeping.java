package org.enlace.node.groups;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.groups.GroupAct.Kind;
import org.enlace.node.groups.GroupOutcome.Changed;
import org.enlace.node.groups.GroupOutcome.Kept;
import org.enlace.node.groups.GroupOutcome.Objection;
import org.enlace.node.groups.GroupOutcome.Point;
import org.enlace.node.groups.GroupOutcome.Refused;
import org.enlace.node.groups.GroupOutcome.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What supervisors do with groups. Each act names the revision that its officer saw; of two at once the second learns
/// what the first did. Each is a line in the history of the group and one in the audit log.
@Component
class GroupKeeping {
    private final GroupRows rows;
    private final GroupChecks checks;
    private final NodeSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    GroupKeeping(GroupRows rows, GroupChecks checks, NodeSettings settings, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param id by which the form or call names it: asked twice it is founded once
    @Transactional
    public GroupOutcome found(UUID id, GroupAsked asked, Officer by) {
        var known = rows.find(id);
        if (known.isPresent()) {
            return new Kept(known.get());
        }
        var against = new ArrayList<>(checks.described(asked.name(), asked.purpose(), asked.ownReference()));
        against.addAll(checks.times(asked.starts(), asked.ends()));
        against.addAll(checks.joining(asked.members(), List.of()));
        if (!asked.members().isEmpty() && !checks.inUse("group-joining", asked.ground())) {
            against.add(Objection.of(Point.JOINING_GROUND_MISSING));
        }
        var starts = asked.starts();
        var ends = asked.ends();
        if (!against.isEmpty() || starts == null || ends == null) {
            write("FOUND_GROUP", "group", "REFUSED", by);
            return new Refused(against);
        }
        var group = new Group(
                id,
                1,
                nodes(asked.members()),
                asked.name(),
                asked.ownReference().isEmpty() ? null : asked.ownReference(),
                asked.purpose(),
                starts,
                ends,
                starts.atStartOfDay(settings.zone()).toInstant(),
                after(ends));
        rows.add(group);
        var acts = new ArrayList<GroupAct>();
        acts.add(act(group, Kind.FOUNDED, null, null, ends, null, by));
        group.members().forEach(member -> acts.add(act(group, Kind.JOINED, member, asked.ground(), null, null, by)));
        rows.note(id, acts);
        write("FOUND_GROUP", told(group, group.members()), AuditEntry.DONE, by);
        return new Kept(group);
    }

    /// @param seen the revision that the officer saw
    /// @param ground code of list `group-joining`
    @Transactional
    public GroupOutcome add(UUID id, int seen, List<String> members, String ground, @Nullable String note, Officer by) {
        return change("ADD_TO_GROUP", id, seen, by, group -> {
            var against = new ArrayList<>(checks.joining(members, group.members()));
            against.addAll(GroupChecks.said(members, note));
            if (!checks.inUse("group-joining", ground)) {
                against.add(Objection.of(Point.JOINING_GROUND_MISSING));
            }
            if (!against.isEmpty()) {
                return new Wish(null, against, List.of(), List.of());
            }
            var joining = nodes(members);
            var all = new ArrayList<>(group.members());
            all.addAll(joining);
            var next = group.with(all);
            return new Wish(next, List.of(), lines(next, Kind.JOINED, joining, ground, note, by), joining);
        });
    }

    /// @param ground code of list `group-leaving`
    @Transactional
    public GroupOutcome remove(
            UUID id, int seen, List<String> members, String ground, @Nullable String note, Officer by) {
        return change("REMOVE_FROM_GROUP", id, seen, by, group -> {
            var against = new ArrayList<>(GroupChecks.leaving(members, group.members()));
            against.addAll(GroupChecks.said(members, note));
            if (!checks.inUse("group-leaving", ground)) {
                against.add(Objection.of(Point.LEAVING_GROUND_MISSING));
            }
            if (!against.isEmpty()) {
                return new Wish(null, against, List.of(), List.of());
            }
            var leaving = nodes(members);
            var next = group.with(group.members().stream()
                    .filter(member -> !leaving.contains(member))
                    .toList());
            return new Wish(next, List.of(), lines(next, Kind.LEFT, leaving, ground, note, by), leaving);
        });
    }

    @Transactional
    public GroupOutcome prolong(UUID id, int seen, @Nullable LocalDate ends, String reason, Officer by) {
        return change("PROLONG_GROUP", id, seen, by, group -> {
            var against = new ArrayList<>(checks.prolonged(group, ends));
            against.addAll(GroupChecks.reason(reason));
            if (!against.isEmpty() || ends == null) {
                return new Wish(null, against, List.of(), List.of());
            }
            var next = group.until(ends, after(ends));
            return new Wish(
                    next,
                    List.of(),
                    List.of(act(next, Kind.PROLONGED, null, null, ends, reason.strip(), by)),
                    List.of());
        });
    }

    /// From this moment on nobody sends to it.
    @Transactional
    public GroupOutcome end(UUID id, int seen, String reason, Officer by) {
        return change("END_GROUP", id, seen, by, group -> {
            var against = GroupChecks.reason(reason);
            if (!against.isEmpty()) {
                return new Wish(null, against, List.of(), List.of());
            }
            var next = group.until(group.ends(), now());
            return new Wish(
                    next, List.of(), List.of(act(next, Kind.ENDED, null, null, null, reason.strip(), by)), List.of());
        });
    }

    @Transactional
    public GroupOutcome describe(UUID id, int seen, String name, String purpose, String ownReference, Officer by) {
        return change("DESCRIBE_GROUP", id, seen, by, group -> {
            var against = checks.described(name.strip(), purpose, ownReference.strip());
            if (!against.isEmpty()) {
                return new Wish(null, against, List.of(), List.of());
            }
            var reference = ownReference.strip();
            var next = group.described(name.strip(), reference.isEmpty() ? null : reference, purpose);
            return new Wish(
                    next,
                    List.of(),
                    // What it was called before stays readable: messages that went to it carry that name.
                    List.of(act(next, Kind.DESCRIBED, null, null, null, group.name(), by)),
                    List.of());
        });
    }

    /// What an act would make of the group, or what stands against it.
    private record Wish(@Nullable Group next, List<Objection> against, List<GroupAct> acts, List<NodeId> about) {}

    private GroupOutcome change(String deed, UUID id, int seen, Officer by, Function<Group, Wish> wish) {
        var held = rows.hold(id);
        if (held.isEmpty()) {
            write(deed, id.toString(), "REFUSED", by);
            return new Unseen();
        }
        var group = held.get();
        if (group.revision() != seen) {
            write(deed, id.toString(), "REFUSED", by);
            return new Changed(
                    group,
                    rows.acts(id).stream().filter(act -> act.revision() > seen).toList());
        }
        if (group.standing(clock.instant()) == Group.Standing.OVER) {
            write(deed, id.toString(), "REFUSED", by);
            return new Refused(List.of(Objection.of(Point.GROUP_OVER)));
        }
        var made = wish.apply(group);
        var next = made.next();
        if (next == null) {
            write(deed, id.toString(), "REFUSED", by);
            return new Refused(made.against());
        }
        rows.change(next);
        rows.note(id, made.acts());
        write(deed, told(next, made.about()), AuditEntry.DONE, by);
        return new Kept(next);
    }

    private List<GroupAct> lines(
            Group next, Kind kind, List<NodeId> members, String ground, @Nullable String note, Officer by) {
        var words = note == null || note.isBlank() ? null : note.strip();
        return members.stream()
                .map(member -> act(next, kind, member, ground, null, words, by))
                .toList();
    }

    private GroupAct act(
            Group next,
            Kind kind,
            @Nullable NodeId member,
            @Nullable String ground,
            @Nullable LocalDate ends,
            @Nullable String words,
            Officer by) {
        return new GroupAct(next.revision(), kind, by.id(), now(), member, ground, ends, words);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }

    private static List<NodeId> nodes(List<String> codes) {
        return codes.stream().distinct().map(NodeId::new).sorted().toList();
    }

    /// Which group and whom it is about, in the log; the log has room for 120 characters.
    private static String told(Group group, List<NodeId> about) {
        var whom = about.size() > 20 ? about.size() + " members" : GroupRows.column(about);
        return (group.id() + " " + group.revision() + " " + whom).strip();
    }

    private void write(String deed, String object, String outcome, Officer by) {
        audit.write(new AuditEntry(by.pseudonym(), deed, object, null, outcome));
    }
}
