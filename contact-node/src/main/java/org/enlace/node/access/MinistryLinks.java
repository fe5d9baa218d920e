package org.enlace.node.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which account at the ministry's identity provider is whose. Nobody becomes an officer by having one: officers are
/// made here, by two, and link theirs themselves. Of the account only a hash is kept.
@Repository
public class MinistryLinks {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    MinistryLinks(JdbcClient jdbc, Accounts accounts, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param issuer the provider, as it names itself
    /// @param subject what it calls the account
    static String account(String issuer, String subject) {
        return Secrets.hash("ministry", issuer, subject);
    }

    Optional<Account> owner(String account) {
        return jdbc.sql("select officer_id from ministry_link where account = ?")
                .param(account)
                .query((row, _) -> new OfficerId(row.getString(1)))
                .optional()
                .flatMap(accounts::with);
    }

    /// Since when the officer comes in with an account of the ministry; empty for one who does not.
    @Transactional(readOnly = true)
    public Optional<Instant> since(OfficerId officer) {
        return jdbc.sql("select linked_at from ministry_link where officer_id = ?")
                .param(officer.value())
                .query((row, _) -> StoredTime.at(row, "linked_at"))
                .optional();
    }

    /// @return false if the account is somebody else's, or the officer has another
    @Transactional
    boolean link(Officer officer, String account) {
        var taken = jdbc.sql("select count(*) from ministry_link where officer_id = ? or account = ?")
                .params(officer.id().value(), account)
                .query(Integer.class)
                .single();
        if (taken > 0) {
            return false;
        }
        jdbc.sql("insert into ministry_link (officer_id, account, linked_at) values (?, ?, ?)")
                .params(officer.id().value(), account, StoredTime.utc(clock.instant()))
                .update();
        audit.write(new AuditEntry(officer.pseudonym(), "LINK_MINISTRY", officer.pseudonym(), null, AuditEntry.DONE));
        return true;
    }

    /// The account opens nothing here any more.
    ///
    /// @param by the officer, or an operator
    @Transactional
    public void takeOff(Officer officer, Officer by) {
        var taken = jdbc.sql("delete from ministry_link where officer_id = ?")
                .param(officer.id().value())
                .update();
        if (taken == 1) {
            audit.write(new AuditEntry(by.pseudonym(), "UNLINK_MINISTRY", officer.pseudonym(), null, AuditEntry.DONE));
        }
    }
}
