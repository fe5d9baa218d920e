package org.enlace.node.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was returned here, in the database. Nothing of it is ever changed but who has opened it.
@Repository
class ReceivedReturns {
    private static final String COLUMNS = """
            select id, sender, given_id, period, mode, number, reason, withdrawn, released_at, pseudonym, received_at,
                opened_at
            from statistics_return""";
    static final String OF_YEAR = COLUMNS + " where period = ? and mode = ? order by sender, number";
    static final String OF_SENDER = COLUMNS + " where period = ? and mode = ? and sender = ? order by number";
    static final String BESIDE = COLUMNS + " where period = ? and mode <> ? order by mode, sender, number";
    static final String UNOPENED = """
            select count(distinct sender || period) from statistics_return where mode = ? and opened_at is null""";
    static final String UNTOLD = COLUMNS + " where tell_at <= ? order by tell_at limit 100";

    private final JdbcClient database;

    ReceivedReturns(JdbcClient database) {
        this.database = database;
    }

    void add(ReceivedReturn returned, Map<String, SortedMap<String, @Nullable Integer>> figures) {
        database.sql("""
                        insert into statistics_return (id, sender, given_id, period, mode, number, withdrawn,
                            released_at, pseudonym, received_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        returned.id(),
                        returned.sender().value(),
                        returned.given().value(),
                        Period.year(returned.year()).code(),
                        returned.mode().name(),
                        returned.number(),
                        TableNames.text(returned.withdrawn()),
                        StoredTime.utc(returned.releasedAt()),
                        returned.pseudonym(),
                        StoredTime.utc(returned.receivedAt()))
                .param(returned.reason())
                .update();
        figures.forEach((name, lines) -> lines.forEach((line, figure) -> database.sql("""
                                insert into statistics_return_figure (return_id, name, line, figure)
                                values (:id, :name, :line, :figure)""")
                .param("id", returned.id())
                .param("name", name)
                .param("line", line)
                .param("figure", figure, Types.INTEGER)
                .update()));
    }

    /// All versions of a year, by sender, oldest first.
    List<ReceivedReturn> of(int year, Mode mode) {
        return database.sql(OF_YEAR)
                .params(Period.year(year).code(), mode.name())
                .query(ReceivedReturns::read)
                .list();
    }

    /// All versions of one sender, oldest first.
    List<ReceivedReturn> of(int year, Mode mode, NodeId sender) {
        return database.sql(OF_SENDER)
                .params(Period.year(year).code(), mode.name(), sender.value())
                .query(ReceivedReturns::read)
                .list();
    }

    /// What came in another mode than what counts here.
    List<ReceivedReturn> beside(int year, Mode counts) {
        return database.sql(BESIDE)
                .params(Period.year(year).code(), counts.name())
                .query(ReceivedReturns::read)
                .list();
    }

    List<Integer> years() {
        return database.sql("select distinct period from statistics_return order by period")
                .query((row, _) -> Integer.valueOf(row.getString("period")))
                .list();
    }

    /// By name and line.
    SortedMap<String, SortedMap<String, @Nullable Integer>> figures(UUID id) {
        return figures(List.of(id)).getOrDefault(id, new TreeMap<>());
    }

    /// Of several at once.
    Map<UUID, SortedMap<String, SortedMap<String, @Nullable Integer>>> figures(List<UUID> ids) {
        var found = new HashMap<UUID, SortedMap<String, SortedMap<String, @Nullable Integer>>>();
        if (ids.isEmpty()) {
            return found;
        }
        database.sql("select return_id, name, line, figure from statistics_return_figure where return_id in (:ids)")
                .param("ids", new ArrayList<>(ids))
                .query(row -> {
                    var figure = row.getInt("figure");
                    var shown = !row.wasNull();
                    found.computeIfAbsent(row.getObject("return_id", UUID.class), _ -> new TreeMap<>())
                            .computeIfAbsent(row.getString("name"), _ -> new TreeMap<>())
                            .put(row.getString("line"), shown ? figure : null);
                });
        return found;
    }

    /// All versions that nobody had opened are opened now, and their sender is to be told.
    void opened(int year, Mode mode, NodeId sender, Instant at) {
        database.sql("""
                        update statistics_return set opened_at = :at, tell_at = :at
                        where period = :period and mode = :mode and sender = :sender and opened_at is null""")
                .param("at", StoredTime.utc(at))
                .param("period", Period.year(year).code())
                .param("mode", mode.name())
                .param("sender", sender.value())
                .update();
    }

    /// How many contact points have returned what nobody has opened, each year by itself.
    int unopened(Mode mode) {
        return database.sql(UNOPENED).param(mode.name()).query(Integer.class).single();
    }

    List<ReceivedReturn> untold(Instant now) {
        return database.sql(UNTOLD)
                .param(StoredTime.utc(now))
                .query(ReceivedReturns::read)
                .list();
    }

    /// @return false if another replica of this node tells it
    boolean tell(UUID id) {
        return database.sql("update statistics_return set tell_at = null where id = ? and tell_at is not null")
                        .param(id)
                        .update()
                > 0;
    }

    Optional<ReceivedReturn> newest(int year, Mode mode, NodeId sender) {
        return of(year, mode, sender).stream().reduce((_, later) -> later);
    }

    private static ReceivedReturn read(ResultSet row, int number) throws SQLException {
        return new ReceivedReturn(
                row.getObject("id", UUID.class),
                new NodeId(row.getString("sender")),
                new MessageId(row.getObject("given_id", UUID.class)),
                Integer.parseInt(row.getString("period")),
                Mode.valueOf(row.getString("mode")),
                row.getInt("number"),
                row.getString("reason"),
                TableNames.read(row.getString("withdrawn")),
                StoredTime.at(row, "released_at"),
                row.getString("pseudonym"),
                StoredTime.at(row, "received_at"),
                StoredTime.maybeAt(row, "opened_at"));
    }
}
