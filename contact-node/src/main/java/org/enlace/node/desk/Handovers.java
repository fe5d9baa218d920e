package org.enlace.node.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.Sight;
import org.enlace.node.desk.Handover.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is handed over, in the database. An offer counts while its item waits and is still with who gave it.
@Repository
class Handovers {
    private static final String READ =
            "select h.*, i.message_id from handover h join desk_item i on i.id = h.item_id where ";

    private static final String OPEN = "h.outcome is null and i.waits = true"
            + " and (i.owner = h.giver or (i.owner is null and h.giver is null))";

    private static final String ORDER = " order by h.offered_at, h.id";

    /// Overdue first, then what is due next, then what has no clock.
    private static final String HELD_ORDER =
            " order by case when i.due is null then 1 else 0 end, i.due, i.received_at, i.id";

    private final JdbcClient database;

    Handovers(JdbcClient database) {
        this.database = database;
    }

    void add(Handover offer) {
        database.sql("""
                        insert into handover (id, item_id, giver, taker, offered_by, offered_at, event_id)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(offer.id())
                .param(offer.item())
                .param(offer.giver())
                .param(offer.taker())
                .param(offer.by())
                .param(StoredTime.utc(offer.offeredAt()))
                .param(offer.event())
                .update();
    }

    /// Ends what was offered before of an item.
    void withdraw(UUID item, Instant now) {
        database.sql("update handover set outcome = ?, settled_at = ? where item_id = ? and outcome is null")
                .params(Result.WITHDRAWN.name(), StoredTime.utc(now), item)
                .update();
    }

    /// @param answer under which it rests why, null for no words
    void settle(UUID id, Result outcome, @Nullable Long answer, Instant now) {
        database.sql("update handover set outcome = ?, settled_at = ?, answer_id = ? where id = ?")
                .param(outcome.name())
                .param(StoredTime.utc(now))
                .param(answer)
                .param(id)
                .update();
    }

    Optional<Handover> find(UUID id) {
        return database.sql(READ + "h.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Handover> open(UUID id) {
        return database.sql(READ + "h.id = ? and " + OPEN)
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// What waits to be taken by an officer, the oldest first.
    List<Handover> to(OfficerId taker, Sight sight, int limit) {
        var seen = sight.over("i");
        return database.sql(to(seen))
                .params(seen.parameters())
                .param("taker", taker.value())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    static String to(Sight.Condition seen) {
        return READ + "h.taker = :taker and " + OPEN + " and (" + seen.sql() + ")" + ORDER
                + " fetch first :limit rows only";
    }

    int count(OfficerId taker, Sight sight) {
        var seen = sight.over("i");
        return database.sql(count(seen))
                .params(seen.parameters())
                .param("taker", taker.value())
                .query(Integer.class)
                .single();
    }

    static String count(Sight.Condition seen) {
        return "select count(*) from handover h join desk_item i on i.id = h.item_id where h.taker = :taker and " + OPEN
                + " and (" + seen.sql() + ")";
    }

    /// The newest offer of each of these items that is open or was declined.
    Map<UUID, Handover> newest(Collection<UUID> items) {
        return items.isEmpty()
                ? Map.of()
                : database
                        .sql(READ + "h.item_id in (:items) and (" + OPEN + " or h.outcome = 'DECLINED')" + ORDER)
                        .param("items", items)
                        .query((row, _) -> read(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Handover::item, Function.identity(), (_, newer) -> newer));
    }

    /// What an officer holds, and what nobody does, by message.
    ///
    /// @param free whether to name also what nobody holds
    /// @param skip how many to leave out at the beginning
    List<MessageId> held(OfficerId holder, boolean free, Sight sight, int skip, int limit) {
        var seen = sight.over("i");
        return database.sql(held(seen))
                .params(seen.parameters())
                .param("holder", holder.value())
                .param("free", free)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> new MessageId(row.getObject("message_id", UUID.class)))
                .list();
    }

    static String held(Sight.Condition seen) {
        return "select i.message_id from desk_item i where i.waits = true and (i.owner = :holder or (:free and"
                + " i.owner is null and i.side = 'RECEIVED')) and (" + seen.sql() + ")" + HELD_ORDER
                + " offset :skip rows fetch next :limit rows only";
    }

    /// Who holds how much.
    List<Holder> holders(Sight sight, Instant now) {
        var seen = sight.over("i");
        return database.sql(holders(seen))
                .params(seen.parameters())
                .param("now", StoredTime.utc(now))
                .query((row, _) ->
                        new Holder(new OfficerId(row.getString("owner")), row.getInt("items"), row.getInt("overdue")))
                .list();
    }

    static String holders(Sight.Condition seen) {
        return "select i.owner, count(*) as items, count(case when i.due < :now then 1 end) as overdue"
                + " from desk_item i where i.waits = true and i.owner is not null and (" + seen.sql()
                + ") group by i.owner order by 2 desc, i.owner";
    }

    /// @param items that wait and are with this officer
    record Holder(OfficerId officer, int items, int overdue) {}

    private static Handover read(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getString("giver"),
                row.getString("taker"),
                row.getString("offered_by"),
                StoredTime.at(row, "offered_at"),
                row.getLong("event_id"),
                outcome == null ? null : Result.valueOf(outcome),
                row.getObject("answer_id", Long.class));
    }
}
