package org.enlace.node.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.enlace.node.StoredTime;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is signed in, kept in the database: what was ended stays ended, also over a restart.
@Repository
public class Sessions {
    /// Not each request needs a write; this much later than the truth is well within the idle limit.
    private static final Duration SEEN_EVERY = Duration.ofSeconds(30);

    /// What ended is of no use to anyone; what was done in it stands in the audit log.
    private static final Duration KEPT = Duration.ofDays(7);

    private record Row(
            OfficerId officer,
            Instant beganAt,
            Instant seenAt,
            Instant provenAt,
            String formKey,
            boolean secondFactor) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Secrets secrets = new Secrets();
    private final AccessSettings.Session limits;
    private final boolean secondFactorRequired;
    private final AuditLog audit;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Accounts accounts, AccessSettings settings, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.limits = settings.session();
        this.secondFactorRequired = settings.secondFactor() == AccessSettings.SecondFactor.REQUIRED;
        this.audit = audit;
        this.clock = clock;
    }

    /// @return what goes into the cookie; only its hash is kept
    @Transactional
    String begin(Officer officer) {
        return begin(officer, "SIGN_IN", false);
    }

    /// The same for a way in beside name and password.
    ///
    /// @param action as the audit log names the way
    /// @param secondFactor whether that way has proven a second factor that is not ours
    @Transactional
    String begin(Officer officer, String action, boolean secondFactor) {
        var cookie = secrets.cookie();
        var now = StoredTime.utc(clock.instant());
        audit.write(entry(officer, action));
        jdbc.sql("delete from signed_in where began_at < ?")
                .param(StoredTime.utc(clock.instant().minus(limits.lengthMax()).minus(KEPT)))
                .update();
        jdbc.sql("insert into signed_in (id, officer_id, began_at, seen_at, proven_at, form_key,"
                        + " second_factor) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        SessionKey.of(cookie).value(),
                        officer.id().value(),
                        now,
                        now,
                        now,
                        secrets.cookie(),
                        secondFactor)
                .update();
        return cookie;
    }

    /// Whoever the session belongs to now, with the roles of now; empty when it ended, ran out, or the officer may not
    /// work here any more. A live stream asks this before each event.
    @Transactional(readOnly = true)
    public Optional<Officer> officer(SessionKey key) {
        return row(key).flatMap(row -> accounts.with(row.officer()))
                .filter(Account::in)
                .map(Account::officer);
    }

    /// The same, with how they have proven it.
    @Transactional(readOnly = true)
    Optional<SignedIn> signedIn(SessionKey key) {
        return row(key).flatMap(row -> accounts.with(row.officer())
                .filter(Account::in)
                .map(account -> new SignedIn(
                        account.officer(), presence(account, row.provenAt(), row.secondFactor()), row.formKey())));
    }

    /// Of whoever brings name, password and code with each call.
    Presence presence(Account account, Instant provenAt) {
        return presence(account, provenAt, false);
    }

    private Presence presence(Account account, Instant provenAt, boolean elsewhere) {
        return new Presence(
                clock.instant().isBefore(provenAt.plus(limits.proofMax())),
                account.secondFactor() || elsewhere || !secondFactorRequired,
                account.secondFactor(),
                elsewhere && !account.secondFactor() && secondFactorRequired);
    }

    /// Notes that the officer has proven anew who they are. The session goes on under another cookie, and the one
    /// before opens nothing any more.
    ///
    /// @return what goes into the cookie
    @Transactional
    String renew(SessionKey key, Officer officer) {
        var cookie = secrets.cookie();
        audit.write(entry(officer, "PROVE"));
        var renewed = jdbc.sql("update signed_in set id = ?, proven_at = ? where id = ? and ended_at is null")
                .params(SessionKey.of(cookie).value(), StoredTime.utc(clock.instant()), key.value())
                .update();
        if (renewed != 1) {
            throw new IllegalStateException("A session that has ended cannot be renewed");
        }
        return cookie;
    }

    /// Ends all sessions of the officer but this one.
    @Transactional
    void endOthers(OfficerId officer, SessionKey here) {
        jdbc.sql("update signed_in set ended_at = ? where officer_id = ? and id <> ? and ended_at is null")
                .params(StoredTime.utc(clock.instant()), officer.value(), here.value())
                .update();
    }

    /// Notes that the officer is still there.
    @Transactional
    void seen(SessionKey key) {
        var now = clock.instant();
        jdbc.sql("update signed_in set seen_at = ? where id = ? and ended_at is null and seen_at < ?")
                .params(StoredTime.utc(now), key.value(), StoredTime.utc(now.minus(SEEN_EVERY)))
                .update();
    }

    /// When the session ends if nothing more is asked, or at its longest.
    @Transactional(readOnly = true)
    public Optional<Instant> endsAt(SessionKey key) {
        return row(key).map(row -> {
            var idle = clock.instant().plus(limits.idleMax());
            var length = row.beganAt().plus(limits.lengthMax());
            return idle.isBefore(length) ? idle : length;
        });
    }

    @Transactional
    public void end(SessionKey key) {
        officer(key).ifPresent(officer -> audit.write(entry(officer, "SIGN_OUT")));
        jdbc.sql("update signed_in set ended_at = ? where id = ? and ended_at is null")
                .params(StoredTime.utc(clock.instant()), key.value())
                .update();
    }

    /// Ends all sessions of the officer: after a new password, or when the officer leaves.
    @Transactional
    public void endAll(OfficerId officer) {
        jdbc.sql("update signed_in set ended_at = ? where officer_id = ? and ended_at is null")
                .params(StoredTime.utc(clock.instant()), officer.value())
                .update();
    }

    private static AuditEntry entry(Officer officer, String action) {
        return new AuditEntry(officer.pseudonym(), action, officer.pseudonym(), null, AuditEntry.DONE);
    }

    private Optional<Row> row(SessionKey key) {
        var now = clock.instant();
        return jdbc.sql("select officer_id, began_at, seen_at, proven_at, form_key, second_factor from signed_in"
                        + " where id = ? and ended_at is null")
                .param(key.value())
                .query(Sessions::row)
                .optional()
                .filter(row -> now.isBefore(row.seenAt().plus(limits.idleMax())))
                .filter(row -> now.isBefore(row.beganAt().plus(limits.lengthMax())));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OfficerId(row.getString("officer_id")),
                StoredTime.at(row, "began_at"),
                StoredTime.at(row, "seen_at"),
                StoredTime.at(row, "proven_at"),
                row.getString("form_key"),
                row.getBoolean("second_factor"));
    }
}
