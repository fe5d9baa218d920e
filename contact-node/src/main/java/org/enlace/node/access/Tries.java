package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Slows guessing down, by account and source together: whoever guesses cannot lock the officer out from elsewhere. A
/// try counts as failed from its beginning, so that many at the same moment are no more than one after the other.
@Repository
class Tries {
    private static final int FREE = 5;
    private static final Duration WAIT_FIRST = Duration.ofSeconds(15);
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /// All officers behind one proxy are one source: typing errors are forgiven as fast as people make them, and
    /// nobody waits longer than this.
    private static final Duration FORGIVEN_PER_SOURCE = Duration.ofSeconds(3);

    private static final int FREE_PER_SOURCE = 50;

    /// @param waitUntil of a source: when all its tries are forgiven
    private record Row(int failed, Instant waitUntil) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Tries(JdbcClient jdbc, TransactionTemplate transactions, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Counts a try as failed, unless it has to wait. To be followed by one of the others.
    ///
    /// @return how long to wait before the try, zero if it may be made now
    Duration begin(String username, String source) {
        var pair = pair(username, source);
        var all = all(source);
        forget();
        make(pair);
        make(all);
        return Objects.requireNonNull(transactions.execute(_ -> begin(pair, all, clock.instant())));
    }

    /// The same where no name is known yet: it counts for the source alone.
    Duration begin(String source) {
        var all = all(source);
        forget();
        make(all);
        return Objects.requireNonNull(transactions.execute(_ -> beginAll(all, clock.instant())));
    }

    /// It was right.
    void succeeded(String source) {
        transactions.executeWithoutResult(_ -> forgive(all(source)));
    }

    /// Writes down that somebody tried in vain.
    void failed(Door door) {
        // Neither the name that was typed nor where from: both may say more than the log should hold.
        audit.write(new AuditEntry(AuditEntry.NODE, "SIGN_IN", door.code(), null, "REFUSED"));
    }

    /// Forgets what this officer typed wrong.
    void succeeded(String username, String source) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from sign_in_tries where id = ?")
                    .param(pair(username, source))
                    .update();
            forgive(all(source));
        });
    }

    /// The try was not made after all.
    void takeBack(String username, String source) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("update sign_in_tries set failed = failed - 1, wait_until = last_at where id = ? and failed > 0")
                    .param(pair(username, source))
                    .update();
            forgive(all(source));
        });
    }

    private Duration begin(String pair, String all, Instant now) {
        var ofPair = lock(pair);
        if (ofPair.waitUntil().isAfter(now)) {
            return Duration.between(now, ofPair.waitUntil());
        }
        var left = beginAll(all, now);
        if (left.isPositive()) {
            return left;
        }
        var failed = ofPair.failed() + 1;
        keep(pair, failed, now, now.plus(delay(failed - FREE)));
        return Duration.ZERO;
    }

    private Duration beginAll(String all, Instant now) {
        var forgiven = later(lock(all).waitUntil(), now);
        var free = forgiven.minus(FORGIVEN_PER_SOURCE.multipliedBy(FREE_PER_SOURCE - 1L));
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        keep(all, 0, now, forgiven.plus(FORGIVEN_PER_SOURCE));
        return Duration.ZERO;
    }

    private void forgive(String all) {
        var found = jdbc.sql("select failed, wait_until from sign_in_tries where id = ? for update")
                .param(all)
                .query(Tries::row)
                .optional();
        found.ifPresent(row -> jdbc.sql("update sign_in_tries set wait_until = ? where id = ?")
                .params(StoredTime.utc(row.waitUntil().minus(FORGIVEN_PER_SOURCE)), all)
                .update());
    }

    private void forget() {
        jdbc.sql("delete from sign_in_tries where last_at < ?")
                .param(StoredTime.utc(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    private void make(String id) {
        var there = jdbc.sql("select count(*) from sign_in_tries where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        if (there == 0) {
            var now = StoredTime.utc(clock.instant());
            try {
                jdbc.sql("insert into sign_in_tries (id, failed, last_at, wait_until) values (?, 0, ?, ?)")
                        .params(id, now, now)
                        .update();
            } catch (DuplicateKeyException _) {
                // Another try made it in the same moment: both count on it.
            }
        }
    }

    private Row lock(String id) {
        return jdbc.sql("select failed, wait_until from sign_in_tries where id = ? for update")
                .param(id)
                .query(Tries::row)
                .optional()
                .orElseGet(() -> new Row(0, clock.instant()));
    }

    private void keep(String id, int failed, Instant now, Instant until) {
        jdbc.sql("update sign_in_tries set failed = ?, last_at = ?, wait_until = ? where id = ?")
                .params(failed, StoredTime.utc(now), StoredTime.utc(until), id)
                .update();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration delay(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        var wait = WAIT_FIRST.multipliedBy(1L << Math.min(over, 10));
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getInt("failed"), StoredTime.at(row, "wait_until"));
    }

    private static String pair(String username, String source) {
        return Secrets.hash("pair", Accounts.normal(username), source);
    }

    private static String all(String source) {
        return Secrets.hash("source", source);
    }
}
