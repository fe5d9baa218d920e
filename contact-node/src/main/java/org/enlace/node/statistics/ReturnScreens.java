package org.enlace.node.statistics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.directory.Member;
import org.enlace.node.access.AccessRules;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.Labels;
import org.enlace.node.statistics.ReturnOutcome.Correcting;
import org.enlace.node.statistics.ReturnOutcome.Point;
import org.enlace.node.statistics.ReturnScreen.Card;
import org.enlace.node.statistics.ReturnScreen.Way;
import org.enlace.node.statistics.SentReturn.OnItsWay;
import org.enlace.node.web.Choice;
import org.enlace.node.web.Field;
import org.enlace.node.web.PageContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the return of a year into the words of whoever sends it.
@Component
class ReturnScreens {
    private final StatisticsScreens statistics;
    private final StatisticsWords words;
    private final ReturnsReading returns;
    private final Labels labels;
    private final AccessRules rules;

    ReturnScreens(
            StatisticsScreens statistics,
            StatisticsWords words,
            ReturnsReading returns,
            Labels labels,
            AccessRules rules) {
        this.statistics = statistics;
        this.words = words;
        this.returns = returns;
        this.labels = labels;
        this.rules = rules;
    }

    /// @param against what was found against it when the officer tried
    ReturnScreen of(ReturnStanding standing, Correcting typed, Collection<Point> against, PageContext page) {
        var newest = standing.standing();
        var tables = new EnumMap<Table, Figures>(Table.class);
        tables.putAll(standing.tables());
        tables.keySet().removeIf(table -> standing.leftOut().contains(table.name()));
        return new ReturnScreen(
                standing.year(),
                lead(standing, page),
                Field.of(standing.sent().isEmpty() ? "h-hindrances" : "h-ways", "")
                        .error(error("year", against, page)),
                standing.hindrances().stream()
                        .sorted()
                        .map(point -> point(point, page))
                        .toList(),
                newest.isPresent(),
                newest.isPresent() || standing.takenBack().isEmpty()
                        ? null
                        : page.text("statistics.return.left-out", "tables", titles(standing.takenBack(), page)),
                standing.sent().reversed().stream().map(way -> way(way, page)).toList(),
                statistics.sections(tables, page),
                Field.of("reason", page.text("statistics.return.reason")).error(error("reason", against, page)),
                standing.reasons().stream()
                        .map(code -> Choice.of(
                                code, labels.of("correction-reason", code, page.locale()), code.equals(typed.reason())))
                        .toList(),
                Field.of("tables", page.text("statistics.return.tables")).error(error("tables", against, page)),
                choices(tables.keySet(), standing, typed, page),
                statistics.times(standing.paces(), standing.leftOut(), page));
    }

    /// What a correction could take back.
    private List<Choice> choices(Set<Table> tables, ReturnStanding standing, Correcting typed, PageContext page) {
        return Stream.concat(
                        tables.stream().map(table -> choice(table.name(), words.title(table, page), typed)),
                        Stream.of(PaceKind.values())
                                .filter(kind -> standing.standingTables().contains(kind.name()))
                                .map(kind -> choice(kind.name(), StatisticsWords.title(kind, page), typed)))
                .toList();
    }

    private static Choice choice(String name, String title, Correcting typed) {
        return Choice.of(name, title, typed.tables().contains(name));
    }

    private static String lead(ReturnStanding standing, PageContext page) {
        var secretariat = standing.secretariat();
        return secretariat == null
                ? page.text("statistics.point.secretariat-none")
                : page.text("statistics.return.what", "country", page.country(secretariat.code()));
    }

    private static @Nullable String error(String field, Collection<Point> against, PageContext page) {
        var texts = against.stream()
                .filter(point -> point.field().equals(field))
                .map(point -> point(point, page))
                .toList();
        return texts.isEmpty() ? null : String.join(" ", texts);
    }

    static String point(Point point, PageContext page) {
        return page.text("statistics.point." + point.code());
    }

    private Way way(OnItsWay way, PageContext page) {
        var sent = way.sent();
        var delivery = way.delivery();
        var opened = sent.openedAt();
        var reason = sent.reason();
        return new Way(
                page.text("statistics.return.version", "n", sent.number()),
                page.text("statistics.return.sent", "time", page.time(sent.sentAt()), "officer", sent.pseudonym()),
                delivery == null ? "" : labels.of("transport-state", delivery.state(), page.locale()),
                opened == null
                        ? page.text("statistics.return.unopened")
                        : page.text("statistics.return.opened", "time", page.time(opened)),
                reason == null
                        ? null
                        : page.text(
                                "statistics.return.took-back",
                                "tables",
                                titles(sent.withdrawn(), page),
                                "reason",
                                labels.of("correction-reason", reason, page.locale())));
    }

    /// Tables by their titles; those of a newer version by their names.
    String titles(Collection<String> names, PageContext page) {
        return names.stream()
                .map(name -> Table.named(name)
                        .map(table -> words.title(table, page))
                        .or(() -> PaceKind.named(name).map(kind -> StatisticsWords.title(kind, page)))
                        .orElse(name))
                .collect(Collectors.joining("; "));
    }

    Card card(ReturnStanding standing, Officer officer, PageContext page) {
        var may = rules.mayOpen(officer, Action.RETURN_STATISTICS);
        var all = !returns.years().isEmpty();
        var secretariat = standing.secretariat();
        if (secretariat == null || standing.hindrances().contains(Point.SECRETARIAT_IS_SELF)) {
            return new Card(
                    page.text(
                            secretariat == null
                                    ? "statistics.point.secretariat-none"
                                    : "statistics.point.secretariat-is-self"),
                    null,
                    all);
        }
        return new Card(text(standing, secretariat, page), may ? link(standing, page) : null, all);
    }

    private static String text(ReturnStanding standing, Member secretariat, PageContext page) {
        var country = page.country(secretariat.code());
        return standing.standing()
                .map(OnItsWay::sent)
                .map(sent -> sent.openedAt() == null
                        ? page.text("statistics.return.done", "country", country, "day", page.day(sent.sentAt()))
                        : page.text("statistics.return.read", "country", country, "day", page.day(sent.openedAt())))
                .orElseGet(() -> standing.releasedAt() == null
                        ? page.text("statistics.return.later", "country", country)
                        : page.text("statistics.return.due", "country", country));
    }

    private static @Nullable String link(ReturnStanding standing, PageContext page) {
        if (standing.standing().isPresent()) {
            return page.text("statistics.return.see");
        }
        return standing.releasedAt() == null ? null : page.text("statistics.return.open");
    }
}
