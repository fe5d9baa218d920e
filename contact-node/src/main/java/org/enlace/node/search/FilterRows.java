package org.enlace.node.search;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Saved filters, in the database. Their names rest sealed: an officer may call one after somebody.
@Repository
class FilterRows {
    private final JdbcClient database;
    private final NodeVault vault;

    FilterRows(JdbcClient database, NodeVault vault) {
        this.database = database;
        this.vault = vault;
    }

    List<SavedFilter> of(OfficerId officer) {
        return database.sql("select * from saved_filter where officer = ? order by saved_at, id")
                .param(officer.value())
                .query((row, _) -> read(row))
                .list();
    }

    /// With which the list of cases begins; without its name.
    Optional<String> begins(OfficerId officer) {
        return database.sql("select narrowing from saved_filter where officer = ? and begins = true")
                .param(officer.value())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    void add(SavedFilter filter, OfficerId officer, Instant now) {
        database.sql(
                        "insert into saved_filter (id, officer, name, narrowing, begins, saved_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        filter.id(),
                        officer.value(),
                        seal(filter.id(), filter.name()),
                        filter.query(),
                        filter.begins(),
                        StoredTime.utc(now))
                .update();
    }

    /// @return whether this officer has such a filter
    boolean rename(UUID id, String name, OfficerId officer) {
        return database.sql("update saved_filter set name = ? where id = ? and officer = ?")
                        .params(seal(id, name), id, officer.value())
                        .update()
                > 0;
    }

    /// @return likewise
    boolean remove(UUID id, OfficerId officer) {
        return database.sql("delete from saved_filter where id = ? and officer = ?")
                        .params(id, officer.value())
                        .update()
                > 0;
    }

    /// @return likewise
    boolean begin(UUID id, boolean begins, OfficerId officer) {
        var known = database.sql("select count(*) from saved_filter where id = ? and officer = ?")
                        .params(id, officer.value())
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            database.sql("update saved_filter set begins = (id = ? and ?) where officer = ?")
                    .params(id, begins, officer.value())
                    .update();
        }
        return known;
    }

    private SavedFilter read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var name = new String(vault.open(aad(id), row.getBytes("name")), StandardCharsets.UTF_8);
        return new SavedFilter(id, name, row.getString("narrowing"), row.getBoolean("begins"));
    }

    private byte[] seal(UUID id, String name) {
        return vault.seal(aad(id), name.getBytes(StandardCharsets.UTF_8));
    }

    private static String aad(UUID id) {
        return "saved_filter|name|" + id;
    }
}
