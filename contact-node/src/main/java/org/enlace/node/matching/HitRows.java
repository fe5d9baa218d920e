package org.enlace.node.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What partners found of ours, in the database.
@Repository
class HitRows {
    private static final String HITS =
            "select h.*, m.reference from match_hit h join case_message m on m.id = h.message_id ";

    private final JdbcClient database;

    HitRows(JdbcClient database) {
        this.database = database;
    }

    /// @param query as its sender gave it
    /// @param message of ours that was found
    /// @param pseudonym of their officer
    record Hit(
            UUID id,
            NodeId partner,
            MessageId query,
            MessageId message,
            CaseReference reference,
            @Nullable String purpose,
            String pseudonym,
            Instant foundAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt) {}

    void add(ReceivedRows.Received query, MessageId message, Instant now) {
        var known = database.sql("select count(*) from match_hit where partner = ? and query_id = ? and message_id = ?")
                .params(query.partner().value(), query.id().value(), message.value())
                .query(Integer.class)
                .single();
        if (known == 0) {
            database.sql("""
                            insert into match_hit (id, partner, query_id, message_id, pseudonym, found_at, purpose)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            UUID.randomUUID(),
                            query.partner().value(),
                            query.id().value(),
                            message.value(),
                            query.pseudonym(),
                            StoredTime.utc(now))
                    .param(query.purpose())
                    .update();
        }
    }

    /// Those about messages that the officer may see, newest first.
    List<Hit> seen(Sight sight, int limit) {
        var seen = sight.over("m");
        return database.sql(HITS + "where m.sealed_at is null and " + seen.sql()
                        + " order by h.found_at desc, h.id fetch first :limit rows only")
                .params(seen.parameters())
                .param("limit", limit)
                .query((row, _) -> hit(row))
                .list();
    }

    int open(Sight sight) {
        var seen = sight.over("m");
        return database.sql("select count(*) from match_hit h join case_message m on m.id = h.message_id"
                        + " where h.reviewed_at is null and m.sealed_at is null and " + seen.sql())
                .params(seen.parameters())
                .query(Integer.class)
                .single();
    }

    Optional<Hit> find(UUID id, Sight sight) {
        var seen = sight.over("m");
        return database.sql(HITS + "where h.id = :id and m.sealed_at is null and " + seen.sql())
                .params(seen.parameters())
                .param("id", id)
                .query((row, _) -> hit(row))
                .optional();
    }

    /// @return false if somebody was faster
    boolean review(UUID id, OfficerId by, Instant at) {
        return database.sql(
                                "update match_hit set reviewed_by = ?, reviewed_at = ? where id = ? and reviewed_at is null")
                        .params(by.value(), StoredTime.utc(at), id)
                        .update()
                == 1;
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("id", UUID.class),
                new NodeId(row.getString("partner")),
                new MessageId(row.getObject("query_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                new CaseReference(row.getString("reference")),
                row.getString("purpose"),
                row.getString("pseudonym"),
                StoredTime.at(row, "found_at"),
                row.getString("reviewed_by"),
                StoredTime.maybeAt(row, "reviewed_at"));
    }
}
