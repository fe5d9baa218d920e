package org.enlace.node.groups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.NodeId;
import org.enlace.node.NodeSettings;
import org.enlace.node.groups.Group.Standing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The groups as their reader may see them: who keeps them sees all, who writes messages those that run.
@Component
class GroupReading {
    static final int PAGE = 25;

    private final GroupRows rows;
    private final NodeSettings settings;
    private final Clock clock;

    GroupReading(GroupRows rows, NodeSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param more whether there is a page after this
    record Found(List<Group> groups, boolean more) {}

    /// @param past whether those are meant that are over
    /// @param all whether the reader keeps groups
    @Transactional(readOnly = true)
    public Found page(boolean past, int number, boolean all) {
        if (past && !all) {
            return new Found(List.of(), false);
        }
        var skip = Math.clamp(number, 0, 10_000) * PAGE;
        var found = rows.list(past ? GroupRows.PAST : GroupRows.CURRENT, clock.instant(), skip, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE)).stream()
                .filter(group -> all || runs(group))
                .toList();
        return new Found(shown, found.size() > PAGE);
    }

    @Transactional(readOnly = true)
    public Optional<Group> find(UUID id, boolean all) {
        return rows.find(id).filter(group -> all || runs(group));
    }

    @Transactional(readOnly = true)
    public List<GroupAct> acts(Group group) {
        return rows.acts(group.id());
    }

    /// Who was in it at any hour of that day, by the clock of this contact point; nobody on days on which it did not
    /// run.
    @Transactional(readOnly = true)
    public List<NodeId> on(Group group, LocalDate day) {
        var from = day.atStartOfDay(settings.zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        if (!group.beginsAt().isBefore(until) || !group.overAt().isAfter(from)) {
            return List.of();
        }
        return Membership.of(rows.acts(group.id())).stream()
                .filter(member -> member.between(from, until))
                .map(Membership::member)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean runs(Group group) {
        return group.standing(clock.instant()) == Standing.RUNS;
    }
}
