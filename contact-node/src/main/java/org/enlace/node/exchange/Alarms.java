package org.enlace.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person must look at, raised once and counted when it happens again, until it is cleared.
@Component
public class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private static final String OPEN = """
            select id, kind, subject, detail, raised_at, last_at, times from alarm where open_key is not null""";

    private final JdbcClient database;
    private final Clock clock;

    Alarms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param subject what it is about: a member, a topic, a message id
    /// @param detail numbers and codes as `name=value`, separated by spaces; no content
    @Transactional
    public void raise(AlarmKind kind, String subject, String detail) {
        Instant now = clock.instant();
        int again = database.sql("""
                        update alarm set times = times + 1, last_at = ?, detail = ?
                        where open_key = ?""")
                .params(StoredTime.utc(now), detail, key(kind, subject))
                .update();
        if (again > 0) {
            return;
        }
        int raised = database.sql("""
                        insert into alarm (kind, subject, detail, raised_at, last_at, times, open_key)
                        select cast(? as varchar(40)), cast(? as varchar(249)), cast(? as varchar(200)),
                            cast(? as timestamp with time zone), cast(? as timestamp with time zone), 1,
                            cast(? as varchar(300))
                        where not exists (select 1 from alarm where open_key = ?)""")
                .params(
                        kind.name(),
                        subject,
                        detail,
                        StoredTime.utc(now),
                        StoredTime.utc(now),
                        key(kind, subject),
                        key(kind, subject))
                .update();
        if (raised > 0) {
            log.atWarn()
                    .addKeyValue("alarm", kind)
                    .addKeyValue("subject", subject)
                    .addKeyValue("detail", detail)
                    .log("Alarm raised");
        }
    }

    /// Ends an alarm whose cause has gone; if it comes back, it is raised anew.
    @Transactional
    public void clear(AlarmKind kind, String subject) {
        database.sql("update alarm set cleared_at = ?, open_key = null where open_key = ?")
                .params(StoredTime.utc(clock.instant()), key(kind, subject))
                .update();
    }

    /// Those that nobody and nothing has cleared, newest first.
    ///
    /// @param limit at most 200
    @Transactional(readOnly = true)
    public List<Alarm> open(int limit) {
        return open(
                database.sql(OPEN + " order by last_at desc, id desc limit ?").param(Math.min(limit, 200)));
    }

    /// What the open alarms of this kind are about.
    List<String> subjects(AlarmKind kind) {
        return database.sql("select subject from alarm where kind = ? and open_key is not null")
                .param(kind.name())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<Alarm> open(JdbcClient.StatementSpec asked) {
        return asked.query((row, _) -> new Alarm(
                        row.getLong("id"),
                        AlarmKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("detail"),
                        StoredTime.at(row, "raised_at"),
                        StoredTime.at(row, "last_at"),
                        row.getLong("times")))
                .list();
    }

    /// How many nobody and nothing has cleared.
    @Transactional(readOnly = true)
    public int count() {
        return database.sql("select count(*) from alarm where open_key is not null")
                .query(Integer.class)
                .single();
    }

    /// Clears an alarm because a person has dealt with what it said; if it happens again, it is raised anew.
    ///
    /// @return it, if there was such an open alarm and its kind does not end by itself
    @Transactional
    public Optional<Alarm> dealtWith(long id) {
        Optional<Alarm> open = open(database.sql(OPEN + " and id = ?").param(id)).stream()
                .filter(alarm -> !alarm.kind().endsByItself())
                .findFirst();
        open.ifPresent(alarm -> clear(alarm.kind(), alarm.subject()));
        return open;
    }

    private static String key(AlarmKind kind, String subject) {
        return kind.name() + "|" + subject;
    }
}
