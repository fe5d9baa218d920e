package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.node.StoredTime;
import org.enlace.node.access.OfficerChange.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Changes of officers that need the word of two, and the codes that come with them.
@Repository
class OfficerChanges {
    /// A code opens nothing any more after so long.
    static final Duration CODE_LIFE = Duration.ofDays(3);

    private static final int WAITING_MAX = 200;

    /// @param officer whom it is about
    record Waiting(
            UUID id,
            Kind kind,
            OfficerId officer,
            Set<Role> roles,
            OfficerId askedBy,
            Instant askedAt,
            @Nullable SystemTerms terms,
            @Nullable String fingerprint) {}

    /// A set-up code to which a second person agreed.
    record Code(UUID change, String hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OfficerChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param codeHash null where no code comes with it
    void ask(Kind kind, OfficerId officer, Set<Role> roles, @Nullable String codeHash, OfficerId by) {
        var now = clock.instant();
        jdbc.sql("insert into officer_change (id, officer_id, kind, roles, code_hash, code_until, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(officer.value())
                .param(kind.name())
                .param(Accounts.column(roles))
                .param(codeHash)
                .param(codeHash == null ? null : StoredTime.utc(now.plus(CODE_LIFE)))
                .param(by.value())
                .param(StoredTime.utc(now))
                .update();
    }

    /// What is asked for a system.
    ///
    /// @param terms that it would have
    /// @param fingerprint of a certificate that would open, null where none would
    void ask(Kind kind, OfficerId system, SystemTerms terms, @Nullable String fingerprint, OfficerId by) {
        jdbc.sql("insert into officer_change (id, officer_id, kind, roles, sources, last_day, fingerprint, asked_by,"
                        + " asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(system.value())
                .param(kind.name())
                .param(Accounts.column(terms.roles()))
                .param(terms.column())
                .param(terms.lastDay())
                .param(fingerprint)
                .param(by.value())
                .param(StoredTime.utc(clock.instant()))
                .update();
    }

    /// Oldest first.
    List<Waiting> waiting() {
        return jdbc.sql("select * from officer_change where decided_by is null order by asked_at limit ?")
                .param(WAITING_MAX)
                .query(OfficerChanges::row)
                .list();
    }

    /// How many wait for somebody who is not this officer and is not their subject.
    int waitingFor(OfficerId decider) {
        return jdbc.sql("select count(*) from officer_change where decided_by is null and asked_by <> ?"
                        + " and officer_id <> ?")
                .params(decider.value(), decider.value())
                .query(Integer.class)
                .single();
    }

    Optional<Waiting> waiting(UUID id) {
        return jdbc.sql("select * from officer_change where id = ? and decided_by is null for update")
                .param(id)
                .query(OfficerChanges::row)
                .optional();
    }

    boolean waits(OfficerId officer) {
        return jdbc.sql("select count(*) from officer_change where officer_id = ? and decided_by is null")
                        .param(officer.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void decide(UUID id, boolean agreed, OfficerId by) {
        jdbc.sql("update officer_change set decided_by = ?, decided_at = ?, agreed = ? where id = ?")
                .params(by.value(), StoredTime.utc(clock.instant()), agreed, id)
                .update();
    }

    /// The newest code of an officer, if it may still be used.
    Optional<Code> code(OfficerId officer) {
        return jdbc.sql("select id, code_hash from officer_change where officer_id = ? and agreed"
                        + " and code_hash is not null and code_until > ? order by asked_at desc limit 1")
                .params(officer.value(), StoredTime.utc(clock.instant()))
                .query((row, _) -> new Code(row.getObject("id", UUID.class), row.getString("code_hash")))
                .optional();
    }

    /// Uses up every code of an officer.
    ///
    /// @return false if somebody was faster with this one
    boolean use(OfficerId officer, Code code) {
        var used = jdbc.sql("update officer_change set code_hash = null where id = ? and code_hash is not null")
                .param(code.change())
                .update();
        jdbc.sql("update officer_change set code_hash = null where officer_id = ?")
                .param(officer.value())
                .update();
        return used == 1;
    }

    private static Waiting row(ResultSet row, int number) throws SQLException {
        var roles = Accounts.roles(row.getString("roles"));
        var sources = row.getString("sources");
        return new Waiting(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new OfficerId(row.getString("officer_id")),
                roles,
                new OfficerId(row.getString("asked_by")),
                StoredTime.at(row, "asked_at"),
                sources == null ? null : SystemTerms.of(roles, sources, row.getObject("last_day", LocalDate.class)),
                row.getString("fingerprint"));
    }
}
