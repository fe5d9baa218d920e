package org.enlace.node.statistics;

import java.time.Instant;
import java.util.Collection;
import org.enlace.code.CodeLists;
import org.enlace.node.NodeSettings;
import org.enlace.node.StoredTime;
import org.enlace.node.casefile.CountedPerson;
import org.enlace.node.casefile.CountedPersons;
import org.enlace.node.casefile.RouteFlows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts what happened in a year: what was meant alone, by the mode that its sender signed, and each message once,
/// however often it was corrected.
@Component
class Counting {
    private final JdbcClient database;
    private final CountedPersons persons;
    private final RouteFlows routes;
    private final CodeLists lists;
    private final NodeSettings settings;

    Counting(JdbcClient database, CountedPersons persons, RouteFlows routes, CodeLists lists, NodeSettings settings) {
        this.database = database;
        this.persons = persons;
        this.routes = routes;
        this.lists = lists;
        this.settings = settings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Counted of(Period year) {
        var from = year.from(settings.zone());
        var until = year.until(settings.zone());
        var counted = new Counted(lists);
        for (var line : CountedLines.values()) {
            count(line, from, until, counted);
        }
        persons.of(from, until).forEach(person -> count(person, counted));
        routes.of(from, until).forEach((pair, reports) -> counted.add(Table.REPORTS_BY_ROUTE, pair, reports));
        return counted;
    }

    private void count(CountedLines lines, Instant from, Instant until, Counted counted) {
        database.sql(lines.sql())
                .params(StoredTime.utc(from), StoredTime.utc(until))
                .query(row -> {
                    var line = row.getString("line");
                    counted.add(
                            lines.table(row.getString("side")), line == null ? Table.UNKNOWN : line, row.getInt("n"));
                });
    }

    private static void count(CountedPerson person, Counted counted) {
        counted.add(Table.PERSONS_BY_SEX, orUnknown(person.gender()), 1);
        counted.add(Table.PERSONS_BY_AGE, person.ageBand().isEmpty() ? "UNK" : person.ageBand(), 1);
        counted.add(Table.PERSONS_BY_EXPLOITATION, one(person.purposes()), 1);
        counted.add(Table.PERSONS_BY_STATUS, person.status(), 1);
        counted.add(Table.PERSONS_BY_DECIDING_BODY, orUnknown(person.decidedBy()), 1);
        counted.add(Table.PERSONS_BY_REGION, Regions.of(person.citizenship()), 1);
        counted.add(Table.PERSONS_BY_CITIZENSHIP, one(person.citizenship()), 1);
        counted.add(Table.PERSONS_BY_DESTINATION, one(person.destinations()), 1);
    }

    private static String orUnknown(String code) {
        return code.isEmpty() ? Table.UNKNOWN : code;
    }

    private static String one(Collection<String> codes) {
        return switch (codes.size()) {
            case 0 -> Table.UNKNOWN;
            case 1 -> codes.iterator().next();
            default -> Table.MORE;
        };
    }
}
