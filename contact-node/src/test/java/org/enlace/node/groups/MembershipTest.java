package org.enlace.node.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.enlace.message.NodeId;
import org.enlace.node.access.OfficerId;
import org.junit.jupiter.api.Test;

/// Who was in a group when is read from what was done to it.
class MembershipTest {
    private static final Instant DAY = Instant.parse("2026-11-20T06:00:00Z");
    private static final NodeId CL = new NodeId("CL");
    private static final NodeId CO = new NodeId("CO");

    @Test
    void whoLeavesAndComesBackHasTwoMembershipsAndNeitherIsRewritten() {
        var acts = List.of(
                act(1, GroupAct.Kind.JOINED, CL, 0),
                act(1, GroupAct.Kind.JOINED, CO, 0),
                act(2, GroupAct.Kind.LEFT, CL, 2),
                act(3, GroupAct.Kind.JOINED, CL, 5));

        assertThat(Membership.of(acts)).extracting(Membership::member).containsExactly(CL, CO, CL);
        assertThat(Membership.of(acts).getFirst().left()).isEqualTo(acts.get(2));
        assertThat(Membership.at(acts, 1)).containsExactly(CL, CO);
        assertThat(Membership.at(acts, 2)).containsExactly(CO);
        assertThat(Membership.at(acts, 3)).containsExactly(CL, CO);
        assertThat(between(acts, 1)).containsExactly(CL, CO);
        assertThat(between(acts, 2)).as("until noon of that day").containsExactly(CL, CO);
        assertThat(between(acts, 3)).containsExactly(CO);
        assertThat(between(acts, 5)).containsExactly(CO, CL);
        assertThat(between(acts, -1)).isEmpty();
    }

    private static List<NodeId> between(List<GroupAct> acts, int day) {
        var from = DAY.plusSeconds(day * 86_400L);
        return Membership.of(acts).stream()
                .filter(one -> one.between(from, from.plusSeconds(86_400)))
                .map(Membership::member)
                .toList();
    }

    /// At noon of that day.
    private static GroupAct act(int revision, GroupAct.Kind kind, NodeId member, int day) {
        var at = DAY.plusSeconds(day * 86_400L + 43_200);
        return new GroupAct(revision, kind, new OfficerId("0".repeat(32)), at, member, "TAKES_PART", null, null);
    }
}
