package org.enlace.node.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.MessageType;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.keys.NodeVault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The drafts of this node, each for its owner alone, their values encrypted.
@Repository
class Drafts {
    static final int PAGE = 50;

    /// A draft may hold names: what nobody has touched for so long is deleted.
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final NodeVault vault;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Drafts(JdbcClient database, NodeVault vault, Clock clock, ApplicationEventPublisher events) {
        this.events = events;
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    public void add(Draft draft) {
        forget();
        database.sql("""
                        insert into draft (id, owner, type, message_id, reference, typed, saved_at, sent, waiting)
                        values (?, ?, ?, ?, ?, ?, ?, false, false)""")
                .params(
                        draft.id(),
                        draft.owner().value(),
                        draft.type().name(),
                        draft.message().value(),
                        draft.reference().value(),
                        seal(draft.id(), draft.values()),
                        StoredTime.utc(draft.savedAt()))
                .update();
    }

    /// Keeps what was typed, unless it was sent or deleted meanwhile or waits for a second person.
    ///
    /// @param by the page that saved it by itself; null for a button
    void save(Draft draft, @Nullable String by) {
        database.sql("""
                        update draft set typed = ?, saved_at = ?, revision = revision + 1, saved_by = ?
                        where id = ? and owner = ? and sent = false and waiting = false""")
                .param(seal(draft.id(), draft.values()))
                .param(StoredTime.utc(draft.savedAt()))
                .param(by)
                .param(draft.id())
                .param(draft.owner().value())
                .update();
    }

    /// How it stands; as at first for one that is gone.
    @Transactional(readOnly = true)
    public Stand.Now stand(UUID id) {
        return database.sql("select revision, saved_by from draft where id = ?")
                .param(id)
                .query((row, _) -> new Stand.Now(row.getInt("revision"), row.getString("saved_by")))
                .optional()
                .orElse(new Stand.Now(0, null));
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(UUID id, Officer reader) {
        return database.sql("select * from draft where id = ? and owner = ?")
                .params(id, reader.id().value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// The same, and nobody else changes it until the transaction ends.
    Optional<Draft> hold(UUID id, Officer reader) {
        return database.sql("select * from draft where id = ? and owner = ? for update")
                .params(id, reader.id().value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of one officer that were not sent, last saved first.
    @Transactional
    public List<Draft> of(Officer owner, MessageType type) {
        forget();
        return database.sql("""
                        select * from draft where owner = ? and sent = false and type = ?
                        order by saved_at desc limit ?""")
                .params(owner.id().value(), type.name(), PAGE)
                .query((row, _) -> read(row))
                .list();
    }

    /// Those of one officer that were not sent and are of none of these kinds, last saved first.
    ///
    /// @param types at least one
    @Transactional(readOnly = true)
    public List<Draft> ofOthers(Officer owner, List<MessageType> types) {
        return database.sql("""
                        select * from draft where owner = :owner and sent = false and type not in (:types)
                        order by saved_at desc limit :limit""")
                .param("owner", owner.id().value())
                .param("types", types.stream().map(Enum::name).toList())
                .param("limit", PAGE)
                .query((row, _) -> read(row))
                .list();
    }

    /// Nobody changes it from here on, in the transaction that sends or asks for release.
    ///
    /// @return false if it was sent before or waits
    boolean claim(UUID id) {
        return database.sql("update draft set waiting = true where id = ? and sent = false and waiting = false")
                        .param(id)
                        .update()
                == 1;
    }

    /// Marks it as sent and forgets what was typed.
    void sent(UUID id) {
        database.sql("update draft set sent = true, waiting = false, typed = ? where id = ?")
                .params(seal(id, Values.NONE), id)
                .update();
    }

    /// Its writer goes on with it.
    void reopen(UUID id) {
        database.sql("update draft set waiting = false, saved_at = ? where id = ? and sent = false")
                .params(StoredTime.utc(clock.instant()), id)
                .update();
    }

    @Transactional
    public boolean delete(UUID id, Officer owner) {
        return database.sql("delete from draft where id = ? and owner = ? and sent = false and waiting = false")
                        .params(id, owner.id().value())
                        .update()
                == 1;
    }

    /// Nobody goes on with these.
    record Forgotten(List<MessageId> messages) {}

    private void forget() {
        var before = StoredTime.utc(clock.instant().minus(KEPT));
        var unsent = database.sql(
                        "select message_id from draft where saved_at < ? and waiting = false and sent = false")
                .param(before)
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
        database.sql("delete from draft where saved_at < ? and waiting = false")
                .param(before)
                .update();
        if (!unsent.isEmpty()) {
            events.publishEvent(new Forgotten(unsent));
        }
    }

    private byte[] seal(UUID id, Values values) {
        return vault.seal(place(id), StrictJson.write(new Typed(values.asMap())));
    }

    private Draft read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        try {
            var typed = StrictJson.read(Typed.class, vault.open(place(id), row.getBytes("typed")));
            return new Draft(
                    id,
                    new OfficerId(row.getString("owner")),
                    MessageType.valueOf(row.getString("type")),
                    new MessageId(row.getObject("message_id", UUID.class)),
                    new CaseReference(row.getString("reference")),
                    new Values(typed.values()),
                    StoredTime.at(row, "saved_at"),
                    row.getBoolean("sent"),
                    row.getBoolean("waiting"));
        } catch (MalformedMessage e) {
            throw new IllegalStateException("Draft " + id + " was not written by this node", e);
        }
    }

    private static String place(UUID id) {
        return "draft|typed|" + id;
    }

    record Typed(Map<String, List<String>> values) {}
}
