package org.enlace.node.statistics;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.directory.Member;
import org.enlace.node.NodeSettings;
import org.enlace.node.casefile.Labels;
import org.enlace.node.directory.CurrentDirectory;
import org.enlace.node.exchange.Deliveries;
import org.enlace.node.exchange.Outbox;
import org.enlace.node.statistics.ReturnOutcome.Point;
import org.enlace.node.statistics.SentReturn.OnItsWay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks up how it stands with the return of a year.
@Component
class ReturnStandings {
    private final SentReturns rows;
    private final StatisticsRows published;
    private final Deliveries deliveries;
    private final CurrentDirectory directory;
    private final Outbox outbox;
    private final Labels labels;
    private final NodeSettings settings;
    private final Clock clock;

    ReturnStandings(
            SentReturns rows,
            StatisticsRows published,
            Deliveries deliveries,
            CurrentDirectory directory,
            Outbox outbox,
            Labels labels,
            NodeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.published = published;
        this.deliveries = deliveries;
        this.directory = directory;
        this.outbox = outbox;
        this.labels = labels;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return empty for a year of which there is nothing
    @Transactional(readOnly = true)
    public Optional<ReturnStanding> of(int year) {
        var first = published.first();
        var now = clock.instant().atZone(settings.zone()).getYear();
        if (year > now
                || year < first.map(at -> at.atZone(settings.zone()).getYear()).orElse(now)) {
            return Optional.empty();
        }
        var period = Period.year(year);
        var released = published.released().get(period.code());
        var secretariat = directory.current().secretariat().orElse(null);
        var all = rows.of(year).stream()
                // What was an exercise is no answer to what is meant.
                .filter(each -> each.mode() == settings.usualMode())
                .toList();
        var sent = all.stream()
                .filter(each -> secretariat != null && each.recipient().equals(secretariat.code()))
                .toList();
        var ways = deliveries.of(sent.stream().map(SentReturn::id).toList());
        return Optional.of(new ReturnStanding(
                year,
                released,
                released == null ? Map.of() : published.tables(period),
                released == null ? new TreeMap<>() : published.paces(year),
                secretariat,
                hindrances(released != null, secretariat),
                labels.codes("correction-reason"),
                all.stream()
                        .filter(each -> !sent.contains(each))
                        .flatMap(each -> each.withdrawn().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                sent.stream()
                        .map(each -> new OnItsWay(
                                each,
                                ways.getOrDefault(each.id(), List.of()).stream()
                                        .findFirst()
                                        .orElse(null)))
                        .toList()));
    }

    private Set<Point> hindrances(boolean released, @Nullable Member secretariat) {
        var points = EnumSet.noneOf(Point.class);
        if (!released) {
            points.add(Point.YEAR_NOT_PUBLISHED);
        }
        if (secretariat == null) {
            points.add(Point.SECRETARIAT_NONE);
        } else if (secretariat.code().equals(directory.code())) {
            points.add(Point.SECRETARIAT_IS_SELF);
        } else if (!outbox.reaches(secretariat.code())) {
            points.add(Point.SECRETARIAT_UNREACHABLE);
        }
        return points;
    }
}
