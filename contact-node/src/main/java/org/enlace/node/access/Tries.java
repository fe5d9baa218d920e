package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Slows guessing down, by account and source together: whoever guesses cannot lock the officer out from elsewhere.
@Repository
class Tries {
    private static final int FREE = 5;
    private static final int FREE_PER_SOURCE = 50;
    private static final Duration WAIT_FIRST = Duration.ofSeconds(15);
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private record Row(int failed, Instant lastAt, Instant waitUntil) {}

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Tries(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// @return how long to wait before another try, zero if not at all
    @Transactional(readOnly = true)
    public Duration wait(String username, String source) {
        var now = clock.instant();
        var pair = row(pair(username, source)).map(Row::waitUntil).orElse(now);
        var all = row(all(source)).map(Row::waitUntil).orElse(now);
        var until = pair.isAfter(all) ? pair : all;
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    @Transactional
    public void failed(String username, String source) {
        count(pair(username, source), FREE);
        count(all(source), FREE_PER_SOURCE);
        // Neither the name that was typed nor where from: both may say more than the log should hold.
        audit.write(new AuditEntry(AuditEntry.NODE, "SIGN_IN", "console", null, "REFUSED"));
    }

    @Transactional
    public void succeeded(String username, String source) {
        jdbc.sql("delete from sign_in_tries where id = ?")
                .param(pair(username, source))
                .update();
        jdbc.sql("delete from sign_in_tries where last_at < ?")
                .param(Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    private void count(String id, int free) {
        var now = clock.instant();
        var before = row(id).filter(row -> row.lastAt().plus(FORGOTTEN_AFTER).isAfter(now))
                .map(Row::failed)
                .orElse(0);
        var failed = before + 1;
        var changed = jdbc.sql("update sign_in_tries set failed = ?, last_at = ?, wait_until = ? where id = ?")
                .params(failed, Timestamp.from(now), Timestamp.from(now.plus(delay(failed - free))), id)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into sign_in_tries values (?, ?, ?, ?)")
                    .params(id, failed, Timestamp.from(now), Timestamp.from(now.plus(delay(failed - free))))
                    .update();
        }
    }

    private static Duration delay(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        var wait = WAIT_FIRST.multipliedBy(1L << Math.min(over, 10));
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }

    private Optional<Row> row(String id) {
        return jdbc.sql("select failed, last_at, wait_until from sign_in_tries where id = ?")
                .param(id)
                .query(Tries::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("failed"),
                row.getTimestamp("last_at").toInstant(),
                row.getTimestamp("wait_until").toInstant());
    }

    private static String pair(String username, String source) {
        return Secrets.hash("pair", Accounts.normal(username), source);
    }

    private static String all(String source) {
        return Secrets.hash("source", source);
    }
}
