package org.enlace.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.envelope.Link;
import org.enlace.envelope.Refusal;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The records that were taken from the broker, in the order in which they came.
@Component
class InboxRows {
    private static final String COLUMNS =
            "id, sender, topic, record_offset, record_digest, record_size, raw, received_at, attempts, accounted";

    /// H2 takes the order of an index only if all its columns are named; else each record would cost as much as
    /// all that wait behind it.
    private static final String IN_ORDER = """
             from inbox where state = 'NEW' and sender = ? and not_before <= ?
            order by state, sender, id limit ?""";

    static final String NEXT = "select " + COLUMNS + IN_ORDER;
    static final String SIZES = "select record_size" + IN_ORDER;

    private final JdbcClient database;

    InboxRows(JdbcClient database) {
        this.database = database;
    }

    /// Members whose records can be worked on now. From one member to the next by the index, however much waits of
    /// each.
    SortedSet<NodeId> sendersWithWork(Instant now) {
        SortedSet<NodeId> found = new TreeSet<>();
        for (String state : List.of("NEW", "AGAIN")) {
            Optional<NodeId> sender = senderAfter("", state);
            while (sender.isPresent()) {
                if (hasWork(sender.get(), state, now)) {
                    found.add(sender.get());
                }
                sender = senderAfter(sender.get().value(), state);
            }
        }
        return found;
    }

    /// The last record of this member, 0 if there is none.
    long last(NodeId sender) {
        return database.sql("select coalesce(max(id), 0) from inbox where sender = ?")
                .param(sender.value())
                .query(Long.class)
                .single();
    }

