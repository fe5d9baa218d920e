package org.enlace.node.groups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// From when until when one contact point was in a group, with what began and ended it.
///
/// @param left null while it is in
record Membership(NodeId member, GroupAct joined, @Nullable GroupAct left) {

    /// All there ever were, in the order in which they began.
    ///
    /// @param acts oldest first
    static List<Membership> of(List<GroupAct> acts) {
        var all = new ArrayList<Membership>();
        for (var act : acts) {
            var member = act.member();
            if (member != null && act.kind() == GroupAct.Kind.JOINED) {
                all.add(new Membership(member, act, null));
            } else if (member != null && act.kind() == GroupAct.Kind.LEFT) {
                all.replaceAll(one ->
                        one.left == null && one.member.equals(member) ? new Membership(member, one.joined, act) : one);
            }
        }
        return List.copyOf(all);
    }

    /// Who was in it when it had this revision.
    static List<NodeId> at(List<GroupAct> acts, int revision) {
        return of(acts.stream().filter(act -> act.revision() <= revision).toList()).stream()
                .filter(one -> one.left == null)
                .map(Membership::member)
                .sorted()
                .toList();
    }

    /// Whether it was in at any moment between these.
    boolean between(Instant from, Instant until) {
        return joined.at().isBefore(until) && (left == null || left.at().isAfter(from));
    }
}
