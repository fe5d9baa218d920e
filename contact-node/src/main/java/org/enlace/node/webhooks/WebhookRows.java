package org.enlace.node.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.outside.Undelivered;
import org.enlace.node.webhooks.WebhookEvent.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What systems are told, in the database.
@Repository
class WebhookRows {
    private final JdbcClient database;

    WebhookRows(JdbcClient database) {
        this.database = database;
    }

    void make(String name) {
        var there = database.sql("select count(*) from webhook where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
        if (there == 0) {
            database.sql("insert into webhook (name, last_number) values (?, 0)")
                    .param(name)
                    .update();
        }
    }

    void add(String webhook, WebhookKind kind, CaseReference reference, MessageId message, Instant now) {
        database.sql("""
                        insert into webhook_event (id, webhook, kind, reference, message_id, made_at, state, attempts,
                            next_at) values (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)""")
                .params(
                        UUID.randomUUID(),
                        webhook,
                        kind.name(),
                        reference.value(),
                        message.value(),
                        StoredTime.utc(now),
                        StoredTime.utc(now))
                .update();
    }

    /// What is due for one system, in the order in which it happened, numbered; a second look finds none of it until
    /// the lease is over.
    List<WebhookEvent> take(String webhook, Instant now, Duration lease, int limit) {
        // Numbers are given by one at a time, and to nobody while it stands still.
        var last = database.sql("select last_number from webhook where name = ? and paused_at is null for update")
                .param(webhook)
                .query(Long.class)
                .optional();
        if (last.isEmpty()) {
            return List.of();
        }
        var due = database.sql("""
                        select * from webhook_event where webhook = ? and next_at <= ?
                            order by place fetch first ? rows only""")
                .params(webhook, StoredTime.utc(now), limit)
                .query((row, _) -> read(row))
                .list();
        var taken = new ArrayList<WebhookEvent>();
        long number = last.get();
        for (var event : due) {
            var known = event.number();
            var its = known == null ? ++number : known;
            database.sql("""
                            update webhook_event set attempts = attempts + 1, next_at = ?, number = ?,
                                tried_at = coalesce(tried_at, ?) where id = ?""")
                    .params(StoredTime.utc(now.plus(lease)), its, StoredTime.utc(now), event.id())
                    .update();
            taken.add(new WebhookEvent(
                    event.id(),
                    event.webhook(),
                    event.kind(),
                    event.reference(),
                    event.message(),
                    its,
                    event.madeAt(),
                    event.attempts() + 1,
                    event.triedAt() == null ? now : event.triedAt(),
                    event.reason()));
        }
        database.sql("update webhook set last_number = ? where name = ?")
                .params(number, webhook)
                .update();
        return taken;
    }

    /// @param next when it is tried again, null for never
    void tried(UUID id, State state, @Nullable Undelivered reason, @Nullable Instant next, Instant now) {
        database.sql("""
                        update webhook_event set state = ?, reason = ?, next_at = ?, ended_at = ?
                            where id = ? and state = 'WAITING'""")
                .param(state.name())
                .param(reason == null ? null : reason.name())
                .param(next == null ? null : StoredTime.utc(next))
                .param(next == null ? StoredTime.utc(now) : null)
                .param(id)
                .update();
    }

    /// All that is parked for one system is tried once more, from the beginning.
    int sendAgain(String webhook, Instant now) {
        return database.sql("""
                        update webhook_event set state = 'WAITING', attempts = 0, tried_at = null, ended_at = null,
                            next_at = ? where webhook = ? and state = 'PARKED'""").params(StoredTime.utc(now), webhook).update();
    }

    /// @return whether that changed anything
    boolean pause(String webhook, @Nullable Instant since) {
        return database.sql("update webhook set paused_at = ? where name = ? and paused_at is "
                                + (since == null ? "not null" : "null"))
                        .param(since == null ? null : StoredTime.utc(since))
                        .param(webhook)
                        .update()
                == 1;
    }

    Optional<Instant> pausedAt(String webhook) {
        return database.sql("select paused_at from webhook where name = ? and paused_at is not null")
                .param(webhook)
                .query((row, _) -> StoredTime.at(row, "paused_at"))
                .optional();
    }

    int count(String webhook, State state) {
        return database.sql("select count(*) from webhook_event where webhook = ? and state = ?")
                .params(webhook, state.name())
                .query(Integer.class)
                .single();
    }

    /// Oldest first.
    List<WebhookEvent> parked(String webhook, int limit) {
        return database.sql("""
                        select * from webhook_event where webhook = ? and state = 'PARKED'
                            order by place fetch first ? rows only""")
                .params(webhook, limit)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<Instant> lastSentAt(String webhook) {
        return database.sql("""
                        select ended_at from webhook_event where webhook = ? and state = 'SENT'
                            order by place desc fetch first 1 rows only""")
                .param(webhook)
                .query((row, _) -> StoredTime.at(row, "ended_at"))
                .optional();
    }

    void forget(String webhook, Instant sentBefore, Instant parkedBefore) {
        database.sql("""
                        delete from webhook_event where webhook = ? and state in ('SENT', 'DROPPED')
                            and ended_at < ?""").params(webhook, StoredTime.utc(sentBefore)).update();
        database.sql("delete from webhook_event where webhook = ? and state = 'PARKED' and ended_at < ?")
                .params(webhook, StoredTime.utc(parkedBefore))
                .update();
    }

    private static WebhookEvent read(ResultSet row) throws SQLException {
        var number = row.getObject("number");
        var reason = row.getString("reason");
        return new WebhookEvent(
                row.getObject("id", UUID.class),
                row.getString("webhook"),
                WebhookKind.valueOf(row.getString("kind")),
                new CaseReference(row.getString("reference")),
                new MessageId(row.getObject("message_id", UUID.class)),
                number == null ? null : row.getLong("number"),
                StoredTime.at(row, "made_at"),
                row.getInt("attempts"),
                StoredTime.maybeAt(row, "tried_at"),
                reason == null ? null : Undelivered.valueOf(reason));
    }
}
