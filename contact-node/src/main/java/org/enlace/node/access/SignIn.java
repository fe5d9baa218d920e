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

    /// What is left to wait when too many are being checked at the moment.
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Officers officers;
    private final Sessions sessions;
    private final Tries tries;

    SignIn(Accounts accounts, Passwords passwords, Officers officers, Sessions sessions, Tries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.officers = officers;
        this.sessions = sessions;
        this.tries = tries;
    }

    /// @param source where the request came from
    public Outcome attempt(String username, String password, String source) {
        return switch (check(Door.CONSOLE, username, source, password, accounts.named(username))) {
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
        return switch (check(Door.CONSOLE, officer.id().value(), source, present, accounts.with(officer.id()))) {
            case Checked.Right(var _) -> new Outcome.Done(officer, officers.password(officer, passwords.hash(next)));
            case Checked.Wrong() -> new Outcome.Failed();
            case Checked.Wait(var left) -> new Outcome.Wait(left);
        };
    }

    /// The one place where a password opens anything.
    ///
    /// @param name under which the try counts
    Checked check(Door door, String name, String source, String password, Optional<Account> account) {
        var left = tries.begin(name, source);
        if (left.isPositive()) {
            return new Checked.Wait(left);
        }
        var match = passwords.matches(password, account.map(Account::passwordHash));
        if (match == Passwords.Match.BUSY) {
            tries.takeBack(name, source);
            return new Checked.Wait(BUSY);
        }
        if (match == Passwords.Match.OTHER || account.isEmpty() || account.get().disabled()) {
            tries.failed(door);
            return new Checked.Wrong();
        }
        tries.succeeded(name, source);
        return new Checked.Right(account.get());
    }

    sealed interface Checked {
        record Right(Account account) implements Checked {}

        /// Wrong, or disabled.
        record Wrong() implements Checked {}

        record Wait(Duration left) implements Checked {}
    }
}
