package org.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.envelope.Verified;
import org.enlace.message.RouteReport;
import org.enlace.node.StoredTime;
import org.enlace.node.exchange.Arrivals;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/// A family of messages that writes down what it is given, as often as it is given it.
final class Shown implements Arrivals<RouteReport> {
    private final JdbcTemplate database;
    private volatile String broken = "";
    private volatile String pondered = "";
    private volatile CountDownLatch pondering = new CountDownLatch(0);
    private final AtomicInteger busy = new AtomicInteger();

    Shown(JdbcTemplate database) {
        this.database = database;
        database.execute("""
                create table if not exists shown (
                    id bigint generated always as identity primary key, sender varchar(2), note varchar(200),
                    kept_at timestamp with time zone)""");
    }

    /// Fails with every report of this note, as a defect would.
    void breakOn(String note) {
        broken = note;
    }

    /// Fails with the next reports, as a database does that is busy.
    void busyFor(int times) {
        busy.set(times);
    }

    /// Takes its time with reports of this note until it is told to go on.
    void ponderOn(String note) {
        pondering = new CountDownLatch(1);
        pondered = note;
    }

    void goOn() {
        pondering.countDown();
    }

    @Override
    public Class<RouteReport> kind() {
        return RouteReport.class;
    }

    @Override
    public void arrived(Verified<RouteReport> message, Instant receivedAt) {
        String note = Objects.requireNonNull(message.message().note());
        database.update(
                "insert into shown (sender, note, kept_at) values (?, ?, ?)",
                message.sender().value(),
                note,
                StoredTime.utc(receivedAt));
        if (note.equals(pondered)) {
            ponder();
        }
        if (note.equals(broken)) {
            throw new IllegalStateException("Broken on purpose");
        }
        if (busy.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
            throw new ConcurrencyFailureException("Busy on purpose");
        }
    }

    private void ponder() {
        try {
            if (!pondering.await(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody said to go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From when the clocks of this one run here.
    Instant keptAt(String note) {
        return Objects.requireNonNull(database.queryForObject(
                "select kept_at from shown where note = ?", (row, _) -> StoredTime.at(row, "kept_at"), note));
    }

    List<String> notes(String sender) {
        return database.query(
                "select note from shown where sender = ? order by id", (row, _) -> row.getString(1), sender);
    }
}
