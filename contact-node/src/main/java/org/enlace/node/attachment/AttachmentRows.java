package org.enlace.node.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.attachment.Attachment;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.enlace.node.attachment.ChunkFiles.Place;
import org.enlace.node.keys.CaseKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files of messages, in the database: how far each has come. What it is called and the key to it rest under
/// the key of its message.
@Repository
class AttachmentRows {
    private final JdbcClient database;
    private final CaseKeys keys;
    private final Clock clock;

    AttachmentRows(JdbcClient database, CaseKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param message by which this node knows it
    /// @param givenId to which the file is bound
    /// @param have which chunks are here
    record Row(Place place, MessageId message, MessageId givenId, AttachmentProgress progress, BitSet have) {}

    void add(
            Place place,
            MessageId message,
            MessageId givenId,
            CaseReference reference,
            Attachment attachment,
            AttachmentState state) {
        database.sql("""
                        insert into attachment (member, id, message_id, given_id, number, chunks, done, have, state, since, sealed)
                        values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""")
                .params(
                        place.member().value(),
                        place.attachment(),
                        message.value(),
                        givenId.value(),
                        attachment.number(),
                        attachment.chunks(),
                        new byte[0],
                        state.name(),
                        now(),
                        keys.seal(reference, message, aad(place), StrictJson.write(attachment)))
                .update();
    }

    Optional<Row> find(Place place) {
        return database.sql("select * from attachment where member = ? and id = ?")
                .params(place.member().value(), place.attachment())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of one message, in its order.
    List<Row> of(MessageId message) {
        return database.sql("select * from attachment where message_id = ? order by number")
                .param(message.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// The one that has waited longest in this state.
    Optional<Row> next(AttachmentState state) {
        return database.sql("select * from attachment where state = ? order by message_id, number limit 1")
                .param(state.name())
                .query((row, _) -> read(row))
                .optional();
    }

    /// What the message says about it.
    ///
    /// @throws org.enlace.node.keys.KeyDestroyed if the message was destroyed
    Attachment manifest(Row row) {
        byte[] sealed = database.sql("select sealed from attachment where member = ? and id = ?")
                .params(row.place().member().value(), row.place().attachment())
                .query((found, _) -> found.getBytes(1))
                .single();
        try {
            return StrictJson.read(Attachment.class, keys.open(row.message(), aad(row.place()), sealed));
        } catch (MalformedMessage e) {
            throw new IllegalStateException(
                    "Attachment " + row.place().attachment() + " was not written by this node", e);
        }
    }

    /// @return false if it is gone
    boolean move(Place place, int done, BitSet have, AttachmentState state) {
        return database.sql(
                                "update attachment set done = ?, have = ?, state = ?, since = ? where member = ? and id = ?")
                        .params(
                                done,
                                have.toByteArray(),
                                state.name(),
                                now(),
                                place.member().value(),
                                place.attachment())
                        .update()
                == 1;
    }

    void remove(MessageId message) {
        database.sql("delete from attachment where message_id = ?")
                .param(message.value())
                .update();
    }

    private OffsetDateTime now() {
        return StoredTime.utc(clock.instant());
    }

    private static Row read(ResultSet row) throws SQLException {
        Place place = new Place(new NodeId(row.getString("member")), row.getObject("id", UUID.class));
        return new Row(
                place,
                new MessageId(row.getObject("message_id", UUID.class)),
                new MessageId(row.getObject("given_id", UUID.class)),
                new AttachmentProgress(
                        place.attachment(),
                        row.getInt("number"),
                        row.getInt("done"),
                        row.getInt("chunks"),
                        AttachmentState.valueOf(row.getString("state")),
                        StoredTime.at(row, "since")),
                BitSet.valueOf(row.getBytes("have")));
    }

    private static String aad(Place place) {
        return "attachment|sealed|" + place.member() + "|" + place.attachment();
    }
}
