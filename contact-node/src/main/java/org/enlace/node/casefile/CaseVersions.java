package org.enlace.node.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.node.StoredTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which versions of messages there are, in the database. What was never corrected has none.
@Repository
class CaseVersions {
    private final JdbcClient database;
    private final CaseMessages messages;

    CaseVersions(JdbcClient database, CaseMessages messages) {
        this.database = database;
        this.messages = messages;
    }

    void add(MessageId message, Version version) {
        database.sql("""
                        insert into case_version (message_id, version, given_id, author_name, sent_at, stored_at, digest,
                            reason) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        message.value(),
                        version.number(),
                        version.given().value(),
                        version.desk(),
                        StoredTime.utc(version.sentAt()),
                        StoredTime.utc(version.storedAt()))
                .param(version.digest())
                .param(version.reason())
                .update();
    }

    /// Oldest first; empty if it was never corrected.
    List<Version> of(MessageId message) {
        return database.sql("select * from case_version where message_id = ? order by version")
                .param(message.value())
                .query((row, _) -> new Version(
                        row.getInt("version"),
                        new MessageId(row.getObject("given_id", UUID.class)),
                        row.getString("author_name"),
                        row.getString("digest"),
                        StoredTime.at(row, "sent_at"),
                        StoredTime.at(row, "stored_at"),
                        row.getString("reason"),
                        row.getObject("read_at", OffsetDateTime.class) == null ? null : StoredTime.at(row, "read_at"),
                        row.getString("read_by")))
                .list();
    }

    /// The newest version of what we received, while nobody here has confirmed that they read it.
    Optional<Version> unread(MessageEntry message) {
        var all = of(message.id());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.getLast()).filter(newest -> newest.unread(message.side()));
    }

    /// An officer read this version, and so what went before it.
    void read(MessageId message, String by, Instant at) {
        database.sql("update case_version set read_at = ?, read_by = ? where message_id = ? and read_at is null")
                .params(StoredTime.utc(at), by, message.value())
                .update();
    }

    /// By which its sender knows the newest version of it.
    MessageId newest(MessageEntry message) {
        var all = of(message.id());
        return all.isEmpty() ? message.givenId() : all.getLast().given();
    }

    /// The message of that member of which this is a version.
    Optional<MessageEntry> root(Side side, NodeId owner, MessageId given) {
        return database.sql("""
                        select m.id from case_message m where m.side = ? and m.partner = ? and (m.given_id = ? or exists (
                            select 1 from case_version v where v.message_id = m.id and v.given_id = ?))""")
                .params(side.name(), owner.value(), given.value(), given.value())
                .query((row, _) -> new MessageId(row.getObject("id", UUID.class)))
                .optional()
                .flatMap(messages::find);
    }
}
