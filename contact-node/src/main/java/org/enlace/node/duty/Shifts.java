package org.enlace.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The shifts, in the database.
@Repository
class Shifts {
    private final JdbcClient database;

    Shifts(JdbcClient database) {
        this.database = database;
    }

    /// Until the transaction ends nobody else changes them.
    void hold(Instant now) {
        database.sql("update duty_roster set changed_at = ? where id = 1")
                .param(StoredTime.utc(now))
                .update();
    }

    /// Those that touch this time, in its order.
    List<Shift> between(Instant from, Instant until) {
        return database.sql("select * from duty_shift where ends_at > ? and starts_at < ? order by starts_at, unit")
                .params(StoredTime.utc(from), StoredTime.utc(until))
                .query((row, _) -> read(row))
                .list();
    }

    List<Shift> ending(Instant after, Instant until) {
        return database.sql("select * from duty_shift where ends_at > ? and ends_at <= ? order by ends_at, unit")
                .params(StoredTime.utc(after), StoredTime.utc(until))
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Shift> find(UUID id) {
        return database.sql("select * from duty_shift where id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    void add(Shift shift) {
        var standIn = shift.standIn();
        database.sql(
                        "insert into duty_shift (id, unit, officer, stand_in, starts_at, ends_at) values (?, ?, ?, ?, ?, ?)")
                .param(shift.id())
                .param(shift.unit())
                .param(shift.officer().value())
                .param(standIn == null ? null : standIn.value())
                .param(StoredTime.utc(shift.starts()))
                .param(StoredTime.utc(shift.ends()))
                .update();
    }

    void remove(UUID id) {
        database.sql("delete from duty_shift where id = ?").param(id).update();
    }

    void end(UUID id, Instant now) {
        database.sql("update duty_shift set ends_at = ? where id = ?")
                .params(StoredTime.utc(now), id)
                .update();
    }

    private static Shift read(ResultSet row) throws SQLException {
        var standIn = row.getString("stand_in");
        return new Shift(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                new OfficerId(row.getString("officer")),
                standIn == null ? null : new OfficerId(standIn),
                StoredTime.at(row, "starts_at"),
                StoredTime.at(row, "ends_at"));
    }
}
