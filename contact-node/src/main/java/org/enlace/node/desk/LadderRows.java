package org.enlace.node.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.enlace.lifecycle.Ladder;
import org.enlace.lifecycle.Rung;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.Calling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The steps of the ladder that were taken, in the database: each one once for an item and clock.
@Repository
class LadderRows {
    private final JdbcClient database;

    LadderRows(JdbcClient database) {
        this.database = database;
    }

    /// Items that have to be looked at because time has passed, longest first.
    List<Waiting> due(Instant now, int limit) {
        return database.sql("""
                        select i.id, m.reference from desk_item i join case_message m on m.id = i.message_id
                        where i.call_at <= ? order by i.call_at, i.id fetch first ? rows only""")
                .params(StoredTime.utc(now), limit)
                .query((row, _) ->
                        new Waiting(row.getObject("id", UUID.class), new CaseReference(row.getString("reference"))))
                .list();
    }

    /// @param item by which it is found
    /// @param reference of the case that is held while it is looked at
    record Waiting(UUID item, CaseReference reference) {}

    /// Open desks see that something is new.
    void changed(UUID item, Instant now) {
        database.sql("update desk_item set changed_at = ? where id = ?")
                .params(StoredTime.utc(now), item)
                .update();
    }

    Set<Rung> done(UUID item, Ladder.Clock clock) {
        var done = EnumSet.noneOf(Rung.class);
        done.addAll(database.sql("select rung from ladder_call where item_id = ? and clock = ?")
                .params(item, clock.name())
                .query((row, _) -> Rung.valueOf(row.getString(1)))
                .list());
        return done;
    }

    /// @return by which it is found
    /// @param told whom, and whether a desk of theirs was open
    long add(DeskItem item, Ladder.Clock clock, Ladder.Due step, List<Calling.Told> told, Instant now) {
        var key = new GeneratedKeyHolder();
        database.sql("""
                        insert into ladder_call (item_id, message_id, clock, rung, due_at, done_at, late)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        item.id(),
                        item.message().value(),
                        clock.name(),
                        step.rung().name(),
                        StoredTime.utc(step.at()),
                        StoredTime.utc(now),
                        step.late())
                .update(key, "id");
        var id = Objects.requireNonNull(key.getKey()).longValue();
        for (var one : told) {
            database.sql("insert into ladder_told (call_id, officer, at_desk) values (?, ?, ?)")
                    .params(id, one.officer().value(), one.atDesk())
                    .update();
        }
        return id;
    }

    /// For which steps a notice was made.
    void noticed(long call, Collection<UUID> notices) {
        for (var notice : notices) {
            database.sql("insert into ladder_notice (call_id, notice_id) values (?, ?)")
                    .params(call, notice)
                    .update();
        }
    }

    /// Notices that were made for this clock of an item and for no other item.
    List<UUID> noticesOf(UUID item, Ladder.Clock clock) {
        return database.sql("""
                        select n.notice_id from ladder_notice n join ladder_call c on c.id = n.call_id
                            where c.item_id = ? and c.clock = ? and not exists (
                                select 1 from ladder_notice o join ladder_call p on p.id = o.call_id
                                    where o.notice_id = n.notice_id and p.item_id <> c.item_id)""")
                .params(item, clock.name())
                .query((row, _) -> row.getObject("notice_id", UUID.class))
                .list();
    }

    /// Messages for which somebody was called and that were done with before, longest first.
    List<MessageId> over(Instant before, int limit) {
        return database.sql("""
                        select c.message_id from ladder_call c join desk_item i on i.id = c.item_id
                            where c.done_at < ? and i.waits = false and i.changed_at < ?
                            group by c.message_id order by min(c.done_at) fetch first ? rows only""")
                .params(StoredTime.utc(before), StoredTime.utc(before), limit)
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    /// Whom it called, and for which notices.
    void forget(MessageId message) {
        for (var table : List.of("ladder_notice", "ladder_told")) {
            database.sql("delete from " + table
                            + " where call_id in (select c.id from ladder_call c where c.message_id = ?)")
                    .param(message.value())
                    .update();
        }
        database.sql("delete from ladder_call where message_id = ?")
                .param(message.value())
                .update();
    }

    Map<Long, List<UUID>> notices(Collection<Long> calls) {
        var notices = new HashMap<Long, List<UUID>>();
        if (!calls.isEmpty()) {
            database.sql("select call_id, notice_id from ladder_notice where call_id in (:calls)")
                    .param("calls", calls)
                    .query(row -> {
                        notices.computeIfAbsent(row.getLong("call_id"), _ -> new ArrayList<>())
                                .add(row.getObject("notice_id", UUID.class));
                    });
        }
        return notices;
    }

    /// Oldest first, by id, without notices.
    Map<Long, Calling> of(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<Long, Calling>();
        database.sql("""
                        select c.id, c.message_id, c.rung, c.done_at, c.late, t.officer, t.at_desk
                        from ladder_call c left join ladder_told t on t.call_id = c.id
                        where c.message_id in (:messages) order by c.id, t.officer""")
                .param("messages", messages.stream().map(MessageId::value).toList())
                .query(row -> {
                    var id = row.getLong("id");
                    var officer = row.getString("officer");
                    var before = found.get(id);
                    var told = new ArrayList<>(before == null ? List.<Calling.Told>of() : before.told());
                    if (officer != null) {
                        told.add(new Calling.Told(new OfficerId(officer), row.getBoolean("at_desk")));
                    }
                    found.put(
                            id,
                            new Calling(
                                    new MessageId(row.getObject("message_id", UUID.class)),
                                    row.getString("rung"),
                                    StoredTime.at(row, "done_at"),
                                    row.getBoolean("late"),
                                    told,
                                    List.of()));
                });
        return found;
    }
}
