package org.enlace.node.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.lifecycle.Urgency;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The notices, in the database.
@Repository
class NoticeRows {
    private final JdbcClient database;

    NoticeRows(JdbcClient database) {
        this.database = database;
    }

    /// One that nobody has tried to send yet and that says the same to the same.
    Optional<UUID> same(Way way, @Nullable OfficerId officer, Urgency urgency) {
        return database.sql("""
                        select id from notice where way = :way and coalesce(officer, '') = :officer
                            and urgency = :urgency and state = 'WAITING' and attempts = 0
                            order by made_at fetch first 1 rows only for update""")
                .param("way", way.name())
                .param("officer", officer == null ? "" : officer.value())
                .param("urgency", urgency.name())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    void oneMore(UUID id) {
        database.sql("update notice set waiting = waiting + 1 where id = ?")
                .param(id)
                .update();
    }

    void add(Notice notice, @Nullable Instant next) {
        var officer = notice.officer();
        var reason = notice.reason();
        database.sql("""
                        insert into notice (id, way, officer, urgency, waiting, made_at, state, attempts, next_at,
                            ended_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(notice.id())
                .param(notice.way().name())
                .param(officer == null ? null : officer.value())
                .param(notice.urgency().name())
                .param(notice.waiting())
                .param(StoredTime.utc(notice.madeAt()))
                .param(notice.state().name())
                .param(notice.attempts())
                .param(StoredTime.maybeUtc(next))
                .param(StoredTime.maybeUtc(notice.endedAt()))
                .param(reason == null ? null : reason.name())
                .update();
    }

    /// Takes those that are due, so that nobody else takes them while they are sent: another replica, or this node
    /// when it is back, tries them after the lease.
    List<Notice> take(Instant now, Duration lease, int limit) {
        var due = database.sql("""
                        select * from notice where next_at <= ? order by next_at, id
                            fetch first ? rows only for update""")
                .params(StoredTime.utc(now), limit)
                .query((row, _) -> read(row))
                .list();
        due.forEach(notice -> database.sql("update notice set attempts = attempts + 1, next_at = ? where id = ?")
                .params(StoredTime.utc(now.plus(lease)), notice.id())
                .update());
        return due;
    }

    /// @param next when it is tried again, null for never
    void tried(UUID id, NoticeState state, @Nullable Failure reason, @Nullable Instant next, Instant now) {
        database.sql("""
                        update notice set state = ?, reason = ?, next_at = ?, ended_at = ?
                            where id = ? and state = 'WAITING'""")
                .param(state.name())
                .param(reason == null ? null : reason.name())
                .param(StoredTime.maybeUtc(next))
                .param(StoredTime.maybeUtc(next == null ? now : null))
                .param(id)
                .update();
    }

    /// Those of these that are not sent yet are not sent any more.
    void drop(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            database.sql("""
                            update notice set state = 'DROPPED', next_at = null, ended_at = :now
                                where id in (:ids) and state = 'WAITING'""")
                    .param("now", StoredTime.utc(now))
                    .param("ids", ids)
                    .update();
        }
    }

    /// Those that ended before and that no call of the ladder tells of any more.
    ///
    /// @return how many there were
    int forget(Instant before, int limit) {
        return database.sql("""
                        delete from notice where id in (select n.id from notice n where n.ended_at < ? and not exists (
                            select 1 from ladder_notice l where l.notice_id = n.id)
                            order by n.ended_at, n.id fetch first ? rows only)""").params(StoredTime.utc(before), limit).update();
    }

    List<Notice> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select * from notice where id in (:ids)")
                        .param("ids", ids)
                        .query((row, _) -> read(row))
                        .list();
    }

    private static Notice read(ResultSet row) throws SQLException {
        var officer = row.getString("officer");
        var reason = row.getString("reason");
        return new Notice(
                row.getObject("id", UUID.class),
                Way.valueOf(row.getString("way")),
                officer == null ? null : new OfficerId(officer),
                Urgency.valueOf(row.getString("urgency")),
                row.getInt("waiting"),
                StoredTime.at(row, "made_at"),
                NoticeState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                StoredTime.maybeAt(row, "ended_at"),
                reason == null ? null : Failure.valueOf(reason));
    }
}
