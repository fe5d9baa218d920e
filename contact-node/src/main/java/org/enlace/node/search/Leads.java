package org.enlace.node.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which of several words is the rarest, so that a search walks along its rows and asks of each what else
/// is wanted. How far back the newest rows of a word reach tells that, without counting them.
@Component
class Leads {
    /// How many rows of each way are looked at.
    static final int LOOKED_AT = 100;

    private final JdbcClient database;

    Leads(DataSource source) {
        this.database = JdbcClient.create(new PlannedAnew(source));
    }

    /// @param ways of each word; a word without any does not lead
    /// @return the place of the word that leads; -1 if none does
    int of(List<List<Way>> ways) {
        var leading = IntStream.range(0, ways.size())
                .filter(word -> !ways.get(word).isEmpty())
                .boxed()
                .toList();
        if (leading.size() < 2) {
            return leading.isEmpty() ? -1 : leading.getFirst();
        }
        var reaches = new HashMap<Integer, Double>();
        var seen = seen(ways);
        var now = seen.stream().map(Seen::newest).max(Instant::compareTo).orElse(Instant.EPOCH);
        seen.forEach(one -> reaches.merge(one.word(), one.perDay(now), Double::sum));
        return leading.stream()
                .min((one, other) -> Double.compare(reaches.getOrDefault(one, 0.0), reaches.getOrDefault(other, 0.0)))
                .orElseThrow();
    }

    /// The newest rows of one code.
    private record Seen(int word, int rows, Instant oldest, Instant newest) {
        private static final double MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();
        /// What has few rows at all is rarer than anything that has many, however new they are.
        private static final double FEW = 1e-6;

        double perDay(Instant now) {
            if (rows < LOOKED_AT) {
                return rows * FEW / LOOKED_AT;
            }
            return FEW
                    + rows
                            * MILLIS_OF_A_DAY
                            / Math.max(1, Duration.between(oldest, now).toMillis());
        }
    }

    private List<Seen> seen(List<List<Way>> ways) {
        var parameters = new HashMap<String, Object>();
        var sql = IntStream.range(0, ways.size())
                .boxed()
                .flatMap(word -> ways.get(word).stream().map(way -> way.reach(word, LOOKED_AT, parameters)))
                .collect(Collectors.joining(" union all "));
        return database.sql(sql).params(parameters).query((row, _) -> seen(row)).list().stream()
                .filter(one -> one.rows() > 0)
                .toList();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var oldest = StoredTime.maybeAt(row, "oldest");
        var newest = StoredTime.maybeAt(row, "newest");
        return new Seen(
                row.getInt("word"),
                row.getInt("found"),
                oldest == null ? Instant.EPOCH : oldest,
                newest == null ? Instant.EPOCH : newest);
    }
}
