package org.enlace.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.Receipt;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Receipts of messages that were stored while nothing could be sent to their sender: this member was suspended, or the
/// directory had run out.
@Component
class OwedReceipts {
    private final JdbcClient database;

    OwedReceipts(JdbcClient database) {
        this.database = database;
    }

    void add(Owed owed) {
        database.sql("""
                        insert into receipt_owed (sender, msg_id, digest, chain_hash, case_ref, mode, stored_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        owed.to().value(),
                        owed.receipt().of().value(),
                        owed.receipt().digest())
                .param(owed.receipt().chainHash())
                .param(owed.caseRef() == null ? null : owed.caseRef().value())
                .params(owed.mode().name(), StoredTime.utc(owed.receipt().at()))
                .update();
    }

    /// Those that can be sent now, oldest first, and no longer owed when the transaction commits.
    List<Owed> take(List<NodeId> reachable, int limit) {
        if (reachable.isEmpty()) {
            return List.of();
        }
        List<Owed> owed = database.sql("""
                        select sender, msg_id, digest, chain_hash, case_ref, mode, stored_at from receipt_owed
                        where sender in (:reachable) order by stored_at limit :limit for update""")
                .param("reachable", reachable.stream().map(NodeId::value).toList())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
        owed.forEach(one -> database.sql("delete from receipt_owed where sender = ? and msg_id = ?")
                .params(one.to().value(), one.receipt().of().value())
                .update());
        return owed;
    }

    void forget(Instant storedBefore) {
        database.sql("delete from receipt_owed where stored_at < ?")
                .param(StoredTime.utc(storedBefore))
                .update();
    }

    private static Owed read(ResultSet row) throws SQLException {
        String caseRef = row.getString("case_ref");
        return new Owed(
                new NodeId(row.getString("sender")),
                Receipt.stored(
                        new MessageId(row.getObject("msg_id", UUID.class)),
                        row.getString("digest"),
                        StoredTime.at(row, "stored_at"),
                        row.getString("chain_hash")),
                caseRef == null ? null : new CaseReference(caseRef),
                Mode.valueOf(row.getString("mode")));
    }

    /// One receipt, and where it goes.
    record Owed(NodeId to, Receipt receipt, @Nullable CaseReference caseRef, Mode mode) {}
}
