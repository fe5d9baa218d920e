package org.enlace.node.desk;

import java.util.List;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.StatusKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done here and its sender could not be told, in the order in which it was done.
@Repository
class OwedReplies {
    private final JdbcClient database;

    OwedReplies(JdbcClient database) {
        this.database = database;
    }

    void add(Owed reply) {
        database.sql("insert into reply_owed (event_id, message_id, recipient, kind, pseudonym) values (?, ?, ?, ?, ?)")
                .params(
                        reply.event(),
                        reply.message().value(),
                        reply.recipient().value(),
                        reply.kind().name(),
                        reply.pseudonym())
                .update();
    }

    /// Whether this member is owed anything: then nothing that was done later is told before it.
    boolean to(NodeId recipient) {
        return database.sql("select count(*) from reply_owed where recipient = ?")
                        .param(recipient.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Those that can be told now, no longer owed when the transaction commits.
    List<Owed> take(List<NodeId> reachable, int limit) {
        if (reachable.isEmpty()) {
            return List.of();
        }
        var owed = database.sql("""
                        select event_id, message_id, recipient, kind, pseudonym from reply_owed
                        where recipient in (:reachable) order by event_id limit :limit for update""")
                .param("reachable", reachable.stream().map(NodeId::value).toList())
                .param("limit", limit)
                .query((row, _) -> new Owed(
                        row.getLong("event_id"),
                        new MessageId(row.getObject("message_id", UUID.class)),
                        new NodeId(row.getString("recipient")),
                        StatusKind.valueOf(row.getString("kind")),
                        row.getString("pseudonym")))
                .list();
        owed.forEach(reply -> database.sql("delete from reply_owed where event_id = ?")
                .param(reply.event())
                .update());
        return owed;
    }

    /// @param event under which the case has what was done
    /// @param pseudonym of the officer who did it
    record Owed(long event, MessageId message, NodeId recipient, StatusKind kind, String pseudonym) {}
}
