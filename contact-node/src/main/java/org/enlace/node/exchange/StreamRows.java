package org.enlace.node.exchange;

import java.time.Instant;
import java.util.Optional;
import org.enlace.message.NodeId;
import org.enlace.stream.StreamState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far the streams to and from each partner have come. The row of a stream is its lock.
@Component
class StreamRows {
    private final JdbcClient database;

    StreamRows(JdbcClient database) {
        this.database = database;
    }

    /// The stream to this partner, for us alone until the transaction ends.
    StreamState lockOutgoing(NodeId recipient) {
        return outgoing(recipient).orElseGet(() -> {
            StreamState first = StreamState.first();
            database.sql("""
                            insert into outgoing_stream (recipient, epoch, last_seq, last_hash)
                            select cast(? as varchar(2)), ?, ?, ? where not exists
                                (select 1 from outgoing_stream where recipient = ?)""")
                    .params(recipient.value(), first.epoch(), first.lastSeq(), first.lastHash(), recipient.value())
                    .update();
            return outgoing(recipient).orElseThrow();
        });
    }

    private Optional<StreamState> outgoing(NodeId recipient) {
        return database.sql("select epoch, last_seq, last_hash from outgoing_stream where recipient = ? for update")
                .param(recipient.value())
                .query(StreamState.class)
                .optional();
    }

    void saveOutgoing(NodeId recipient, StreamState state) {
        database.sql("update outgoing_stream set epoch = ?, last_seq = ?, last_hash = ? where recipient = ?")
                .params(state.epoch(), state.lastSeq(), state.lastHash(), recipient.value())
                .update();
    }

    /// The stream from this partner, for us alone until the transaction ends.
    StreamState lockIncoming(NodeId sender) {
        return incoming(sender).orElseGet(() -> {
            StreamState first = StreamState.first();
            database.sql("""
                            insert into incoming_stream (sender, epoch, last_seq, last_hash)
                            select cast(? as varchar(2)), ?, ?, ? where not exists
                                (select 1 from incoming_stream where sender = ?)""")
                    .params(sender.value(), first.epoch(), first.lastSeq(), first.lastHash(), sender.value())
                    .update();
            return incoming(sender).orElseThrow();
        });
    }

    private Optional<StreamState> incoming(NodeId sender) {
        return database.sql("select epoch, last_seq, last_hash from incoming_stream where sender = ? for update")
                .param(sender.value())
                .query(StreamState.class)
                .optional();
    }

    /// Moves the stream on and remembers the place for ever: what was once there must never be replaced.
    void advance(NodeId sender, StreamState next, Instant heardAt) {
        database.sql("""
                        update incoming_stream set epoch = ?, last_seq = ?, last_hash = ?, last_heard_at = ?
                        where sender = ?""")
                .params(next.epoch(), next.lastSeq(), next.lastHash(), Rows.utc(heardAt), sender.value())
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
