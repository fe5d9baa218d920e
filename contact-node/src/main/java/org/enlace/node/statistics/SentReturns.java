package org.enlace.node.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What went to the Secretariat, in the database.
@Repository
class SentReturns {
    static final String OF_YEAR = """
            select id, period, recipient, number, mode, supersedes, reason, withdrawn, pseudonym, sent_at, opened_at
            from statistics_sent where period = ? order by recipient, number""";

    private final JdbcClient database;

    SentReturns(JdbcClient database) {
        this.database = database;
    }

    /// @throws org.springframework.dao.DuplicateKeyException if another one was sent meanwhile
    void add(SentReturn sent) {
        database.sql("""
                        insert into statistics_sent (id, period, recipient, number, mode, withdrawn, pseudonym, sent_at,
                            supersedes, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        sent.id().value(),
                        Period.year(sent.year()).code(),
                        sent.recipient().value(),
                        sent.number(),
                        sent.mode().name(),
                        TableNames.text(sent.withdrawn()),
                        sent.pseudonym(),
                        StoredTime.utc(sent.sentAt()))
                .param(value(sent.supersedes()))
                .param(sent.reason())
                .update();
    }

    /// To whomever, oldest first.
    List<SentReturn> of(int year) {
        return database.sql(OF_YEAR)
                .param(Period.year(year).code())
                .query(SentReturns::read)
                .list();
    }

    /// @return whether it is one of ours that went to this member
    boolean opened(MessageId id, NodeId recipient, Instant at) {
        return database.sql("""
                        update statistics_sent set opened_at = coalesce(opened_at, :at)
                        where id = :id and recipient = :recipient""")
                        .param("at", StoredTime.utc(at))
                        .param("id", id.value())
                        .param("recipient", recipient.value())
                        .update()
                > 0;
    }

    private static @Nullable UUID value(@Nullable MessageId id) {
        return id == null ? null : id.value();
    }

    private static SentReturn read(ResultSet row, int number) throws SQLException {
        var supersedes = row.getObject("supersedes", UUID.class);
        return new SentReturn(
                new MessageId(row.getObject("id", UUID.class)),
                Integer.parseInt(row.getString("period")),
                new NodeId(row.getString("recipient")),
                row.getInt("number"),
                Mode.valueOf(row.getString("mode")),
                supersedes == null ? null : new MessageId(supersedes),
                row.getString("reason"),
                TableNames.read(row.getString("withdrawn")),
                row.getString("pseudonym"),
                StoredTime.at(row, "sent_at"),
                StoredTime.maybeAt(row, "opened_at"));
    }
}
