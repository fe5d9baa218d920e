package org.enlace.node.statistics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.enlace.node.NodeSettings;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shows what was published. Each time is a line in the audit log, before anybody sees a figure.
@Component
class Years {
    static final String SHOW = "SHOW_STATISTICS";
    static final String EXPORT = "EXPORT_STATISTICS";

    private final StatisticsRows rows;
    private final NodeSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    Years(StatisticsRows rows, NodeSettings settings, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// Newest first; the one that runs is among them.
    @Transactional(readOnly = true)
    public List<Integer> all() {
        var now = clock.instant().atZone(settings.zone()).getYear();
        var first = rows.first().map(at -> at.atZone(settings.zone()).getYear()).orElse(now);
        return IntStream.iterate(now, year -> year >= first, year -> year - 1)
                .boxed()
                .toList();
    }

    /// The newest one that is published, or the one that runs.
    @Transactional(readOnly = true)
    public int newest() {
        var released = rows.released();
        return all().stream()
                .filter(year -> released.containsKey(Period.year(year).code()))
                .findFirst()
                .orElseGet(() -> all().getFirst());
    }

    /// @param deed [#SHOW] or [#EXPORT]
    /// @return empty for a year of which there is nothing
    @Transactional
    public Optional<YearFigures> of(int year, String deed, Officer officer) {
        if (!all().contains(year)) {
            return Optional.empty();
        }
        audit.write(new AuditEntry(officer.pseudonym(), deed, String.valueOf(year), null, AuditEntry.DONE));
        var period = Period.year(year);
        var released = rows.released().get(period.code());
        return Optional.of(new YearFigures(
                year,
                released,
                period.closes(settings.zone()),
                released == null ? Map.of() : rows.tables(period),
                rows.paces(year)));
    }
}
