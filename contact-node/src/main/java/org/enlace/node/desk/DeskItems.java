package org.enlace.node.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.lifecycle.BusinessState;
import org.enlace.lifecycle.Urgency;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.IndexQueue;
import org.enlace.node.casefile.MessageEntry;
import org.enlace.node.casefile.Readers;
import org.enlace.node.casefile.Side;
import org.enlace.node.casefile.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits, in the database. Every question about more than one item takes the officer's [Sight].
@Repository
class DeskItems {
    private static final Duration SOON = Duration.ofHours(2);

    /// What burns first: overdue, then children, then urgency, then age.
    private static final String ORDER =
            " order by case when i.due < :now then 0 else 1 end, i.child desc, i.urgency_rank, i.received_at, i.id";

    private static final String READ =
            "select i.*, exists (select 1 from reply_owed o where o.message_id = i.message_id) as untold from ";

    private static final String ITEM = READ + "desk_item i";

    private final JdbcClient database;
    private final IndexQueue index;
    private final Readers readers;

    DeskItems(JdbcClient database, IndexQueue index, Readers readers) {
        this.database = database;
        this.index = index;
        this.readers = readers;
    }

    /// @param callAt when it is looked at because time has passed, unless something happens before; null for never
    void add(DeskItem item, MessageEntry message, @Nullable Instant callAt) {
        database.sql("""
                        insert into desk_item (id, message_id, reference, side, type, read_as, protection_only, closed_to,
                            state, waits, child, urgency_rank, received_at, clock_from, changed_at, ack_due,
                            call_at, answer_due, due, asked_due, owner, taken_at, readers)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        item.id(),
                        message.id().value(),
                        message.reference().value(),
                        message.side().name(),
                        message.gist().type().name(),
                        message.readAs().name(),
                        message.protectionOnly(),
                        Sight.column(message.closedTo()),
                        item.state().name(),
                        item.waits(),
                        message.child(),
                        rank(message.urgency()),
                        StoredTime.utc(message.storedAt()),
                        StoredTime.utc(item.clockFrom()),
                        StoredTime.utc(message.storedAt()))
                .param(StoredTime.maybeUtc(item.ackDue()))
                .param(StoredTime.maybeUtc(callAt))
                .param(StoredTime.maybeUtc(item.answerDue()))
                .param(StoredTime.maybeUtc(item.due()))
                .param(StoredTime.maybeUtc(item.askedDue()))
                .param(item.owner())
                .param(StoredTime.maybeUtc(item.takenAt()))
                .param(readers.of(message))
                .update();
        index.changed(message);
    }

    Optional<DeskItem> find(UUID id) {
        return database.sql(ITEM + " where i.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<DeskItem> of(MessageId message) {
        return of(List.of(message)).stream().findFirst();
    }

    List<DeskItem> of(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? List.of()
                : database.sql(ITEM + " where i.message_id in (:ids)")
                        .param("ids", messages.stream().map(MessageId::value).toList())
                        .query((row, _) -> read(row))
                        .list();
    }

    /// Those of these ids that there are.
    Map<UUID, DeskItem> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database
                        .sql(ITEM + " where i.id in (:ids)")
                        .param("ids", ids)
                        .query((row, _) -> read(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(DeskItem::id, Function.identity()));
    }

    /// @param skip how many to leave out at the beginning
    List<DeskItem> list(DeskView view, Sight sight, OfficerId me, Instant now, int skip, int limit) {
        var seen = sight.over("i");
        return database.sql(list(view, seen))
                .params(seen.parameters())
                .param("me", me.value())
                .param("now", StoredTime.utc(now))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    static String list(DeskView view, Sight.Condition seen) {
        // Of all that wait only the few that are shown are looked up further.
        return READ + "(select i.* from desk_item i where i.waits = true and (" + view.condition() + ") and ("
                + seen.sql() + ")" + ORDER + " offset :skip rows fetch next :limit rows only) i" + ORDER;
    }

    DeskCounts counts(Sight sight, OfficerId me, Instant now) {
        var seen = sight.over("i");
        return database.sql(counts(seen))
                .params(seen.parameters())
                .param("me", me.value())
                .param("now", StoredTime.utc(now))
                .param("soon", StoredTime.utc(now.plus(SOON)))
                .query((row, _) -> new DeskCounts(
                        row.getInt("all"),
                        row.getInt("overdue"),
                        row.getInt("ack"),
                        row.getInt("ack_overdue"),
                        row.getInt("mine"),
                        row.getInt("mine_soon"),
                        row.getInt("waiting"),
                        row.getInt("immediate"),
                        row.getInt("urgent")))
                .single();
    }

    static String counts(Sight.Condition seen) {
        var fresh = DeskView.ACK.condition();
        var mine = DeskView.MINE.condition();
        return "select count(*) as \"all\","
                + " count(case when i.due < :now then 1 end) as overdue,"
                + " count(case when " + fresh + " then 1 end) as ack,"
                + " count(case when " + fresh + " and i.due < :now then 1 end) as ack_overdue,"
                + " count(case when " + mine + " then 1 end) as mine,"
                + " count(case when " + mine + " and i.due < :soon then 1 end) as mine_soon,"
                + " count(case when " + DeskView.WAITING.condition() + " then 1 end) as waiting,"
                + " count(case when " + fresh + " and i.urgency_rank = 0 then 1 end) as immediate,"
                + " count(case when " + fresh + " and i.urgency_rank = 1 then 1 end) as urgent"
                + " from desk_item i where i.waits = true and (" + seen.sql() + ")";
    }

    /// The item as it is now, and nobody else's to change until the transaction ends.
    DeskItem lock(UUID id) {
        lockIfThere(id);
        return find(id).orElseThrow();
    }

    void lockIfThere(UUID id) {
        database.sql("select id from desk_item where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /// @param item locked by the transaction
    void store(DeskItem item, Instant now) {
        var before = database.sql("select state from desk_item where id = ?")
                .param(item.id())
                .query(String.class)
                .single();
        database.sql("""
                        update desk_item set state = ?, waits = ?, clock_from = ?, stood_millis = ?, changed_at = ?,
                            ack_due = ?, answer_due = ?, due = ?, owner = ?, taken_at = ? where id = ?""")
                .params(
                        item.state().name(),
                        item.waits(),
                        StoredTime.utc(item.clockFrom()),
                        item.stood().toMillis(),
                        StoredTime.utc(now))
                .param(StoredTime.maybeUtc(item.ackDue()))
                .param(StoredTime.maybeUtc(item.answerDue()))
                .param(StoredTime.maybeUtc(item.due()))
                .param(item.owner())
                .param(StoredTime.maybeUtc(item.takenAt()))
                .param(item.id())
                .update();
        if (!before.equals(item.state().name())) {
            index.changed(item.reference());
        }
        if (item.side() == Side.RECEIVED) {
            // Another clock may run now; of what we sent, the look that is due finds what happened.
            lookAt(item.id(), now);
        }
    }

    /// When the item has to be looked at because time has passed; null for not before something changes.
    void lookAt(UUID item, @Nullable Instant at) {
        database.sql("update desk_item set call_at = ? where id = ?")
                .param(StoredTime.maybeUtc(at))
                .param(item)
                .update();
    }

    /// Which answers stand.
    void answered(MessageId request, List<String> answers) {
        database.sql("update desk_item set answers = ? where message_id = ?")
                .params(String.join(",", answers), request.value())
                .update();
    }

    /// The sender knows now.
    void told(MessageId message, Instant now) {
        database.sql("update desk_item set changed_at = ? where message_id = ?")
                .params(StoredTime.utc(now), message.value())
                .update();
    }

    /// Who sees it follows its message.
    void guard(MessageEntry message) {
        database.sql("update desk_item set protection_only = ?, closed_to = ?, readers = ? where message_id = ?")
                .params(
                        message.protectionOnly(),
                        Sight.column(message.closedTo()),
                        readers.of(message),
                        message.id().value())
                .update();
    }

    /// How urgent it is for this desk.
    void urgency(UUID item, Urgency urgency, Instant now) {
        database.sql("update desk_item set urgency_rank = ?, changed_at = ? where id = ?")
                .params(rank(urgency), StoredTime.utc(now), item)
                .update();
    }

    /// It is no less urgent than its message.
    void urgency(MessageEntry message) {
        database.sql("update desk_item set child = ?, urgency_rank = least(urgency_rank, ?) where message_id = ?")
                .params(message.child(), rank(message.urgency()), message.id().value())
                .update();
    }

    /// Differs whenever something changed on the desk as this officer sees it, whoever did it: a colleague, another
    /// replica of this node, or time.
    Pulse pulse(Sight sight, Instant now) {
        var seen = sight.over("i");
        return database.sql(pulse(seen))
                .params(seen.parameters())
                .param("now", StoredTime.utc(now))
                .query((row, _) -> new Pulse(
                        row.getInt("waiting"),
                        row.getInt("overdue"),
                        row.getInt("immediate"),
                        StoredTime.maybeAt(row, "changed")))
                .single();
    }

    static String pulse(Sight.Condition seen) {
        return "select count(*) as waiting, count(case when i.due < :now then 1 end) as overdue, count(case when "
                + DeskView.ACK.condition() + " and i.urgency_rank = 0 then 1 end) as immediate,"
                + " max(i.changed_at) as changed from desk_item i where i.waits = true and (" + seen.sql() + ")";
    }

    /// @param immediate what nobody has taken and sounds an alarm until someone does
    record Pulse(
            int waiting,
            int overdue,
            int immediate,
            @Nullable Instant changed) {}

    private static DeskItem read(ResultSet row) throws SQLException {
        return new DeskItem(
                row.getObject("id", UUID.class),
                new MessageId(row.getObject("message_id", UUID.class)),
                new CaseReference(row.getString("reference")),
                Side.valueOf(row.getString("side")),
                BusinessState.valueOf(row.getString("state")),
                row.getBoolean("waits"),
                StoredTime.maybeAt(row, "ack_due"),
                StoredTime.maybeAt(row, "answer_due"),
                StoredTime.maybeAt(row, "due"),
                StoredTime.maybeAt(row, "asked_due"),
                StoredTime.at(row, "clock_from"),
                row.getString("owner"),
                StoredTime.maybeAt(row, "taken_at"),
                Duration.ofMillis(row.getLong("stood_millis")),
                answers(row.getString("answers")),
                row.getBoolean("untold"),
                urgency(row.getInt("urgency_rank")));
    }

    private static List<String> answers(@Nullable String column) {
        return column == null || column.isEmpty() ? List.of() : List.of(column.split(",", -1));
    }

    private static Urgency urgency(int rank) {
        return switch (rank) {
            case 0 -> Urgency.IMMEDIATE;
            case 1 -> Urgency.URGENT;
            case 2 -> Urgency.NORMAL;
            default -> Urgency.ROUTINE;
        };
    }

    private static int rank(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> 0;
            case URGENT -> 1;
            case NORMAL -> 2;
            case ROUTINE -> 3;
        };
    }
}
