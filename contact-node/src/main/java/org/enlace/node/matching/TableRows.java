package org.enlace.node.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.matching.Tags;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MatchAnswer;
import org.enlace.message.Mode;
import org.enlace.message.NodeId;
import org.enlace.message.StrictJson;
import org.enlace.node.StoredTime;
import org.enlace.node.keys.NodeVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What partners gave us to look into, and what they said is left to us, in the database.
@Repository
class TableRows {
    private final JdbcClient database;
    private final NodeVault vault;

    TableRows(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /// @param publicKey to which the partner has bound itself for this month
    record Held(String month, String publicKey, String digest) {}

    Optional<Held> held(NodeId partner, Mode mode) {
        return database.sql("select key_month, public_key, digest from match_table where partner = ? and mode = ?")
                .params(partner.value(), mode.name())
                .query((row, _) -> new Held(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }

    Optional<Tags> tags(NodeId partner, Mode mode, String digest) {
        return database.sql("select tags from match_table where partner = ? and mode = ? and digest = ?")
                .params(partner.value(), mode.name(), digest)
                .query((row, _) -> vault.open(place(partner, mode), row.getBytes(1)))
                .optional()
                .flatMap(TableRows::read);
    }

    void keep(NodeId partner, Mode mode, Held held, Tags tags) {
        database.sql("delete from match_table where partner = ? and mode = ?")
                .params(partner.value(), mode.name())
                .update();
        database.sql("""
                        insert into match_table (partner, mode, key_month, public_key, digest, tags)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        partner.value(),
                        mode.name(),
                        held.month(),
                        held.publicKey(),
                        held.digest(),
                        vault.seal(place(partner, mode), StrictJson.write(new Texts(tags.texts()))))
                .update();
    }

    /// What a partner gave for a month that is over.
    void forget(String monthBefore) {
        database.sql("delete from match_table where key_month < ?")
                .param(monthBefore)
                .update();
    }

    void left(NodeId partner, Mode mode, MatchAnswer.Quota quota, Instant now) {
        database.sql("delete from match_quota where partner = ? and mode = ?")
                .params(partner.value(), mode.name())
                .update();
        database.sql("""
                        insert into match_quota (partner, mode, today, this_month, until_at, said_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        partner.value(),
                        mode.name(),
                        quota.today(),
                        quota.thisMonth(),
                        StoredTime.utc(quota.until()),
                        StoredTime.utc(now))
                .update();
    }

    /// What partners said is left, as far as that still holds.
    List<Query.Left> left(Mode mode, Instant now) {
        return database.sql("select * from match_quota where mode = ? and until_at > ? order by partner")
                .params(mode.name(), StoredTime.utc(now))
                .query((row, _) -> new Query.Left(
                        new NodeId(row.getString("partner")),
                        row.getInt("today"),
                        row.getInt("this_month"),
                        StoredTime.at(row, "until_at")))
                .list();
    }

    private static Optional<Tags> read(byte[] json) {
        try {
            return Tags.read(StrictJson.read(Texts.class, json).texts());
        } catch (MalformedMessage e) {
            throw new IllegalStateException("A table of a partner was not written by this node", e);
        }
    }

    private static String place(NodeId partner, Mode mode) {
        return "match_table|tags|" + partner + "|" + mode;
    }

    record Texts(List<String> texts) {}
}
