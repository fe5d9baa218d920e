package org.enlace.node.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/// Checks the name and password that each call of the API brings, and the code where there is a second factor. Argon2id
/// is made to be slow, so what a pair has
/// turned out to be is remembered for a while, and calls with the same pair at the same moment share one check;
/// the account itself is read anew for each call.
@Component
final class ApiSignIns {
    sealed interface Outcome {
        record Done(Officer officer, Presence presence) implements Outcome {}

        record Failed() implements Outcome {}

        record Wait(Duration left) implements Outcome {}
    }

    private final SignIn signIn;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;
    private final Proofs proofs;
    private final ConcurrentMap<String, CompletableFuture<Outcome>> asking = new ConcurrentHashMap<>();

    ApiSignIns(SignIn signIn, Accounts accounts, Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.signIn = signIn;
        this.accounts = accounts;
        this.proofs = new Proofs(clock);
    }

    /// @param code of the second factor, empty if the call brought none
    Outcome attempt(String username, String password, String code, String source) {
        var account = accounts.named(username);
        var proof = proofs.of(username, password, code, source);
        var right = proofs.right(proof, account);
        if (right.isPresent()) {
            return done(account.orElseThrow(), right.get());
        }
        if (proofs.wrong(proof, account)) {
            return new Outcome.Failed();
        }
        var mine = new CompletableFuture<Outcome>();
        var others = asking.putIfAbsent(proof + source, mine);
        if (others != null) {
            return others.join();
        }
        try {
            var outcome = ask(proof, username, password, code, source);
            mine.complete(outcome);
            return outcome;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.remove(proof + source, mine);
        }
    }

    private Outcome done(Account account, Instant provenAt) {
        return new Outcome.Done(account.officer(), sessions.presence(account, provenAt));
    }

    private Outcome ask(String proof, String username, String password, String code, String source) {
        var account = accounts.named(username);
        // The check before may have ended between the first look and this one.
        var right = proofs.right(proof, account);
        if (right.isPresent()) {
            return done(account.orElseThrow(), right.get());
        }
        return switch (signIn.check(Door.API, username, source, password, code, account)) {
            case SignIn.Checked.Right(var found) -> {
                proofs.keepRight(proof, found);
                yield done(found, clock.instant());
            }
            case SignIn.Checked.Wrong() -> {
                proofs.keepWrong(proof, account);
                yield new Outcome.Failed();
            }
            case SignIn.Checked.Wait(var left) -> new Outcome.Wait(left);
        };
    }
}
