package org.enlace.node.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.attachment.Attachment;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.enlace.node.inspection.FileKind;
import org.enlace.node.inspection.Remainder;
import org.enlace.node.keys.CaseKeys;
import org.enlace.person.Sensitive;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Uploads in the database. What they are called, and the keys of those that are ready, rest under the key of the
/// message that is being written.
@Repository
class UploadRows {
    private final JdbcClient database;
    private final CaseKeys keys;
    private final Clock clock;

    UploadRows(JdbcClient database, CaseKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param attachment null until it is ready
    record Sealed(Sensitive<String> name, @Nullable Attachment attachment) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void add(Upload upload) {
        database.sql("""
                        insert into upload (id, message_id, reference, number, length, received, state, scanned, since, sealed)
                        values (?, ?, ?, ?, ?, 0, 'COMING', false, ?, ?)""")
                .params(
                        upload.id(),
                        upload.message().value(),
                        upload.reference().value(),
                        upload.number(),
                        upload.length(),
                        StoredTime.utc(upload.since()),
                        seal(upload, new Sealed(upload.name(), null)))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return database.sql("select * from upload where id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of one message, by number.
    List<Upload> of(MessageId message) {
        return database.sql("select * from upload where message_id = ? order by number")
                .param(message.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// @param before how far it had come
    /// @return false if another request was faster
    boolean received(Upload upload, long before, long after) {
        return database.sql("""
                        update upload set received = ?, state = ?, since = ?
                        where id = ? and received = ? and state = 'COMING'""")
                        .params(
                                after,
                                (after == upload.length() ? Upload.State.HERE : Upload.State.COMING).name(),
                                StoredTime.utc(now()),
                                upload.id(),
                                before)
                        .update()
                == 1;
    }

    /// Its length is known now.
    void endsAt(Upload upload, long length) {
        database.sql("""
                        update upload set length = ?, state = case when received = ? then 'HERE' else state end
                        where id = ? and state = 'COMING'""").params(length, length, upload.id()).update();
    }

    boolean refuse(Upload upload, Upload.Reason reason) {
        return database.sql(
                                "update upload set state = 'REFUSED', reason = ?, since = ? where id = ? and state = 'HERE'")
                        .params(reason.name(), StoredTime.utc(now()), upload.id())
                        .update()
                == 1;
    }

    /// @return false if it was removed, or made ready by another request
    boolean ready(Upload upload, FileKind kind, Set<Remainder> remains, boolean scanned, Attachment attachment) {
        return database.sql("""
                        update upload set state = 'READY', kind = ?, remains = ?, scanned = ?, since = ?, sealed = ?
                        where id = ? and state = 'HERE'""")
                        .params(
                                kind.name(),
                                remains.stream().map(Remainder::name).sorted().collect(Collectors.joining(",")),
                                scanned,
                                StoredTime.utc(now()),
                                seal(upload, new Sealed(attachment.name(), attachment)),
                                upload.id())
                        .update()
                == 1;
    }

    /// What a message that names it says about it; empty until it is ready.
    Optional<Attachment> attachment(Upload upload) {
        byte[] sealed = database.sql("select sealed from upload where id = ?")
                .param(upload.id())
                .query((row, _) -> row.getBytes(1))
                .single();
        return Optional.ofNullable(open(upload.id(), upload.message(), sealed).attachment());
    }

    void removeOf(MessageId message) {
        database.sql("delete from upload where message_id = ?")
                .param(message.value())
                .update();
    }

    boolean remove(UUID id) {
        return database.sql("delete from upload where id = ?").param(id).update() == 1;
    }

    private byte[] seal(Upload upload, Sealed words) {
        return keys.seal(upload.reference(), upload.message(), place(upload.id()), StrictJson.write(words));
    }

    private Sealed open(UUID id, MessageId message, byte[] sealed) {
        try {
            return StrictJson.read(Sealed.class, keys.open(message, place(id), sealed));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Upload " + id + " was not written by this node", e);
        }
    }

    private Upload read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        MessageId message = new MessageId(row.getObject("message_id", UUID.class));
        String reason = row.getString("reason");
        String kind = row.getString("kind");
        String remains = row.getString("remains");
        return new Upload(
                id,
                message,
                new CaseReference(row.getString("reference")),
                row.getInt("number"),
                open(id, message, row.getBytes("sealed")).name(),
                row.getLong("length"),
                row.getLong("received"),
                Upload.State.valueOf(row.getString("state")),
                reason == null ? null : Upload.Reason.valueOf(reason),
                kind == null ? null : FileKind.valueOf(kind),
                remains == null || remains.isEmpty()
                        ? Set.of()
                        : Arrays.stream(remains.split(",", -1))
                                .map(Remainder::valueOf)
                                .collect(Collectors.toSet()),
                row.getBoolean("scanned"),
                StoredTime.at(row, "since"));
    }

    private static String place(UUID id) {
        return "upload|sealed|" + id;
    }
}
