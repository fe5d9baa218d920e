package org.enlace.node.files;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.message.MessageId;
import org.enlace.node.StoredTime;
import org.enlace.node.access.Officer;
import org.enlace.node.access.OfficerId;
import org.enlace.node.casefile.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files that somebody asked to be let through and that still wait for the second of two.
@Repository
class WaitingFiles {
    static final int PAGE = 100;

    private final JdbcClient database;

    WaitingFiles(JdbcClient database) {
        this.database = database;
    }

    /// @param by who asked
    record Waiting(MessageId message, int number, OfficerId by, Instant at) {}

    /// Those of messages that an officer sees, oldest first.
    List<Waiting> of(Sight sight) {
        var seen = sight.over("m");
        return database.sql(list(seen))
                .params(seen.parameters())
                .param("limit", PAGE)
                .query((row, _) -> new Waiting(
                        new MessageId(row.getObject("message_id", UUID.class)),
                        row.getInt("number"),
                        new OfficerId(row.getString("officer")),
                        StoredTime.at(row, "asked_at")))
                .list();
    }

    /// How many of them this officer may decide about: nobody does about what they asked for.
    int count(Sight sight, Officer officer) {
        var seen = sight.over("m");
        return database.sql(count(seen))
                .params(seen.parameters())
                .param("me", officer.id().value())
                .query(Integer.class)
                .single();
    }

    static String list(Sight.Condition seen) {
        return "select a.message_id, a.number, a.officer, a.asked_at " + waiting(seen)
                + " order by a.asked_at, a.message_id, a.number fetch first :limit rows only";
    }

    static String count(Sight.Condition seen) {
        return "select count(*) " + waiting(seen) + " and a.officer <> :me";
    }

    private static String waiting(Sight.Condition seen) {
        return """
                from attachment f join file_asked a on a.message_id = f.message_id and a.number = f.number
                    join case_message m on m.id = a.message_id
                where f.state = 'UNSCANNED' and m.sealed_at is null and (%s)""".formatted(seen.sql());
    }
}
