package org.enlace.node.access;

import java.time.Duration;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Choosing a password with a set-up code. It opens no session: a second factor, where there is one, is still asked for
/// at the door.
@Service
public class SetUp {
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /// Wrong name, wrong code, used, too old, not agreed to: nobody learns which.
        record Failed() implements Outcome {}

        /// @param left before another try from here for this name
        record Wait(Duration left) implements Outcome {}
    }

    private final Accounts accounts;
    private final OfficerChanges changes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tries tries;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    SetUp(
            Accounts accounts,
            OfficerChanges changes,
            Passwords passwords,
            Sessions sessions,
            Tries tries,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tries = tries;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// @param password one that may be set, see [Passwords#weakness]
    /// @param source where the request came from
    public Outcome attempt(String username, String code, String password, String source) {
        var left = tries.begin(username, source);
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        var account = accounts.named(username).filter(Account::in);
        var given = account.flatMap(known -> changes.code(known.officer().id()));
        var match = passwords.matches(Secrets.typed(code), given.map(OfficerChanges.Code::hash));
        if (match == Passwords.Match.BUSY) {
            tries.takeBack(username, source);
            return new Outcome.Wait(SignIn.BUSY);
        }
        if (match == Passwords.Match.OTHER || !set(account.orElseThrow().officer(), given.orElseThrow(), password)) {
            tries.failed(Door.CONSOLE);
            return new Outcome.Failed();
        }
        tries.succeeded(username, source);
        return new Outcome.Done();
    }

    private boolean set(Officer officer, OfficerChanges.Code code, String password) {
        var hash = passwords.hash(password);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!changes.use(officer.id(), code)) {
                return false;
            }
            accounts.password(officer.id(), hash);
            sessions.endAll(officer.id());
            audit.write(new AuditEntry(officer.pseudonym(), "SET_UP", officer.pseudonym(), null, AuditEntry.DONE));
            return true;
        }));
    }
}