    /// Whether one up to this waits that nobody has tried to open yet.
    boolean waits(NodeId sender, long last) {
        return database.sql(
                                "select count(*) from inbox where state = 'NEW' and sender = ? and id <= ? and attempts = 0")
                        .params(sender.value(), last)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<NodeId> senderAfter(String last, String state) {
        return database.sql("""
                        select sender from inbox where state = ? and sender > ?
                        order by state, sender, id limit 1""")
                .params(state, last)
                .query((row, _) -> new NodeId(row.getString(1)))
                .optional();
    }

    /// How many records of this member can be worked on now, at most so many and together not much longer than the
    /// budget. Locks nothing.
    int waiting(NodeId sender, Instant now, int limit, long bytesMax) {
        List<Integer> sizes = database.sql(SIZES)
                .params(sender.value(), StoredTime.utc(now), limit)
                .query((row, _) -> row.getInt(1))
                .list();
        int fitting = 0;
        for (long bytes = 0; fitting < sizes.size() && bytes < bytesMax; fitting++) {
            bytes += sizes.get(fitting);
        }
        return fitting;
    }

    private boolean hasWork(NodeId sender, String state, Instant now) {
        return database.sql("select id from inbox where state = ? and sender = ? and not_before <= ? limit 1")
                .params(state, sender.value(), StoredTime.utc(now))
                .query((row, _) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    /// The oldest records of this member that can be worked on now.
    List<Row> next(NodeId sender, Instant now, int limit) {
        return database.sql(NEXT)
                .params(sender.value(), StoredTime.utc(now), limit)
                .query((row, _) -> read(row))
                .list();
    }

    /// Messages that came again after they had been stored, marked by the receiver.
    List<Repeated> repeated(NodeId sender) {
        return database.sql("""
                        select id, msg_id, receipt_id from inbox
                        where state = 'AGAIN' and sender = ? order by state, sender, id limit 100""")
                .param(sender.value())
                .query((row, _) -> new Repeated(row.getLong("id"), id(row, "msg_id"), id(row, "receipt_id")))
                .list();
    }

    /// It has been acted on, or needs no action: only its digest is kept, to know it again.
    void done(Row row, MessageId id) {
        database.sql("update inbox set state = 'DONE', raw = null, msg_id = ? where id = ?")
                .params(id.value(), row.id())
                .update();
    }

    void answered(Repeated repeated) {
        database.sql(
                        "update inbox set state = case when receipt_id is null then 'DONE' else 'REFUSED' end where id = ?")
                .param(repeated.id())
                .update();
    }

    void drop(Row row) {
        database.sql("delete from inbox where id = ?").param(row.id()).update();
    }

    /// It came before others that it must follow.
    void hold(Row row, Link link, String chainHash) {
        database.sql("update inbox set state = 'HELD', epoch = ?, seq = ?, chain_hash = ? where id = ?")
                .params(link.epoch(), link.seq(), chainHash, row.id())
                .update();
    }

    /// It came so far before others that it must follow that it is kept aside; its turn comes all the same.
    void awaits(Row row, Link link) {
        database.sql("update inbox set epoch = ?, seq = ? where id = ?")
                .params(link.epoch(), link.seq(), row.id())
                .update();
    }

    /// What waits for this place, if anything does, can be worked on.
    ///
    /// @return whether anything did
    boolean release(NodeId sender, int epoch, long seq) {
        return database.sql("""
                                update inbox set state = 'NEW'
                                where sender = ? and epoch = ? and seq = ?
                                    and (state = 'HELD' or state = 'PARKED' and reason = 'TOO_FAR_AHEAD')""").params(sender.value(), epoch, seq).update() > 0;
    }

    /// Of what waits for others before it, the lowest number can be looked at again.
    void releaseFirst(NodeId sender, int epoch) {
        database.sql("select seq from inbox where state = 'HELD' and sender = ? and epoch = ? order by seq limit 1")
                .params(sender.value(), epoch)
                .query((row, _) -> row.getLong(1))
                .list()
                .forEach(seq -> release(sender, epoch, seq));
    }

    /// It is refused for good; its bytes are, if anywhere, in quarantine.
    void refuse(Row row) {
        database.sql("update inbox set state = 'REFUSED', raw = null where id = ?")
                .param(row.id())
                .update();
    }

    /// It waits for a person or for a newer directory, with its bytes.
    ///
    /// @param accounted whether its stream has moved past it
    void park(Row row, boolean accounted, QuarantineReason reason) {
        database.sql("update inbox set state = 'PARKED', accounted = ?, reason = ? where id = ?")
                .params(accounted, reason.name(), row.id())
                .update();
    }

    /// It is refused, and claims this place.
    void claims(Row row, Link link, String chainHash) {
        database.sql("update inbox set epoch = ?, seq = ?, chain_hash = ?, prev = ? where id = ?")
                .params(link.epoch(), link.seq(), chainHash, link.prev(), row.id())
                .update();
    }

    /// What a refused record of this chain hash says was before it, if there is one that claims this place.
    Optional<String> claimed(NodeId sender, int epoch, long seq, String chainHash) {
        return database
                .sql("""
                        select prev from inbox where sender = ? and epoch = ? and seq = ? and chain_hash = ?
                            and state = 'REFUSED' and prev is not null""")
                .params(sender.value(), epoch, seq, chainHash)
                .query((row, _) -> row.getString(1))
                .stream()
                .findFirst();
    }

    /// How much of this member waits with its bytes.
    Parked parked(NodeId sender) {
        return database.sql("""
                        select count(*) as records, coalesce(sum(cast(record_size as bigint)), 0) as bytes
                        from inbox where state = 'PARKED' and sender = ?""")
                .param(sender.value())
                .query((row, _) -> new Parked(row.getInt("records"), row.getLong("bytes")))
                .single();
    }

    /// After so long a time nobody may act on them any more.
    int refuseParked(Instant receivedBefore) {
        return database.sql("update inbox set state = 'REFUSED', raw = null where state = 'PARKED' and received_at < ?")
                .param(StoredTime.utc(receivedBefore))
                .update();
    }

    record Parked(int records, long bytes) {}

    /// Records that a newer directory may explain.
    int retryParkedForDirectory() {
        return retryParked(Arrays.stream(Refusal.values())
                .filter(Refusal::mayPassWithNewerDirectory)
                .map(QuarantineReason::of)
                .toList());
    }

    /// Records that wait for one of these reasons.
    int retryParked(List<QuarantineReason> reasons) {
        return database.sql("""
                        update inbox set state = 'NEW', attempts = 0
                        where state = 'PARKED' and reason in (:reasons)""")
                .param("reasons", reasons.stream().map(QuarantineReason::name).toList())
                .update();
    }

    void retry(Row row, Instant notBefore) {
        database.sql("update inbox set attempts = attempts + 1, not_before = ? where id = ?")
                .params(StoredTime.utc(notBefore), row.id())
                .update();
    }

    int forgetDone(Instant receivedBefore) {
        return database.sql("delete from inbox where state in ('DONE', 'REFUSED') and received_at < ?")
                .param(StoredTime.utc(receivedBefore))
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        byte[] raw = row.getBytes("raw");
        return new Row(
                row.getLong("id"),
                new NodeId(row.getString("sender")),
                row.getString("topic"),
                row.getLong("record_offset"),
                row.getString("record_digest"),
                row.getInt("record_size"),
                raw == null ? new byte[0] : raw,
                StoredTime.at(row, "received_at"),
                row.getInt("attempts"),
                row.getBoolean("accounted"));
    }

    private static @Nullable MessageId id(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new MessageId(id);
    }

    /// A message whose record came again: one that was stored, or one that was refused with this receipt.
    record Repeated(
            long id, @Nullable MessageId msgId, @Nullable MessageId refusal) {}

    /// One record.
    static final class Row {
        private final long id;
        private final NodeId sender;
        private final String topic;
        private final long offset;
        private final String digest;
        private final int size;
        private final byte[] raw;
        private final Instant receivedAt;
        private final int attempts;
        private final boolean accounted;

        Row(
                long id,
                NodeId sender,
                String topic,
                long offset,
                String digest,
                int size,
                byte[] raw,
                Instant receivedAt,
                int attempts,
                boolean accounted) {
            this.id = id;
            this.sender = sender;
            this.topic = topic;
            this.offset = offset;
            this.digest = digest;
            this.size = size;
            this.raw = raw;
            this.receivedAt = receivedAt;
            this.attempts = attempts;
            this.accounted = accounted;
        }

        long id() {
            return id;
        }

        /// The member whose topic it came on.
        NodeId sender() {
            return sender;
        }

        String topic() {
            return topic;
        }

        long offset() {
            return offset;
        }

        /// Of the record as it came.
        String digest() {
            return digest;
        }

        int size() {
            return size;
        }

        /// Empty if it was too large to keep.
        byte[] raw() {
            return raw;
        }

        Instant receivedAt() {
            return receivedAt;
        }

        int attempts() {
            return attempts;
        }

        /// Whether its stream has moved past it already, because acting on it failed once.
        boolean accounted() {
            return accounted;
        }
    }
}
