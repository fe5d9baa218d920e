package org.enlace.node.access;

import java.time.Duration;
import java.util.Optional;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Service;

/// Signing in with a name, a password and, for whoever has set it up, a second factor. Every failure gives the same
/// answer after the same time: nobody learns from it that a password alone was right.
@Service
public class SignIn {
    public sealed interface Outcome {
        /// @param cookie the new session's, never one that existed before
        record Done(Officer officer, String cookie) implements Outcome {
            /// What the node calls the session.
            public SessionKey session() {
                return SessionKey.of(cookie);
            }

            /// Prints no cookie.
            @Override
            public String toString() {
                return officer.toString();
            }
        }

        /// Wrong name, wrong password, wrong code, locked: nobody learns which.
        record Failed() implements Outcome {}

        /// @param left before another try from here for this name, whether or not there is such an account
        record Wait(Duration left) implements Outcome {}
    }

    /// What is left to wait when too many are being checked at the moment.
    static final Duration BUSY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Officers officers;
    private final Sessions sessions;
    private final Tries tries;
    private final FactorStore factors;
    private final AuditLog audit;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Officers officers,
            Sessions sessions,
            Tries tries,
            FactorStore factors,
            AuditLog audit) {
        this.factors = factors;
        this.audit = audit;
        this.accounts = accounts;
        this.passwords = passwords;
        this.officers = officers;
        this.sessions = sessions;
        this.tries = tries;
    }

    /// @param code of the second factor, empty for who has none
    /// @param source where the request came from
    public Outcome attempt(String username, String password, String code, String source) {
        return switch (check(Door.CONSOLE, username, source, password, code, accounts.named(username))) {
            case Checked.Right(var account) -> {
                var officer = account.officer();
                yield new Outcome.Done(officer, sessions.begin(officer));
            }
            case Checked.Wrong() -> new Outcome.Failed();
            case Checked.Wait(var left) -> new Outcome.Wait(left);
        };
    }

    /// Sets another password, ends all sessions of the officer and begins a new one. The present password is asked for
    /// under the same limits as at the door.
    ///
    /// @throws IllegalArgumentException if the next one is too weak, see [Passwords#weakness]
    public Outcome change(Officer officer, String present, String next, String source) {
        var account = accounts.with(officer.id()).map(Account::byPasswordAlone);
        return switch (check(Door.CONSOLE, officer.id().value(), source, present, "", account)) {
            case Checked.Right(var _) -> new Outcome.Done(officer, officers.password(officer, passwords.hash(next)));
            case Checked.Wrong() -> new Outcome.Failed();
            case Checked.Wait(var left) -> new Outcome.Wait(left);
        };
    }

    /// Proves anew who somebody is who is signed in: by a code of the second factor, or by the password where there is
    /// none. Under the same limits as at the door.
    ///
    /// @param given the code or the password
    /// @return with `Done` the session goes on under another cookie
    public Outcome prove(Officer officer, SessionKey session, String given, String source) {
        var account = accounts.with(officer.id());
        var name = officer.id().value();
        // Where somebody else vouched for the second factor, a password is no proof: whoever it is has no code here.
        var known = sessions.signedIn(session)
                        .filter(signedIn -> signedIn.presence().elsewhere())
                        .isPresent()
                ? Optional.<Account>empty()
                : account;
        var checked = known.filter(Account::secondFactor).isPresent()
                ? checkCode(Door.CONSOLE, name, source, given, known.get())
                : check(Door.CONSOLE, name, source, given, "", known);
        return switch (checked) {
            case Checked.Right(var _) -> new Outcome.Done(officer, sessions.renew(session, officer));
            case Checked.Wrong() -> new Outcome.Failed();
            case Checked.Wait(var left) -> new Outcome.Wait(left);
        };
    }

    /// A code alone, after something else was right.
    Checked checkCode(Door door, String name, String source, String code, Account account) {
        var left = tries.begin(name, source);
        if (left.isPositive()) {
            return new Checked.Wait(left);
        }
        if (!account.in() || !uses(account, factors.find(account.officer().id(), code))) {
            tries.failed(door);
            return new Checked.Wrong();
        }
        tries.succeeded(name, source);
        return new Checked.Right(account);
    }

    /// The one place where a password opens anything.
    ///
    /// @param name under which the try counts
    /// @param code of the second factor; each opens once
    Checked check(Door door, String name, String source, String password, String code, Optional<Account> account) {
        var left = tries.begin(name, source);
        if (left.isPositive()) {
            return new Checked.Wait(left);
        }
        // Looked at whether or not the password is right: the time tells nothing.
        var second = account.filter(Account::secondFactor)
                .flatMap(known -> factors.find(known.officer().id(), code));
        var hash = account.map(Account::passwordHash).filter(known -> !known.isEmpty());
        var match = passwords.matches(password, hash);
        if (match == Passwords.Match.BUSY) {
            tries.takeBack(name, source);
            return new Checked.Wait(BUSY);
        }
        if (match == Passwords.Match.OTHER
                || account.isEmpty()
                || !account.get().in()
                || (account.get().secondFactor() && !uses(account.get(), second))) {
            tries.failed(door);
            return new Checked.Wrong();
        }
        tries.succeeded(name, source);
        return new Checked.Right(account.get());
    }

    private boolean uses(Account account, Optional<FactorStore.Use> use) {
        var officer = account.officer();
        if (use.isEmpty() || !factors.use(officer.id(), use.get())) {
            return false;
        }
        if (use.get() instanceof FactorStore.Use.Recovery) {
            audit.write(
                    new AuditEntry(officer.pseudonym(), "RECOVERY_CODE", officer.pseudonym(), null, AuditEntry.DONE));
        }
        return true;
    }

    sealed interface Checked {
        record Right(Account account) implements Checked {}

        /// Wrong, or locked.
        record Wrong() implements Checked {}

        record Wait(Duration left) implements Checked {}
    }
}
