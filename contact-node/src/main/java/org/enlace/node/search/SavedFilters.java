package org.enlace.node.search;

import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.Officer;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.enlace.node.web.Unseen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The filters that an officer keeps: nobody else sees them, and what somebody else keeps is not there.
@Component
class SavedFilters {
    static final int NAME_MAX = 60;

    private static final int FILTERS_MAX = 20;

    private final FilterRows rows;
    private final AuditLog audit;
    private final Clock clock;

    SavedFilters(FilterRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why a filter is not kept.
    enum Point {
        FILTER_NAME_MISSING,
        FILTER_NAME_LONG,
        FILTER_NAME_HIDDEN,
        NOTHING_NARROWED,
        FILTERS_MANY;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String field() {
            return this == NOTHING_NARROWED ? "query" : "name";
        }
    }

    @Transactional(readOnly = true)
    public List<SavedFilter> of(Officer officer) {
        return rows.of(officer.id());
    }

    @Transactional(readOnly = true)
    public Optional<String> begins(Officer officer) {
        return rows.begins(officer.id());
    }

    /// @return what stands against it; empty when it is kept
    @Transactional
    public Optional<Point> save(String name, CaseFilter filter, Officer officer) {
        var point = against(name);
        if (point.isEmpty() && filter.query().isEmpty()) {
            point = Optional.of(Point.NOTHING_NARROWED);
        }
        if (point.isEmpty() && rows.of(officer.id()).size() >= FILTERS_MAX) {
            point = Optional.of(Point.FILTERS_MANY);
        }
        if (point.isEmpty()) {
            var saved = new SavedFilter(UUID.randomUUID(), plain(name), filter.query(), false);
            rows.add(saved, officer.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            written(saved.id(), officer);
        }
        return point;
    }

    /// @return what stands against it; empty when it is done
    /// @throws Unseen if this officer keeps no such filter; likewise below
    @Transactional
    public Optional<Point> rename(UUID id, String name, Officer officer) {
        var point = against(name);
        if (point.isEmpty()) {
            there(rows.rename(id, plain(name), officer.id()));
            written(id, officer);
        }
        return point;
    }

    @Transactional
    public void remove(UUID id, Officer officer) {
        there(rows.remove(id, officer.id()));
        written(id, officer);
    }

    /// Says whether the list of cases begins with it.
    @Transactional
    public void begin(UUID id, boolean begins, Officer officer) {
        there(rows.begin(id, begins, officer.id()));
        written(id, officer);
    }

    private static Optional<Point> against(String name) {
        if (name.isBlank()) {
            return Optional.of(Point.FILTER_NAME_MISSING);
        }
        if (name.strip().length() > NAME_MAX) {
            return Optional.of(Point.FILTER_NAME_LONG);
        }
        return Hidden.isIn(name.strip()) ? Optional.of(Point.FILTER_NAME_HIDDEN) : Optional.empty();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    private static void there(boolean found) {
        if (!found) {
            throw new Unseen();
        }
    }

    private void written(UUID id, Officer officer) {
        audit.write(new AuditEntry(officer.pseudonym(), "KEEP_FILTER", id.toString(), null, AuditEntry.DONE));
    }
}
