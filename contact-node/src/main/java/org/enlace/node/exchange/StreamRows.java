package org.enlace.node.exchange;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.Turns;
import org.enlace.stream.StreamState;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far the streams to and from each partner have come. The row of a stream is its lock.
@Component
class StreamRows {
    private final JdbcClient database;
    private final JdbcTemplate connections;
    private final Turns turns;

    StreamRows(JdbcClient database, JdbcTemplate connections, Turns turns) {
        this.database = database;
        this.connections = connections;
        this.turns = turns;
    }

    /// Begins the streams to those of these partners to whom there is none yet, so that of many who write to a partner
    /// for the first time none waits until another has.
    void begin(Collection<NodeId> partners) {
        var begun = new HashSet<>(database.sql("select recipient from outgoing_stream")
                .query(String.class)
                .list());
        partners.stream().filter(partner -> !begun.contains(partner.value())).forEach(this::first);
    }

    private void first(NodeId recipient) {
        first("insert into outgoing_stream (recipient, epoch, last_seq, last_hash) values (?, ?, ?, ?)", recipient);
    }

    /// The stream to this partner, for us alone until the transaction ends.
    StreamState lockOutgoing(NodeId recipient) {
        turns.await("stream to " + recipient);
        return outgoing(recipient).orElseGet(() -> {
            first(recipient);
            return outgoing(recipient).orElseThrow();
        });
    }

    private Optional<StreamState> outgoing(NodeId recipient) {
        return database.sql("select epoch, last_seq, last_hash from outgoing_stream where recipient = ? for update")
                .param(recipient.value())
                .query((row, _) -> state(row))
                .optional();
    }

    private static StreamState state(ResultSet row) throws SQLException {
        return new StreamState(row.getInt("epoch"), row.getLong("last_seq"), row.getString("last_hash"));
    }

    void saveOutgoing(NodeId recipient, StreamState state) {
        database.sql("update outgoing_stream set epoch = ?, last_seq = ?, last_hash = ? where recipient = ?")
                .params(state.epoch(), state.lastSeq(), state.lastHash(), recipient.value())
                .update();
    }

    /// The stream from this partner, for us alone until the transaction ends.
    StreamState lockIncoming(NodeId sender) {
        return incoming(sender).orElseGet(() -> {
            first("insert into incoming_stream (sender, epoch, last_seq, last_hash) values (?, ?, ?, ?)", sender);
            return incoming(sender).orElseThrow();
        });
    }

    private Optional<StreamState> incoming(NodeId sender) {
        return database.sql("select epoch, last_seq, last_hash from incoming_stream where sender = ? for update")
                .param(sender.value())
                .query((row, _) -> state(row))
                .optional();
    }

    /// Two may make contact in the same moment. The second waits here for the first, and finds its row afterwards.
    private void first(String insert, NodeId partner) {
        StreamState first = StreamState.first();
        connections.execute((Connection connection) -> {
            Savepoint before = connection.setSavepoint();
            try (var statement = connection.prepareStatement(insert)) {
                statement.setString(1, partner.value());
                statement.setInt(2, first.epoch());
                statement.setLong(3, first.lastSeq());
                statement.setString(4, first.lastHash());
                return statement.executeUpdate();
            } catch (SQLException e) {
                connection.rollback(before);
                if (connections.getExceptionTranslator().translate("begin a stream", insert, e)
                        instanceof DuplicateKeyException) {
                    return 0;
                }
                throw e;
            }
        });
    }

    /// Moves the stream on and remembers the place for ever: what was once there must never be replaced.
    void advance(NodeId sender, StreamState next, Instant heardAt) {
        database.sql("""
                        update incoming_stream set epoch = ?, last_seq = ?, last_hash = ?, last_heard_at = ?
                        where sender = ?""")
                .params(next.epoch(), next.lastSeq(), next.lastHash(), StoredTime.utc(heardAt), sender.value())
                .update();
        database.sql("insert into incoming_place (sender, epoch, seq, chain_hash) values (?, ?, ?, ?)")
                .params(sender.value(), next.epoch(), next.lastSeq(), next.lastHash())
                .update();
    }

    /// What we know to be at a place: delivered, or held in another row than this one.
    Optional<String> known(NodeId sender, int epoch, long seq, long besides) {
        return database
                .sql("""
                        select chain_hash from incoming_place where sender = ? and epoch = ? and seq = ?
                        union all
                        select chain_hash from inbox
                        where sender = ? and epoch = ? and seq = ? and state = 'HELD' and id <> ?""")
                .params(sender.value(), epoch, seq, sender.value(), epoch, seq, besides)
                .query((row, _) -> row.getString(1))
                .stream()
                .findFirst();
    }
}
