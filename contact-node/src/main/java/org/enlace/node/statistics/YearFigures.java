package org.enlace.node.statistics;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.enlace.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/// What is published of a year by now. Nothing in it depends on who asks.
///
/// @param releasedAt when its tables were published; null while they are not
/// @param closes when they are, or were due
/// @param paces by quarter, `2026-Q3`, for those that are closed
record YearFigures(
        int year,
        @Nullable Instant releasedAt,
        Instant closes,
        Map<Table, Figures> tables,
        SortedMap<String, Map<PaceKind, Map<Urgency, Pace>>> paces) {}
