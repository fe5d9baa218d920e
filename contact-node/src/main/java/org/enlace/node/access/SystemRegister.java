package org.enlace.node.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.node.access.OfficerChange.Kind;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which systems call the API. As with officers, an operator asks for what opens a way in, and it holds once a second
/// person has agreed, see [OfficerRequests]; what shuts one is done at once.
@Service
public class SystemRegister {
    private static final int CERTIFICATES_MAX = 2;

    private final Accounts accounts;
    private final ApiSystems systems;
    private final OfficerChanges changes;
    private final AccessSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    SystemRegister(
            Accounts accounts,
            ApiSystems systems,
            OfficerChanges changes,
            AccessSettings settings,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.systems = systems;
        this.changes = changes;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// The day at this contact point.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /// By name.
    ///
    /// @param after pseudonym of the last system of the page before, empty for the first
    @Transactional(readOnly = true)
    public List<ApiSystem> page(String after, int limit) {
        var last =
                account(after).flatMap(account -> systems.with(account.officer().id()));
        return systems.page(last.orElse(null), limit).stream().map(this::system).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ApiSystem> find(String pseudonym) {
        return account(pseudonym)
                .flatMap(account -> systems.with(account.officer().id()))
                .map(this::system);
    }

    @Transactional
    public SystemOutcome add(SystemAsked asked, Officer by) {
        var given = GivenCertificate.read(asked.certificate());
        var flaws = asked.flaws(today());
        flaws.addAll(flaws(given.orElse(null)));
        if (given.isEmpty() || !flaws.isEmpty()) {
            return SystemOutcome.Refused.of(flaws);
        }
        var pseudonym = secrets.systemPseudonym();
        var system = new Officer(
                secrets.officerId(), pseudonym, pseudonym, asked.terms().roles(), null, true);
        accounts.add(pseudonym, system, "");
        accounts.keepHere(system.id());
        accounts.standing(system.id(), Standing.ASKED);
        systems.add(system.id(), asked);
        systems.add(system.id(), given.get());
        return ask(Kind.ADD, system, asked.terms(), given.get().fingerprint(), by);
    }

    /// Other roles, other addresses, another last day: all that it may from then on.
    @Transactional
    public SystemOutcome terms(String pseudonym, SystemTerms terms, Officer by) {
        return changing(pseudonym, system -> {
            var flaws = terms.flaws(today());
            if (terms.equals(system.terms())) {
                flaws.add(SystemPoint.TERMS_SAME);
            }
            return flaws.isEmpty()
                    ? ask(Kind.TERMS, system.officer(), terms, null, by)
                    : SystemOutcome.Refused.of(flaws);
        });
    }

    /// Another certificate beside the one that is there, so that the system changes from one to the other.
    @Transactional
    public SystemOutcome certificate(String pseudonym, String pem, Officer by) {
        return changing(pseudonym, system -> {
            var given = GivenCertificate.read(pem);
            var flaws = flaws(given.orElse(null));
            if (system.certificates().size() >= CERTIFICATES_MAX) {
                flaws.add(SystemPoint.CERTIFICATES_TWO);
            }
            if (given.isEmpty() || !flaws.isEmpty()) {
                return SystemOutcome.Refused.of(flaws);
            }
            systems.add(system.officer().id(), given.get());
            return ask(
                    Kind.CERTIFICATE,
                    system.officer(),
                    system.terms(),
                    given.get().fingerprint(),
                    by);
        });
    }

    /// It opens nothing any more, from the next call on.
    @Transactional
    public SystemOutcome remove(String pseudonym, String fingerprint, Officer by) {
        return find(pseudonym)
                .flatMap(system -> system.certificates().stream()
                        .filter(one -> one.fingerprint().equals(fingerprint))
                        .findFirst())
                .map(certificate -> {
                    if (!certificate.agreed()) {
                        return SystemOutcome.Refused.of(SystemPoint.SYSTEM_WAITS);
                    }
                    systems.remove(fingerprint);
                    note(by, "REMOVE_CERTIFICATE", pseudonym);
                    return new SystemOutcome.Kept(pseudonym);
                })
                .orElseGet(SystemOutcome.Unseen::new);
    }

    /// The next call with any of its certificates is refused, also on a connection that is open.
    @Transactional
    public SystemOutcome lock(String pseudonym, Officer by) {
        return turn(pseudonym, Standing.ACTIVE, Standing.LOCKED, "LOCK_SYSTEM", by);
    }

    @Transactional
    public SystemOutcome unlock(String pseudonym, Officer by) {
        return turn(pseudonym, Standing.LOCKED, Standing.ACTIVE, "UNLOCK_SYSTEM", by);
    }

    private SystemOutcome turn(String pseudonym, Standing from, Standing to, String action, Officer by) {
        var found = account(pseudonym);
        if (found.isEmpty()) {
            return new SystemOutcome.Unseen();
        }
        if (found.get().standing() != from) {
            return SystemOutcome.Refused.of(SystemPoint.SYSTEM_NOT_NOW);
        }
        accounts.standing(found.get().officer().id(), to);
        note(by, action, pseudonym);
        return new SystemOutcome.Kept(pseudonym);
    }

    private interface Changing {
        SystemOutcome of(ApiSystem system);
    }

    private SystemOutcome changing(String pseudonym, Changing changing) {
        var found = find(pseudonym);
        if (found.isEmpty()) {
            return new SystemOutcome.Unseen();
        }
        var system = found.get();
        if (system.waiting()) {
            return SystemOutcome.Refused.of(SystemPoint.SYSTEM_WAITS);
        }
        return system.standing() == Standing.REFUSED
                ? SystemOutcome.Refused.of(SystemPoint.SYSTEM_NOT_NOW)
                : changing.of(system);
    }

    private SystemOutcome ask(Kind kind, Officer system, SystemTerms terms, @Nullable String fingerprint, Officer by) {
        changes.ask(kind, system.id(), terms, fingerprint, by.id());
        note(by, "ASK_" + kind.name(), system.pseudonym());
        return new SystemOutcome.Asked(system.pseudonym());
    }

    /// @param given null if it could not be read
    private Set<SystemPoint> flaws(@Nullable GivenCertificate given) {
        var flaws = EnumSet.noneOf(SystemPoint.class);
        if (given == null) {
            flaws.add(SystemPoint.CERTIFICATE_UNREADABLE);
            return flaws;
        }
        if (clock.instant().isAfter(given.notAfter())) {
            flaws.add(SystemPoint.CERTIFICATE_ENDED);
        }
        if (given.weak()) {
            flaws.add(SystemPoint.CERTIFICATE_WEAK);
        }
        if (systems.certificate(given.fingerprint()).isPresent()) {
            flaws.add(SystemPoint.CERTIFICATE_KNOWN);
        }
        return flaws;
    }

    private Optional<Account> account(String pseudonym) {
        return accounts.known(pseudonym).filter(account -> account.officer().system());
    }

    private ApiSystem system(ApiSystems.Row row) {
        var account = accounts.with(row.officer()).orElseThrow();
        return new ApiSystem(
                account.officer(),
                row.name(),
                row.contact(),
                row.purpose(),
                account.standing(),
                new SystemTerms(account.officer().roles(), row.sources(), row.lastDay()),
                systems.certificates(row.officer()),
                changes.waits(row.officer()));
    }

    private void note(Officer by, String action, String system) {
        audit.write(new AuditEntry(by.pseudonym(), action, system, null, AuditEntry.DONE));
    }
}
