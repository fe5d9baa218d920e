package org.enlace.node.drafts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlace.message.About;
import org.enlace.message.Breach;
import org.enlace.message.BreachCode;
import org.enlace.message.NodeId;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.ReleaseSheets;
import org.enlace.node.groups.GroupChoice;
import org.enlace.node.groups.GroupSendings;
import org.enlace.node.groups.Groups;
import org.springframework.stereotype.Component;

/// What goes to a sharing group goes to all whom its writer saw there, or to nobody.
@Component
class ToGroups {
    /// What stands against one recipient and names it.
    private static final Set<BreachCode> SHUTS = EnumSet.of(
            BreachCode.RECIPIENT_UNKNOWN,
            BreachCode.RECIPIENT_NOT_ACTIVE,
            BreachCode.RECIPIENT_WITHOUT_KEYS,
            BreachCode.RECIPIENT_NOT_A_PARTNER,
            BreachCode.RECIPIENT_IS_STATE_OF_ORIGIN,
            BreachCode.RECIPIENT_EXCLUDED,
            BreachCode.RECIPIENT_WITHHELD,
            BreachCode.RECIPIENT_IS_NO_HOLDER);

    private final Groups groups;
    private final GroupSendings sendings;
    private final ReleaseSheets sheets;

    ToGroups(Groups groups, GroupSendings sendings, ReleaseSheets sheets) {
        this.groups = groups;
        this.sendings = sendings;
        this.sheets = sheets;
    }

    /// From the rules to the seal the group stays as it is.
    void hold(Wanted wanted) {
        var group = wanted.group();
        if (group != null) {
            groups.hold(group);
        }
    }

    /// @param found what stands against it without regard to the group
    List<Breach> against(Wanted wanted, About about, List<Breach> found, Officer by) {
        var group = wanted.group();
        if (group == null) {
            return List.of();
        }
        var breaches = new ArrayList<>(groups.against(group, wanted.recipients()));
        for (var member : group.members()) {
            if (isShut(member, found) || !sheets.hasReaders(about, member, by)) {
                breaches.add(new Breach("group", BreachCode.GROUP_MEMBER_SHUT, List.of(member.value())));
            }
        }
        return List.copyOf(breaches);
    }

    private static boolean isShut(NodeId member, List<Breach> found) {
        return found.stream()
                .filter(breach -> SHUTS.contains(breach.code()))
                .anyMatch(breach -> breach.arguments().contains(member.value()));
    }

    /// Keeps with a message that it went to a group.
    void left(Wanted wanted, Officer by) {
        GroupChoice group = wanted.group();
        if (group != null) {
            sendings.sent(wanted.id(), group, by);
        }
    }
}
