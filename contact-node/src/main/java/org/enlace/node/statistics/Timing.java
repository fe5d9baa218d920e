package org.enlace.node.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.NodeSettings;
import org.enlace.node.StoredTime;
import org.enlace.node.statistics.Pace.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How long it took in a quarter, by urgency.
@Component
class Timing {
    private final JdbcClient database;
    private final NodeSettings settings;

    Timing(JdbcClient database, NodeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// @return those of which there are enough
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<PaceKind, Map<Urgency, Pace>> of(Period quarter) {
        var all = new EnumMap<PaceKind, Map<Urgency, Pace>>(PaceKind.class);
        for (var kind : PaceKind.values()) {
            var paces = new EnumMap<Urgency, Pace>(Urgency.class);
            taken(kind, quarter)
                    .forEach((urgency, taken) -> Pace.of(taken).ifPresent(pace -> paces.put(urgency, pace)));
            all.put(kind, paces);
        }
        return all;
    }

    private Map<Urgency, List<Taken>> taken(PaceKind kind, Period quarter) {
        var closes = quarter.closes(settings.zone());
        var taken = new EnumMap<Urgency, List<Taken>>(Urgency.class);
        database.sql(kind.sql())
                .params(StoredTime.utc(quarter.from(settings.zone())), StoredTime.utc(quarter.until(settings.zone())))
                .query(row -> {
                    taken.computeIfAbsent(Urgency.valueOf(row.getString("urgency")), _ -> new ArrayList<>())
                            .add(taken(
                                    Objects.requireNonNull(StoredTime.maybeAt(row, "stored_at")),
                                    StoredTime.maybeAt(row, "due"),
                                    StoredTime.maybeAt(row, "done"),
                                    closes));
                });
        return taken;
    }

    private static Taken taken(Instant stored, @Nullable Instant due, @Nullable Instant done, Instant closes) {
        var late = due != null && (done == null ? due.isBefore(closes) : done.isAfter(due));
        var was = due != null && (done != null || due.isBefore(closes));
        return new Taken(done == null ? null : Duration.between(stored, done), was, late);
    }
}
