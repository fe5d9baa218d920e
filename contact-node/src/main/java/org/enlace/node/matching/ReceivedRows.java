package org.enlace.node.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MatchQuery;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What partners asked here, in the database.
@Repository
class ReceivedRows {
    static final String COUNTED = """
            select coalesce(sum(elements), 0) from match_received
                where partner = ? and mode = ? and counted = true and received_at >= ?""";

    private final JdbcClient database;

    ReceivedRows(JdbcClient database) {
        this.database = database;
    }

    /// @param id as its sender gave it
    /// @param purpose code of list `purpose`, null if it named none
    /// @param pseudonym of their officer
    /// @param outcome code of list `match-outcome`
    /// @param key under which it was answered
    record Received(
            NodeId partner,
            MessageId id,
            Mode mode,
            @Nullable String purpose,
            String pseudonym,
            int elements,
            String outcome,
            @Nullable UUID key,
            Instant receivedAt) {}

    void add(Received received, MatchQuery query, boolean counted) {
        database.sql("""
                        insert into match_received (partner, message_id, mode, pseudonym, elements, counted, state,
                            outcome, asked, received_at, purpose) values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?)""")
                .params(
                        received.partner().value(),
                        received.id().value(),
                        received.mode().name(),
                        received.pseudonym(),
                        received.elements(),
                        counted,
                        received.outcome(),
                        StrictJson.write(query),
                        StoredTime.utc(received.receivedAt()))
                .param(received.purpose())
                .update();
    }

    /// Not answered yet, oldest first.
    List<Received> waiting(int limit) {
        return database.sql("""
                        select * from match_received where state = 'WAITING' order by received_at, message_id
                            fetch first ? rows only""").param(limit).query((row, _) -> read(row)).list();
    }

    /// What it asks; empty if it was answered meanwhile. Nobody else answers it until the transaction ends.
    Optional<MatchQuery> lock(Received received) {
        return database.sql("""
                        select asked from match_received where partner = ? and message_id = ? and state = 'WAITING'
                            for update""")
                .params(received.partner().value(), received.id().value())
                .query((row, _) -> query(row.getBytes(1), received))
                .optional();
    }

    void answered(Received received, @Nullable UUID key) {
        database.sql("""
                        update match_received set state = 'DONE', asked = null, key_id = ?
                            where partner = ? and message_id = ?""")
                .param(key)
                .param(received.partner().value())
                .param(received.id().value())
                .update();
    }

    Optional<Received> find(NodeId partner, MessageId id) {
        return database.sql("select * from match_received where partner = ? and message_id = ?")
                .params(partner.value(), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// About how many elements a partner has asked since, as far as they were answered.
    int counted(NodeId partner, Mode mode, Instant since) {
        return database.sql(COUNTED)
                .params(partner.value(), mode.name(), StoredTime.utc(since))
                .query(Integer.class)
                .single();
    }

    void forget(Instant before) {
        database.sql("delete from match_received where received_at < ?")
                .param(StoredTime.utc(before))
                .update();
    }

    private static Received read(ResultSet row) throws SQLException {
        return new Received(
                new NodeId(row.getString("partner")),
                new MessageId(row.getObject("message_id", UUID.class)),
                Mode.valueOf(row.getString("mode")),
                row.getString("purpose"),
                row.getString("pseudonym"),
                row.getInt("elements"),
                row.getString("outcome"),
                row.getObject("key_id", UUID.class),
                StoredTime.at(row, "received_at"));
    }

    private static MatchQuery query(byte[] json, Received received) {
        try {
            return StrictJson.read(MatchQuery.class, json);
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Query " + received.id() + " does not read any more", e);
        }
    }
}
