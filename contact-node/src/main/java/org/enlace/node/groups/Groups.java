package org.enlace.node.groups;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.NodeId;
import org.enlace.node.groups.Group.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The sharing groups for those who write messages: which can be chosen, and whether what was chosen still holds.
@Component
public class Groups {
    private static final String FIELD = "group";
    private static final int OFFERED = 100;

    private final GroupRows rows;
    private final Clock clock;

    Groups(GroupRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Group> find(UUID id) {
        return rows.find(id);
    }

    /// Those that run now, first what ends first.
    @Transactional(readOnly = true)
    public List<Group> running() {
        var now = clock.instant();
        return rows.list(GroupRows.CURRENT, now, 0, OFFERED).stream()
                .filter(group -> group.standing(now) == Standing.RUNS)
                .toList();
    }

    /// A group as it is at this moment, whatever stands against it.
    @Transactional(readOnly = true)
    public Optional<GroupChoice> choose(UUID id) {
        return rows.find(id).map(group -> new GroupChoice(id, group.revision(), group.members()));
    }

    /// A group as it was when it had this revision.
    ///
    /// @return empty if it never had it
    @Transactional(readOnly = true)
    public Optional<GroupChoice> choose(UUID id, int revision) {
        return rows.find(id)
                .filter(group -> revision >= 1 && revision <= group.revision())
                .map(_ -> new GroupChoice(id, revision, Membership.at(rows.acts(id), revision)));
    }

    /// From here to the end of this transaction the group stays as it is.
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(GroupChoice choice) {
        rows.hold(choice.group());
    }

    /// What stands against sending to a group as it was chosen: nothing smaller or larger goes than what was seen.
    ///
    /// @param recipients to whom the message would go
    @Transactional(readOnly = true)
    public List<Breach> against(GroupChoice choice, Collection<NodeId> recipients) {
        var found = rows.find(choice.group());
        if (found.isEmpty()) {
            return List.of(new Breach(FIELD, BreachCode.GROUP_UNKNOWN, List.of()));
        }
        var group = found.get();
        var breaches = new ArrayList<Breach>();
        switch (group.standing(clock.instant())) {
            case TO_COME ->
                add(breaches, BreachCode.GROUP_NOT_BEGUN, group.starts().toString());
            case OVER -> add(breaches, BreachCode.GROUP_ENDED);
            case RUNS -> {
                // Nothing is wrong with its time.
            }
        }
        if (group.members().isEmpty()) {
            add(breaches, BreachCode.GROUP_EMPTY);
        }
        without(group.members(), choice.members())
                .forEach(member -> add(breaches, BreachCode.GROUP_MEMBER_JOINED, member.value()));
        without(choice.members(), group.members())
                .forEach(member -> add(breaches, BreachCode.GROUP_MEMBER_LEFT, member.value()));
        without(choice.members(), recipients)
                .forEach(member -> add(breaches, BreachCode.GROUP_NOT_WHOLE, member.value()));
        return List.copyOf(breaches);
    }

    private static void add(List<Breach> breaches, BreachCode code, String... arguments) {
        breaches.add(new Breach(FIELD, code, List.of(arguments)));
    }

    private static List<NodeId> without(Collection<NodeId> some, Collection<NodeId> others) {
        Set<NodeId> left = new HashSet<>(some);
        left.removeAll(Set.copyOf(others));
        return left.stream().sorted().toList();
    }
}
