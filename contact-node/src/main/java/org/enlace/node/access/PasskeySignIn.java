package org.enlace.node.access;

import java.util.List;
import java.util.Optional;
import org.enlace.node.access.PasskeyCeremony.Signed;
import org.enlace.node.access.PasskeyChallenges.Use;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a passkey, and proving with one who somebody is who is signed in. A device that has verified the
/// person is both factors at once. Every failure gives the same answer.
@Service
public class PasskeySignIn {
    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final PasskeyCeremony ceremony;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tries tries;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    PasskeySignIn(
            PasskeyStore store,
            PasskeyChallenges challenges,
            PasskeyCeremony ceremony,
            Accounts accounts,
            Sessions sessions,
            Tries tries,
            AuditLog audit,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.store = store;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tries = tries;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
    }

    /// What a browser needs to ask for a passkey, whosever it is.
    ///
    /// @return JSON; empty if too many from there wait for an answer
    public Optional<String> options(PasskeyVisit visit) {
        return challenges
                .make(Use.ENTER, visit)
                .map(challenge -> PasskeyOptions.get(challenge, visit.host(), List.of()));
    }

    /// What a browser needs to ask for one of the officer's own.
    ///
    /// @return JSON; empty if the officer has none that works here
    public Optional<String> options(Officer officer, PasskeyVisit visit) {
        var usable = store.of(officer.id()).stream()
                .filter(kept -> usable(kept, visit))
                .toList();
        return usable.isEmpty()
                ? Optional.empty()
                : challenges
                        .make(Use.PROVE, visit)
                        .map(challenge -> PasskeyOptions.get(challenge, visit.host(), usable));
    }

    /// @param answer of the browser, as it came
    public SignIn.Outcome attempt(String answer, PasskeyVisit visit) {
        var given = PasskeyAnswer.read(answer);
        // Nobody has said a name: a try counts for the passkey that it claims to be of.
        var name = "passkey " + given.map(PasskeyAnswer::credential).orElse("");
        var left = tries.begin(name, visit.source());
        if (left.isPositive()) {
            return new SignIn.Outcome.Wait(left);
        }
        var officer = given.flatMap(found -> check(found, Use.ENTER, visit));
        if (officer.isEmpty()) {
            tries.failed(Door.CONSOLE);
            return new SignIn.Outcome.Failed();
        }
        tries.succeeded(name, visit.source());
        return new SignIn.Outcome.Done(officer.get(), sessions.begin(officer.get()));
    }

    /// The same as [SignIn#prove], under the same limits.
    ///
    /// @return with `Done` the session goes on under another cookie
    public SignIn.Outcome prove(Officer officer, SessionKey session, String answer, PasskeyVisit visit) {
        var name = officer.id().value();
        var left = tries.begin(name, visit.source());
        if (left.isPositive()) {
            return new SignIn.Outcome.Wait(left);
        }
        var proven = PasskeyAnswer.read(answer)
                .filter(given -> store.with(given.credential())
                        .filter(kept -> kept.officer().equals(officer.id()))
                        .isPresent())
                .flatMap(given -> check(given, Use.PROVE, visit));
        if (proven.isEmpty()) {
            tries.failed(Door.CONSOLE);
            return new SignIn.Outcome.Failed();
        }
        tries.succeeded(name, visit.source());
        return new SignIn.Outcome.Done(officer, sessions.renew(session, officer));
    }

    private Optional<Officer> check(PasskeyAnswer given, Use use, PasskeyVisit visit) {
        // Used up first: an answer gets one look.
        if (!challenges.spend(given.challenge(), use, visit)) {
            return Optional.empty();
        }
        var found = store.with(given.credential()).filter(kept -> usable(kept, visit));
        var account = found.flatMap(kept -> accounts.with(kept.officer())).filter(Account::in);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var officer = account.get().officer();
        var kept = found.get();
        return switch (ceremony.signed(given, kept, visit)) {
            case Signed.Right(var counter) ->
                isOf(kept, given.handle(), use) && uses(officer, kept, counter)
                        ? Optional.of(officer)
                        : Optional.empty();
            case Signed.Copied() -> {
                stop(officer, kept);
                yield Optional.empty();
            }
            case Signed.Wrong() -> Optional.empty();
        };
    }

    private static boolean usable(PasskeyStore.Kept kept, PasskeyVisit visit) {
        return !kept.passkey().stopped() && kept.passkey().host().equals(visit.host());
    }

    /// Where nobody was signed in, the authenticator must say whose it is.
    private static boolean isOf(PasskeyStore.Kept kept, String handle, Use use) {
        return handle.isEmpty() ? use == Use.PROVE : handle.equals(kept.handle());
    }

    private boolean uses(Officer officer, PasskeyStore.Kept kept, long counter) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!store.used(kept, counter)) {
                return false;
            }
            var whose = officer.pseudonym();
            audit.write(new AuditEntry(whose, "USE_PASSKEY", whose, null, AuditEntry.DONE));
            return true;
        }));
    }

    /// Whoever else holds it may be signed in with it.
    private void stop(Officer officer, PasskeyStore.Kept kept) {
        transactions.executeWithoutResult(_ -> {
            store.stop(kept.passkey().id());
            sessions.endAll(officer.id());
            audit.write(AuditEntry.byNode("STOP_PASSKEY", officer.pseudonym()));
            events.publishEvent(new PasskeyStopped(officer.id()));
        });
    }
}
