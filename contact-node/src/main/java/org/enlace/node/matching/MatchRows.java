package org.enlace.node.matching;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.matching.MatchKey;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The keys under which this node answers, and what our alerts are under each, in the database.
@Repository
class MatchRows {
    private final JdbcClient database;
    private final NodeVault vault;

    MatchRows(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// @param month `2026-11`
    record Key(UUID id, NodeId partner, Mode mode, String month, MatchKey key) {}

    /// One alert that is not in the table of a partner yet.
    record Alert(MessageId id, CaseReference reference) {}

    Optional<Key> find(NodeId partner, Mode mode, String month) {
        return database.sql("select id, secret from match_key where partner = ? and mode = ? and key_month = ?")
                .params(partner.value(), mode.name(), month)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Key(
                            id, partner, mode, month, MatchKey.of(vault.open(place(id), row.getBytes("secret"))));
                })
                .optional();
    }

    void add(Key key) {
        database.sql("insert into match_key (id, partner, mode, key_month, secret) values (?, ?, ?, ?, ?)")
                .params(
                        key.id(),
                        key.partner().value(),
                        key.mode().name(),
                        key.month(),
                        vault.seal(place(key.id()), key.key().bytes()))
                .update();
    }

    /// Alerts of ours of this mode that nobody has looked at under this key, newest first.
    List<Alert> unread(Key key, int limit) {
        return database.sql("""
                        select m.id, m.reference from case_message m
                        where m.type = 'CASE_ALERT' and m.side = 'SENT' and m.mode = ? and m.sealed_at is null
                            and not exists (select t.number from match_tag t where t.key_id = ? and t.message_id = m.id)
                        order by m.stored_at desc, m.id desc fetch first ? rows only""")
                .params(key.mode().name(), key.id(), limit)
                .query((row, _) -> new Alert(
                        new MessageId(row.getObject("id", UUID.class)), new CaseReference(row.getString("reference"))))
                .list();
    }

    /// @param tags none if there is nothing to match
    void add(Key key, Alert alert, List<String> tags) {
        for (var at = 0; at < Math.max(1, tags.size()); at++) {
            database.sql("insert into match_tag (key_id, message_id, number, reference, tag) values (?, ?, ?, ?, ?)")
                    .params(key.id(), alert.id().value(), at, alert.reference().value())
                    .param(tags.isEmpty() ? null : tags.get(at))
                    .update();
        }
    }

    /// Those of the newest alerts first, each once.
    List<String> tags(Key key, int limit) {
        return database.sql("""
                        select t.tag from match_tag t join case_message m on m.id = t.message_id
                        where t.key_id = ? and t.tag is not null and m.sealed_at is null
                        group by t.tag order by max(m.stored_at) desc, t.tag fetch first ? rows only""")
                .params(key.id(), limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The alerts of ours that these tags stand for.
    List<MessageId> found(UUID key, Collection<String> tags) {
        return database.sql("""
                        select distinct t.message_id from match_tag t join case_message m on m.id = t.message_id
                        where t.key_id = :key and t.tag in (:tags) and m.sealed_at is null""")
                .param("key", key)
                .param("tags", tags)
                .query((row, _) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    /// They are looked at anew with the next query.
    void forget(CaseReference reference) {
        database.sql("delete from match_tag where reference = ?")
                .param(reference.value())
                .update();
    }

    void forget(MessageId message) {
        database.sql("delete from match_tag where message_id = ?")
                .param(message.value())
                .update();
    }

    /// The keys of months that are over, with what was made by them. There is no way back.
    void forget(String monthBefore) {
        database.sql("delete from match_tag where key_id in (select k.id from match_key k where k.key_month < ?)")
                .param(monthBefore)
                .update();
        database.sql("delete from match_key where key_month < ?")
                .param(monthBefore)
                .update();
    }

    private static String place(UUID id) {
        return "match_key|secret|" + id;
    }
}
