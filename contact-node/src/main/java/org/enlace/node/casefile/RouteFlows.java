package org.enlace.node.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.message.CaseAlert;
import org.enlace.message.Compartment;
import org.enlace.message.Message;
import org.enlace.message.MessageId;
import org.enlace.message.Place;
import org.enlace.message.RouteReport;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// From which country to which people are moved, as reports and alerts of a period have it. Neither tells of a person.
@Component
public class RouteFlows {
    private final JdbcClient database;
    private final CaseMessages messages;
    private final SealedParts parts;

    RouteFlows(JdbcClient database, CaseMessages messages, SealedParts parts) {
        this.database = database;
        this.messages = messages;
        this.parts = parts;
    }

    /// How many of them name a pair, `CO>PA`; each once for a pair. What was taken back does not count.
    @Transactional(propagation = Propagation.MANDATORY)
    public SortedMap<String, Integer> of(Instant from, Instant until) {
        var flows = new TreeMap<String, Integer>();
        database.sql("""
                        select id from case_message where type in ('ROUTE_REPORT', 'CASE_ALERT') and mode = 'ACTUAL'
                            and recall_reason is null and stored_at >= ? and stored_at < ? order by stored_at, id""")
                .params(StoredTime.utc(from), StoredTime.utc(until))
                .query((row, _) -> new MessageId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .list()
                .forEach(id -> pairs(parts.read(messages.find(id).orElseThrow(), EnumSet.of(Compartment.ALERT)))
                        .forEach(pair -> flows.merge(pair, 1, Integer::sum)));
        return flows;
    }

    private static Set<String> pairs(Message message) {
        var named = switch (message) {
            case RouteReport report ->
                report.legs().stream()
                        .map(leg -> pair(leg.from().place(), leg.to().place()));
            case CaseAlert told -> {
                var alert = told.alert();
                var now = alert.whereNow();
                var heading = alert.heading();
                yield now == null || heading == null ? Stream.<String>of() : Stream.of(pair(now, heading));
            }
            default -> Stream.<String>of();
        };
        return named.filter(pair -> !pair.isEmpty()).collect(Collectors.toSet());
    }

    /// Nothing within a country.
    private static String pair(Place from, Place to) {
        return from.country().equals(to.country()) ? "" : from.country() + ">" + to.country();
    }
}
