package org.enlace.node.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.enlace.directory.Member;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.statistics.ReturnOutcome.Correcting;
import org.enlace.node.statistics.ReturnOutcome.Point;
import org.enlace.node.statistics.SentReturn.OnItsWay;
import org.jspecify.annotations.Nullable;

/// How it stands with the return of a year.
///
/// @param releasedAt when the figures were published; null while they are not
/// @param paces how long things took, by quarter
/// @param secretariat to whom they go; null if the directory names nobody
/// @param hindrances what stands against sending anything there
/// @param reasons codes that a correction may give
/// @param takenBack names of tables that were taken back from a Secretariat before this one
/// @param sent to that member, oldest first
record ReturnStanding(
        int year,
        @Nullable Instant releasedAt,
        Map<Table, Figures> tables,
        SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces,
        @Nullable Member secretariat,
        Set<Point> hindrances,
        List<String> reasons,
        SortedSet<String> takenBack,
        List<OnItsWay> sent) {

    ReturnStanding {
        tables = Map.copyOf(tables);
        paces = Collections.unmodifiableSortedMap(new TreeMap<>(paces));
        hindrances = Set.copyOf(hindrances);
        reasons = List.copyOf(reasons);
        takenBack = Collections.unmodifiableSortedSet(new TreeSet<>(takenBack));
        sent = List.copyOf(sent);
    }

    /// Names of the tables that stay here: what the Secretariat has no more, or never gets.
    SortedSet<String> leftOut() {
        return standing().map(newest -> newest.sent().withdrawn()).orElse(takenBack);
    }

    /// What the Secretariat has, or will have.
    Optional<OnItsWay> standing() {
        return sent.stream().filter(each -> !each.lost()).reduce((_, later) -> later);
    }

    int next() {
        return sent.size() + 1;
    }

    /// Names of what the Secretariat has and a correction could take back.
    SortedSet<String> standingTables() {
        var names = new TreeSet<String>();
        standing().ifPresent(newest -> {
            tables.keySet().forEach(table -> names.add(table.name()));
            names.addAll(ReturnedPaces.names(paces));
            names.removeAll(newest.sent().withdrawn());
        });
        return names;
    }

    /// Everything that stands against it.
    List<Point> against(Correcting correcting) {
        var points = EnumSet.noneOf(Point.class);
        points.addAll(hindrances);
        if (correcting.isNothing()) {
            if (standing().isPresent()) {
                points.add(Point.RETURNED_BEFORE);
            }
            return new ArrayList<>(points);
        }
        if (standing().isEmpty()) {
            points.add(Point.NOT_RETURNED);
            return new ArrayList<>(points);
        }
        if (!reasons.contains(correcting.reason())) {
            points.add(Point.REASON_MISSING);
        }
        if (correcting.tables().isEmpty()) {
            points.add(Point.TABLES_MISSING);
        } else if (!standingTables().containsAll(correcting.tables())) {
            points.add(Point.TABLES_UNKNOWN);
        }
        return new ArrayList<>(points);
    }
}
