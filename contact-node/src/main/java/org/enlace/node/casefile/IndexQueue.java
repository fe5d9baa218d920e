package org.enlace.node.casefile;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What has changed and is not yet in the [CaseIndex], in the database: written with the change itself, so that none is
/// forgotten.
@Repository
public class IndexQueue {
    private final JdbcClient database;

    IndexQueue(JdbcClient database) {
        this.database = database;
    }

    /// @param message null when only the case changed
    record Change(
            long id, CaseReference reference, @Nullable MessageId message) {}

    /// A message came or left, or is found by other codes from now on.
    public void changed(MessageEntry message) {
        add(message.reference(), message.id().value());
    }

    /// Something happened in the case, or something in it is in another state.
    public void changed(CaseReference reference) {
        add(reference, null);
    }

    private void add(CaseReference reference, @Nullable UUID message) {
        database.sql("insert into case_unindexed (reference, message_id) values (?, ?)")
                .param(reference.value())
                .param(message)
                .update();
    }

    /// The number of the newest change; empty if there is none.
    OptionalLong last() {
        return number(database.sql("select id from case_unindexed order by id desc fetch first 1 rows only"));
    }

    /// Whether there is a change with this number or a lower one.
    boolean holds(long upTo) {
        return number(database.sql("select id from case_unindexed where id <= ? order by id fetch first 1 rows only")
                        .param(upTo))
                .isPresent();
    }

    private static OptionalLong number(JdbcClient.StatementSpec asked) {
        return asked.query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /// Nobody else writes the index until the transaction ends.
    void hold() {
        database.sql("select id from case_index where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    List<Change> oldest(int limit) {
        return database.sql("select id, reference, message_id from case_unindexed order by id fetch first ? rows only")
                .param(limit)
                .query((row, _) -> {
                    var message = row.getObject("message_id", UUID.class);
                    return new Change(
                            row.getLong("id"),
                            new CaseReference(row.getString("reference")),
                            message == null ? null : new MessageId(message));
                })
                .list();
    }

    /// One by one: another transaction may add a change with a lower number later.
    void done(Collection<Change> changes) {
        database.sql("delete from case_unindexed where id in (:ids)")
                .param("ids", changes.stream().map(Change::id).toList())
                .update();
    }
}
