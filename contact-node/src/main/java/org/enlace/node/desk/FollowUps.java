package org.enlace.node.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.casefile.FollowUpFinding;
import org.enlace.node.casefile.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The days on which somebody looks again, in the database. They count while the case stands as it was completed: not
/// after it was opened again, and not once its message was taken back.
@Repository
class FollowUps {
    private static final String OPEN = " from follow_up f join desk_item i on i.message_id = f.message_id"
            + " join case_message m on m.id = f.message_id"
            + " where f.finding is null and i.state in ('COMPLETED', 'CLOSED') and m.recalled_at is null";

    private final JdbcClient database;

    FollowUps(JdbcClient database) {
        this.database = database;
    }

    /// Replaces what was planned before and nobody has looked at.
    void plan(MessageId message, Collection<LocalDate> days) {
        database.sql("delete from follow_up where message_id = ? and finding is null")
                .param(message.value())
                .update();
        days.forEach(day -> add(message, day));
    }

    /// A day on which somebody looks anyway is not planned twice.
    void add(MessageId message, LocalDate day) {
        database.sql("""
                        insert into follow_up (id, message_id, due_on)
                        select cast(? as uuid), cast(? as uuid), cast(? as date)
                        where not exists (select 1 from follow_up where message_id = ? and due_on = ?)""")
                .params(UUID.randomUUID(), message.value(), day, message.value(), day)
                .update();
    }

    Optional<FollowUp> find(UUID id) {
        return database.sql("select * from follow_up where id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// What is due until a day, the longest due first.
    ///
    /// @param skip how many to leave out at the beginning
    List<FollowUp> open(Sight sight, LocalDate until, int skip, int limit) {
        var seen = sight.over("i");
        return database.sql(open(seen))
                .params(seen.parameters())
                .param("until", until)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    static String open(Sight.Condition seen) {
        return "select f.*" + OPEN + " and f.due_on <= :until and (" + seen.sql()
                + ") order by f.due_on, f.id offset :skip rows fetch next :limit rows only";
    }

    int count(Sight sight, LocalDate until) {
        var seen = sight.over("i");
        return database.sql(count(seen))
                .params(seen.parameters())
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    static String count(Sight.Condition seen) {
        return "select count(*)" + OPEN + " and f.due_on <= :until and (" + seen.sql() + ")";
    }

    /// @return false if somebody was first
    boolean done(UUID id, FollowUpFinding finding, Officer by, Instant now) {
        return database.sql("""
                        update follow_up set finding = ?, done_by = ?, done_at = ? where id = ? and finding is null""")
                        .params(finding.name(), by.id().value(), StoredTime.utc(now), id)
                        .update()
                == 1;
    }

    /// Nobody looks again.
    void end(MessageId message) {
        plan(message, List.of());
    }

    private static FollowUp read(ResultSet row) throws SQLException {
        return new FollowUp(
                row.getObject("id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getObject("due_on", LocalDate.class),
                row.getString("finding"));
    }
}
