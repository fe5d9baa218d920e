package org.enlace.node.statistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.NodeId;
import org.jspecify.annotations.Nullable;

/// What contact points returned of a year, as this Secretariat has it.
///
/// @param members all that are asked for it, and those that sent it although they are not any more
/// @param beside what came as an exercise or a test, and counts for nothing
record YearReturns(int year, List<OfMember> members, List<ReceivedReturn> beside) {
    YearReturns {
        members = List.copyOf(members);
        beside = List.copyOf(beside);
    }

    /// Of those that have returned it.
    List<Map<Table, Figures>> tables() {
        return members.stream().filter(OfMember::isHere).map(OfMember::tables).toList();
    }

    /// How many have.
    long here() {
        return members.stream().filter(OfMember::isHere).count();
    }

    /// @param versions oldest first; none if it has returned nothing, or is this contact point
    /// @param self whether it is this contact point, whose figures need no message
    /// @param tables that stand; none if there are none
    /// @param paces likewise, by quarter
    record OfMember(
            NodeId member,
            List<ReceivedReturn> versions,
            boolean self,
            Map<Table, Figures> tables,
            SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces) {
        OfMember {
            versions = List.copyOf(versions);
            tables = Map.copyOf(tables);
            paces = Collections.unmodifiableSortedMap(new TreeMap<>(paces));
        }

        boolean isHere() {
            return !versions.isEmpty() || (self && !tables.isEmpty());
        }

        @Nullable
        ReceivedReturn newest() {
            return versions.isEmpty() ? null : versions.getLast();
        }
    }
}
