package org.enlace.node.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Signing in with a name and a password. Every failure gives the same answer after the same time.
@Service
public class SignIn {
    public sealed interface Outcome {
        /// @param cookie the new session's, never one that existed before
        record Done(Officer officer, String cookie) implements Outcome {
            /// Prints no cookie.
            @Override
            public String toString() {
                return officer.toString();
            }
        }

        /// Wrong name, wrong password, disabled: nobody learns which.
        record Failed() implements Outcome {}

        /// @param left before another try from here for this name, whether or not there is such an account
        record Wait(Duration left) implements Outcome {}
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tries tries;

    SignIn(Accounts accounts, Passwords passwords, Sessions sessions, Tries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tries = tries;
    }

    /// @param source where the request came from
    public Outcome attempt(String username, String password, String source) {
        var left = tries.wait(username, source);
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        var account = check(username, password);
        if (account.isEmpty()) {
            tries.failed(username, source);
            return new Outcome.Failed();
        }
        tries.succeeded(username, source);
        var officer = account.get().officer();
        return new Outcome.Done(officer, sessions.begin(officer));
    }

    /// Sets another password, ends all sessions of the officer and begins a new one. The present password is asked for
    /// under the same limits as at the door.
    ///
    /// @throws IllegalArgumentException if the next one is too weak, see [Passwords#weakness]
    public Outcome change(Officer officer, String present, String next, String source) {
        var name = officer.id().value();
        var left = tries.wait(name, source);
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        var account = accounts.with(officer.id());
        if (!passwords.matches(present, account.map(Account::passwordHash))) {
            tries.failed(name, source);
            return new Outcome.Failed();
        }
        tries.succeeded(name, source);
        accounts.password(officer.id(), passwords.hash(next));
        sessions.endAll(officer.id());
        return new Outcome.Done(officer, sessions.begin(officer));
    }

    Optional<Account> check(String username, String password) {
        var account = accounts.named(username);
        var same = passwords.matches(password, account.map(Account::passwordHash));
        return account.filter(found -> same && !found.disabled());
    }
}
