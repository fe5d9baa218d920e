package org.enlace.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published figures of a year.
public interface StatisticsCalls {
    @Call("GET /api/v1/statistics/{year}")
    Year year(int year);

    record Year(
            Instant closesAt,
            List<PaceOf> paces,
            @Nullable Instant releasedAt,
            int roundedTo,
            int shownFrom,
            List<Table> tables,
            int year) {}

    record Table(
            boolean addsUp,
            List<Line> lines,
            String list,
            String name,
            @Nullable Integer total) {}

    record Line(String code, @Nullable Integer figure) {}

    record PaceOf(
            int medianMinutes,
            String name,
            int ninetiethMinutes,
            @Nullable Integer overduePercent,
            String quarter,
            String urgency) {}
}
