package org.enlace.node.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.MessageDestroyed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who asked that a file is let through which nobody has scanned. The first one who asks counts.
@Repository
class FileWishes {
    private final JdbcClient database;
    private final Clock clock;

    FileWishes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Wish(OfficerId by, Instant at) {}

    /// By number of the file.
    Map<Integer, Wish> of(MessageId message) {
        var wishes = new HashMap<Integer, Wish>();
        database.sql("select number, officer, asked_at from file_asked where message_id = ?")
                .param(message.value())
                .query((row, _) -> wishes.put(row.getInt("number"), wish(row)))
                .list();
        return wishes;
    }

    /// @return false if somebody has asked before
    boolean add(MessageId message, int number, OfficerId officer) {
        if (of(message).containsKey(number)) {
            return false;
        }
        database.sql("insert into file_asked (message_id, number, officer, asked_at) values (?, ?, ?, ?)")
                .params(message.value(), number, officer.value(), StoredTime.utc(clock.instant()))
                .update();
        return true;
    }

    @EventListener
    void on(MessageDestroyed destroyed) {
        database.sql("delete from file_asked where message_id = ?")
                .param(destroyed.message().value())
                .update();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(new OfficerId(row.getString("officer")), StoredTime.at(row, "asked_at"));
    }
}
