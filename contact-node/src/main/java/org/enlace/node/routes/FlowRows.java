package org.enlace.node.routes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.casefile.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Puts legs of all reports together, in the database. Every question takes the officer's [Sight] along: what an
/// officer may not see is neither shown nor counted, and makes nothing finer.
@Repository
class FlowRows {
    /// So many cases stand behind what is shown as finely as it was told.
    static final int CASES_MIN = 2;

    private static final int CORROBORATED_MAX = 500;
    private static final String COARSE = """
            select l.coarse_key from route_leg l where l.leg_key = :id
            union select l.coarse_key from route_leg l where l.coarse_key = :id""";

    private final JdbcClient database;

    FlowRows(JdbcClient database) {
        this.database = database;
    }

    /// A question and what it is asked with.
    record Asked(String sql, Map<String, Object> parameters) {}

    /// @param behind whose reports wait until this node has read what they sent meanwhile
    record Question(Sight sight, RouteFilter filter, List<NodeId> behind) {
        /// Over columns of `l`.
        Asked narrowed() {
            var seen = sight.over("l");
            var parameters = new TreeMap<>(seen.parameters());
            var sql = new StringBuilder("l.last_month >= :first and l.first_month <= :last and ").append(seen.sql());
            parameters.put("first", filter.first());
            parameters.put("last", filter.last());
            if (!filter.mode().isEmpty()) {
                sql.append(" and l.mode = :mode");
                parameters.put("mode", filter.mode());
            }
            if (!filter.country().isEmpty()) {
                sql.append(" and (l.from_country = :country or l.to_country = :country)");
                parameters.put("country", filter.country());
            }
            if (filter.active()) {
                sql.append(" and l.active = true");
            }
            if (!behind.isEmpty()) {
                sql.append(" and l.partner not in (:behind)");
                parameters.put("behind", behind.stream().map(NodeId::value).toList());
            }
            return new Asked(sql.toString(), parameters);
        }
    }

    /// @param coarse mark of its divisions, under which all legs that may be part of it are found
    record Place(String id, String coarse) {}

    /// Those that most states report first, then those with most cases.
    List<Place> places(Question question, int skip, int limit) {
        var asked = places(question);
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> new Place(row.getString("id"), row.getString("coarse_key")))
                .list();
    }

    static Asked places(Question question) {
        var narrowed = question.narrowed();
        return new Asked("""
                select f.id, f.coarse_key, count(*) as states, sum(f.cases) as cases
                from (
                    select k.id, k.coarse_key, k.partner, max(k.cases) as cases
                    from (
                        select case when sum(s.cases) over (partition by s.leg_key) >= %d then s.leg_key else s.coarse_key end as id,
                            s.coarse_key, s.partner, s.cases
                        from (
                            select l.leg_key, l.coarse_key, l.partner, max(l.cases) as cases
                            from route_leg l where %s
                            group by l.leg_key, l.coarse_key, l.partner) s) k
                    group by k.id, k.coarse_key, k.partner) f
                group by f.id, f.coarse_key
                order by states desc, cases desc, f.id offset :skip rows fetch first :limit rows only""".formatted(CASES_MIN, narrowed.sql()), narrowed.parameters());
    }

    /// What the reports of one state by one means of transport say of one leg.
    ///
    /// @param sample one of its rows, if possible one that says where it is
    record Share(
            String leg,
            String coarse,
            NodeId state,
            String mode,
            int cases,
            int first,
            int last,
            boolean active,
            boolean confirmed,
            long sample) {}

    /// All legs between these divisions.
    List<Share> shares(Question question, Collection<String> coarse) {
        if (coarse.isEmpty()) {
            return List.of();
        }
        var asked = shares(question);
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("coarse", coarse)
                .query((row, _) -> share(row))
                .list();
    }

    static Asked shares(Question question) {
        var narrowed = question.narrowed();
        return new Asked("""
                select l.leg_key, l.coarse_key, l.partner, l.mode, max(l.cases) as cases, min(l.first_month) as first_month,
                    max(l.last_month) as last_month, max(case when l.active then 1 else 0 end) as active,
                    max(case when l.confirmed then 1 else 0 end) as confirmed,
                    coalesce(min(case when l.located then l.id end), min(l.id)) as sample
                from route_leg l where l.coarse_key in (:coarse) and %s
                group by l.leg_key, l.coarse_key, l.partner, l.mode""".formatted(narrowed.sql()), narrowed.parameters());
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString("leg_key"),
                row.getString("coarse_key"),
                new NodeId(row.getString("partner")),
                row.getString("mode"),
                row.getInt("cases"),
                row.getInt("first_month"),
                row.getInt("last_month"),
                row.getInt("active") > 0,
                row.getInt("confirmed") > 0,
                row.getLong("sample"));
    }

    /// Reports about which a holder has said something, by the leg that they tell of.
    Map<MessageId, List<String>> corroborated(Question question, Collection<String> legs) {
        var found = new HashMap<MessageId, List<String>>();
        if (legs.isEmpty()) {
            return found;
        }
        var asked = corroborated(question);
        database.sql(asked.sql())
                .params(asked.parameters())
                .param("legs", legs)
                .param("limit", CORROBORATED_MAX)
                .query(row -> {
                    found.merge(
                            new MessageId(row.getObject("message_id", UUID.class)),
                            List.of(row.getString("leg_key")),
                            FlowRows::both);
                });
        return found;
    }

    static Asked corroborated(Question question) {
        var narrowed = question.narrowed();
        return new Asked("""
                select distinct l.leg_key, l.message_id from route_leg l where l.leg_key in (:legs) and %s
                    and exists (select 1 from message_remark r where r.message_id = l.message_id)
                order by l.message_id desc fetch first :limit rows only""".formatted(narrowed.sql()), narrowed.parameters());
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /// The divisions of a leg or of the legs that are shown under this mark.
    Optional<String> coarse(String id) {
        var found = database.sql(COARSE)
                .param("id", id)
                .query((row, _) -> row.getString("coarse_key"))
                .list();
        return found.stream().findFirst();
    }

    /// @param place by which the next page begins after it
    record Report(MessageId message, int cases, int first, int last, boolean active, boolean confirmed, long place) {}

    /// Reports that tell of these legs, the one that came last first.
    List<Report> reports(Question question, Collection<String> legs, long before, int limit) {
        if (legs.isEmpty()) {
            return List.of();
        }
        var asked = reports(question);
        return database.sql(asked.sql())
                .params(asked.parameters())
                .param("legs", legs)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Report(
                        new MessageId(row.getObject("message_id", UUID.class)),
                        row.getInt("cases"),
                        row.getInt("first_month"),
                        row.getInt("last_month"),
                        row.getInt("active") > 0,
                        row.getInt("confirmed") > 0,
                        row.getLong("place")))
                .list();
    }

    static Asked reports(Question question) {
        var narrowed = question.narrowed();
        return new Asked("""
                select l.message_id, max(l.cases) as cases, min(l.first_month) as first_month,
                    max(l.last_month) as last_month, max(case when l.active then 1 else 0 end) as active,
                    max(case when l.confirmed then 1 else 0 end) as confirmed, max(l.id) as place
                from route_leg l where l.leg_key in (:legs) and %s
                group by l.message_id having max(l.id) < :before
                order by place desc fetch first :limit rows only""".formatted(narrowed.sql()), narrowed.parameters());
    }
}
