package org.enlace.node.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.node.access.PasskeyChallenges.Use;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What officers do with their own passkeys.
@Service
public class Passkeys {
    /// How many an officer may have.
    public static final int MAX = 10;

    /// Of a name that an officer gives.
    public static final int NAME_LENGTH_MAX = 60;

    /// What became of adding one.
    public sealed interface Added {
        /// @param codes recovery codes, where this was the first second factor; shown this once
        record Done(List<String> codes) implements Added {
            public Done {
                codes = List.copyOf(codes);
            }

            /// Prints no code.
            @Override
            public String toString() {
                return "Done";
            }
        }

        record Full() implements Added {}

        /// The answer is not one to what was asked, or came too late.
        record Wrong() implements Added {}
    }

    /// What became of removing one.
    public enum Removed {
        DONE,
        /// Nothing else would open the door, or a password alone would where that is not enough.
        LAST_WAY_IN,
        UNSEEN
    }

    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final PasskeyCeremony ceremony;
    private final SecondFactors factors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    Passkeys(
            PasskeyStore store,
            PasskeyChallenges challenges,
            PasskeyCeremony ceremony,
            SecondFactors factors,
            Accounts accounts,
            Sessions sessions,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.store = store;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<Passkey> of(OfficerId officer) {
        return store.of(officer).stream().map(PasskeyStore.Kept::passkey).toList();
    }

    /// What a browser needs to have a passkey made.
    ///
    /// @param issuer what the authenticator shows beside it
    /// @return JSON; empty if there is no room for another, or too many wait for an answer
    @Transactional
    public Optional<String> begin(Officer officer, String issuer, PasskeyVisit visit) {
        var known = store.of(officer.id());
        return known.size() >= MAX
                ? Optional.empty()
                : challenges
                        .make(Use.ADD, visit)
                        .map(challenge -> PasskeyOptions.create(
                                challenge, visit.host(), issuer, store.handle(officer.id()), officer, known));
    }

    /// @param name that the officer gives it, not blank, at most [#NAME_LENGTH_MAX] characters
    /// @param answer of the browser, as it came
    public Added add(Officer officer, String name, String answer, PasskeyVisit visit, SessionKey here) {
        var made = PasskeyAnswer.read(answer)
                .filter(given -> challenges.spend(given.challenge(), Use.ADD, visit))
                .flatMap(given -> ceremony.made(given, visit));
        if (made.isEmpty()) {
            return new Added.Wrong();
        }
        try {
            return Objects.requireNonNull(transactions.execute(_ -> keep(officer, name, made.get(), visit, here)));
        } catch (DuplicateKeyException _) {
            // It is known already, perhaps as another officer's.
            return new Added.Wrong();
        }
    }

    private Added keep(Officer officer, String name, PasskeyCeremony.Made made, PasskeyVisit visit, SessionKey here) {
        if (store.locked(officer.id()).size() >= MAX) {
            return new Added.Full();
        }
        var first = accounts.with(officer.id()).filter(Account::secondFactor).isEmpty();
        store.add(officer.id(), name, visit.host(), made);
        note(officer, "ADD_PASSKEY");
        if (!first) {
            return new Added.Done(List.of());
        }
        // Sessions that a password alone had opened.
        sessions.endOthers(officer.id(), here);
        return new Added.Done(factors.codes(officer));
    }

    /// Gives one of the officer's own another name. It opens what it opened before, and every session goes on.
    ///
    /// @param name not blank, at most [#NAME_LENGTH_MAX] characters
    /// @return false if the officer has no such passkey
    @Transactional
    public boolean rename(Officer officer, UUID id, String name) {
        var done = store.rename(officer.id(), id, name);
        if (done) {
            note(officer, "RENAME_PASSKEY");
        }
        return done;
    }

    /// Takes a passkey off and ends all other sessions of the officer: whoever holds the device may be signed in.
    @Transactional
    public Removed remove(Officer officer, UUID id, SessionKey here) {
        var kept = store.locked(officer.id());
        if (kept.stream().noneMatch(one -> one.passkey().id().equals(id))) {
            return Removed.UNSEEN;
        }
        var left = kept.stream()
                .map(PasskeyStore.Kept::passkey)
                .anyMatch(one -> !one.id().equals(id) && !one.stopped());
        var state = factors.state(officer);
        var password = accounts.with(officer.id())
                .filter(account -> !account.passwordHash().isEmpty())
                .isPresent();
        if (!left && (!password || (state.required() && !state.on()))) {
            return Removed.LAST_WAY_IN;
        }
        store.remove(id);
        sessions.endOthers(officer.id(), here);
        note(officer, "REMOVE_PASSKEY");
        return Removed.DONE;
    }

    private void note(Officer officer, String action) {
        audit.write(new AuditEntry(officer.pseudonym(), action, officer.pseudonym(), null, AuditEntry.DONE));
    }
}
