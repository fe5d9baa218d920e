package org.enlace.node.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.enlace.node.access.OfficerChange.Kind;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What opens a way in for somebody: a new officer, a set-up code, other roles, a second factor taken off. An operator
/// asks for it; nothing of it holds before a supervisor or another operator has agreed.
@Service
public class OfficerRequests {
    private static final int CODE_GROUPS = 6;

    private final Accounts accounts;
    private final OfficerChanges changes;
    private final Sessions sessions;
    private final FactorStore factors;
    private final PasskeyStore passkeys;
    private final Passwords passwords;
    private final OfficerNames names;
    private final ApiSystems systems;
    private final AuditLog audit;
    private final Secrets secrets = new Secrets();

    OfficerRequests(
            Accounts accounts,
            OfficerChanges changes,
            Sessions sessions,
            FactorStore factors,
            PasskeyStore passkeys,
            Passwords passwords,
            OfficerNames names,
            ApiSystems systems,
            AuditLog audit) {
        this.accounts = accounts;
        this.changes = changes;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.names = names;
        this.systems = systems;
        this.audit = audit;
    }

    @Transactional
    public OfficerOutcome add(OfficerAsked asked, Officer by) {
        var flaws = asked.flaws();
        if (accounts.named(asked.username()).isPresent()) {
            flaws.add(OfficerPoint.USERNAME_TAKEN);
        }
        if (!flaws.isEmpty()) {
            return new OfficerOutcome.Refused(List.copyOf(flaws));
        }
        var officer = new Officer(
                secrets.officerId(), secrets.pseudonym(), asked.displayName(), asked.roles(), asked.locale());
        accounts.add(asked.username(), officer, "");
        accounts.keepHere(officer.id());
        accounts.standing(officer.id(), Standing.ASKED);
        accounts.email(officer.id(), asked.email().isEmpty() ? null : asked.email());
        return withCode(Kind.ADD, officer, by);
    }

    /// A code with which the officer chooses another password.
    @Transactional
    public OfficerOutcome code(String pseudonym, Officer by) {
        return ask(
                pseudonym,
                true,
                by,
                account -> account.standing() == Standing.LOCKED
                        ? OfficerOutcome.Refused.of(OfficerPoint.NOT_NOW)
                        : withCode(Kind.CODE, account.officer(), by));
    }

    @Transactional
    public OfficerOutcome roles(String pseudonym, Set<Role> roles, Officer by) {
        return ask(pseudonym, true, by, account -> {
            if (roles.isEmpty()) {
                return OfficerOutcome.Refused.of(OfficerPoint.ROLES_MISSING);
            }
            return roles.equals(account.officer().roles())
                    ? OfficerOutcome.Refused.of(OfficerPoint.ROLES_SAME)
                    : asked(Kind.ROLES, account.officer(), roles, null, by);
        });
    }

    /// Takes the second factor off, phone and passkeys, for an officer who has lost them and all recovery codes.
    @Transactional
    public OfficerOutcome factor(String pseudonym, Officer by) {
        return ask(
                pseudonym,
                false,
                by,
                account -> account.secondFactor()
                        ? asked(
                                Kind.FACTOR,
                                account.officer(),
                                account.officer().roles(),
                                null,
                                by)
                        : OfficerOutcome.Refused.of(OfficerPoint.NOT_NOW));
    }

    private interface Asking {
        OfficerOutcome of(Account account);
    }

    private OfficerOutcome ask(String pseudonym, boolean ofList, Officer by, Asking asking) {
        var found = accounts.person(pseudonym);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var against = new ArrayList<>(OfficerRegister.against(found.get(), by, ofList));
        if (changes.waits(found.get().officer().id())) {
            against.add(OfficerPoint.WAITS_ALREADY);
        }
        return against.isEmpty() ? asking.of(found.get()) : new OfficerOutcome.Refused(against);
    }

    private OfficerOutcome withCode(Kind kind, Officer officer, Officer by) {
        return asked(kind, officer, officer.roles(), secrets.readable(CODE_GROUPS), by);
    }

    private OfficerOutcome asked(Kind kind, Officer officer, Set<Role> roles, @Nullable String code, Officer by) {
        var hash = code == null ? null : passwords.hash(Secrets.typed(code));
        changes.ask(kind, officer.id(), roles, hash, by.id());
        note(by, "ASK_" + kind.name(), officer.pseudonym(), AuditEntry.DONE);
        return new OfficerOutcome.Asked(officer.pseudonym(), code == null ? "" : code);
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<OfficerChange> waiting() {
        var waiting = changes.waiting();
        var named = names.of(
                waiting.stream().map(one -> one.askedBy().value()).distinct().toList());
        return waiting.stream()
                .map(one -> new OfficerChange(
                        one.id(),
                        one.kind(),
                        officer(one.officer()),
                        one.roles(),
                        officer(one.askedBy()).pseudonym(),
                        named.getOrDefault(one.askedBy().value(), ""),
                        one.askedAt(),
                        one.terms(),
                        one.fingerprint()))
                .toList();
    }

    /// How many wait for this officer's word.
    @Transactional(readOnly = true)
    public int waitingFor(Officer decider) {
        return changes.waitingFor(decider.id());
    }

    /// @param agreed with false it never happens
    @Transactional
    public OfficerOutcome decide(UUID change, boolean agreed, Officer by) {
        var found = changes.waiting(change);
        if (found.isEmpty()) {
            return new OfficerOutcome.Unseen();
        }
        var waiting = found.get();
        if (waiting.askedBy().equals(by.id()) || waiting.officer().equals(by.id())) {
            return OfficerOutcome.Refused.of(OfficerPoint.YOUR_OWN_REQUEST);
        }
        changes.decide(change, agreed, by.id());
        var officer = officer(waiting.officer());
        note(by, "DECIDE_" + waiting.kind().name(), officer.pseudonym(), agreed ? AuditEntry.DONE : "REFUSED");
        if (agreed) {
            make(waiting, officer);
        } else {
            leave(waiting, officer);
        }
        return new OfficerOutcome.Kept(officer.pseudonym());
    }

    /// What was asked for and never happens.
    private void leave(OfficerChanges.Waiting change, Officer officer) {
        if (change.kind() == Kind.ADD) {
            accounts.standing(officer.id(), Standing.REFUSED);
        }
        // The certificate may be asked for again.
        if (change.fingerprint() != null) {
            systems.remove(change.fingerprint());
        }
    }

    private void make(OfficerChanges.Waiting change, Officer officer) {
        if (change.fingerprint() != null) {
            systems.agree(change.fingerprint());
        }
        switch (change.kind()) {
            // The code that was given out opens from now on.
            case ADD, CODE -> {
                if (account(officer.id()).standing() != Standing.LOCKED) {
                    accounts.standing(officer.id(), Standing.ACTIVE);
                }
            }
            case ROLES -> accounts.describe(officer.id(), officer.displayName(), change.roles());
            case TERMS -> {
                accounts.describe(officer.id(), officer.displayName(), change.roles());
                systems.terms(officer.id(), Objects.requireNonNull(change.terms()));
            }
            case CERTIFICATE -> {
                // It opens from now on.
            }
            case FACTOR -> {
                factors.forget(officer.id());
                passkeys.forget(officer.id());
                sessions.endAll(officer.id());
            }
        }
    }

    private Officer officer(OfficerId id) {
        return account(id).officer();
    }

    private Account account(OfficerId id) {
        return accounts.with(id).orElseThrow();
    }

    private void note(Officer by, String action, String officer, String outcome) {
        audit.write(new AuditEntry(by.pseudonym(), action, officer, null, outcome));
    }
}
