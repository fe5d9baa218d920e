package org.enlace.node.watch;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.keys.NodeVault;
import org.enlace.node.watch.Watched.Kind;
import org.enlace.node.watch.Watched.Reason;
import org.enlace.node.watch.Watched.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is watched over, in the database; what officers wrote lies encrypted.
@Repository
class WatchedEvents {
    private static final String INSERT = """
            insert into watched (id, kind, officer_id, case_ref, reason, words, begun_at, until_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final NodeVault vault;

    WatchedEvents(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(Watched event) {
        var reason = event.reason();
        database.sql(INSERT)
                .param(event.id())
                .param(event.kind().name())
                .param(event.officer().value())
                .param(event.caseRef())
                .param(reason == null ? null : reason.name())
                .param(seal(event.id(), "words", event.words()))
                .param(StoredTime.utc(event.begun()))
                .param(StoredTime.utc(event.until()))
                .param(StoredTime.utc(event.due()))
                .update();
    }

    Optional<Watched> find(UUID id) {
        return database.sql("select * from watched where id = ?")
                .param(id)
                .query(this::event)
                .optional();
    }

    /// Broken glasses that are open at that moment.
    List<Watched> glasses(Instant at) {
        return database.sql("select * from watched where kind = 'GLASS' and until_at > ?")
                .param(StoredTime.utc(at))
                .query(this::event)
                .list();
    }

    /// How many of this kind the officer has begun since.
    int since(OfficerId officer, Kind kind, Instant since) {
        return database.sql("select count(*) from watched where officer_id = ? and kind = ? and begun_at > ?")
                .params(officer.value(), kind.name(), StoredTime.utc(since))
                .query(Integer.class)
                .single();
    }

    /// Whether nobody has looked in time at a glass that this officer broke.
    boolean overdue(OfficerId officer, Instant now) {
        return database.sql("select count(*) from watched where officer_id = ? and kind = 'GLASS'"
                                + " and reviewed_by is null and due_at < ?")
                        .params(officer.value(), StoredTime.utc(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// What nobody has looked at yet, the most urgent first.
    List<Watched> open(int limit) {
        return database.sql("select * from watched where reviewed_by is null order by due_at, id limit ?")
                .param(limit)
                .query(this::event)
                .list();
    }

    List<Watched> reviewed(int limit) {
        return database.sql("select * from watched where reviewed_by is not null order by due_at desc, id limit ?")
                .param(limit)
                .query(this::event)
                .list();
    }

    /// How many wait for somebody who is not this officer.
    int waitingFor(OfficerId reader) {
        return database.sql("select count(*) from watched where reviewed_by is null and officer_id <> ?")
                .param(reader.value())
                .query(Integer.class)
                .single();
    }

    /// @return false if somebody was faster
    boolean agree(UUID id, OfficerId by, Instant at) {
        return database.sql("update watched set agreed_by = ?, agreed_at = ? where id = ? and agreed_by is null")
                        .params(by.value(), StoredTime.utc(at), id)
                        .update()
                == 1;
    }

    /// @return false if somebody was faster
    boolean review(UUID id, Review review) {
        return database.sql("update watched set reviewed_by = ?, reviewed_at = ?, was_right = ?, finding = ?"
                                + " where id = ? and reviewed_by is null")
                        .params(
                                review.by().value(),
                                StoredTime.utc(review.at()),
                                review.right(),
                                seal(id, "finding", review.finding()),
                                id)
                        .update()
                == 1;
    }

    private Watched event(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var reason = row.getString("reason");
        var agreed = row.getString("agreed_by");
        var reviewed = row.getString("reviewed_by");
        return new Watched(
                id,
                Kind.valueOf(row.getString("kind")),
                new OfficerId(row.getString("officer_id")),
                row.getString("case_ref"),
                reason == null ? null : Reason.valueOf(reason),
                open(id, "words", row.getBytes("words")),
                StoredTime.at(row, "begun_at"),
                StoredTime.at(row, "until_at"),
                agreed == null ? null : new OfficerId(agreed),
                StoredTime.at(row, "due_at"),
                reviewed == null
                        ? null
                        : new Review(
                                new OfficerId(reviewed),
                                StoredTime.at(row, "reviewed_at"),
                                row.getBoolean("was_right"),
                                open(id, "finding", row.getBytes("finding"))));
    }

    private byte[] seal(UUID id, String column, String text) {
        return vault.seal("watched|" + column + "|" + id, text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(UUID id, String column, byte @Nullable [] cell) {
        return cell == null ? "" : new String(vault.open("watched|" + column + "|" + id, cell), StandardCharsets.UTF_8);
    }
}
