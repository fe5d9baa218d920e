package org.enlace.node.access;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.enlace.node.access.SystemCertificate.Refusal;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says which system calls, by the certificate whose key TLS has proven. Everything is read anew for each call:
/// what was locked, removed or has ended opens nothing from then on, also on a connection that is open.
@Component
final class SystemSignIns {
    sealed interface Outcome {
        record Done(Officer system) implements Outcome {}

        record Failed() implements Outcome {}

        /// @param left before another try with this certificate from there is looked at
        record Wait(Duration left) implements Outcome {}
    }

    private final Accounts accounts;
    private final ApiSystems systems;
    private final Tries tries;
    private final AuditLog audit;
    private final AccessSettings settings;
    private final Clock clock;

    SystemSignIns(
            Accounts accounts, ApiSystems systems, Tries tries, AuditLog audit, AccessSettings settings, Clock clock) {
        this.accounts = accounts;
        this.systems = systems;
        this.tries = tries;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param source where the call came from
    Outcome attempt(X509Certificate certificate, String source) {
        var fingerprint = fingerprint(certificate);
        var known = systems.certificate(fingerprint);
        if (known.isEmpty()) {
            return refused(fingerprint, source, null, null);
        }
        var account = systems.owner(fingerprint).flatMap(accounts::with).orElseThrow();
        var why = refusal(known.get(), account, source);
        if (why != null) {
            return refused(fingerprint, source, account.officer(), why);
        }
        if (systems.seen(known.get())) {
            note(account.officer().pseudonym(), AuditEntry.DONE);
        }
        return new Outcome.Done(account.officer());
    }

    private @Nullable Refusal refusal(SystemCertificate certificate, Account account, String source) {
        var now = clock.instant();
        var validity = certificate.validity(now);
        if (validity != null) {
            return validity;
        }
        if (account.standing() == Standing.LOCKED) {
            return Refusal.LOCKED;
        }
        if (!certificate.agreed() || account.standing() != Standing.ACTIVE) {
            return Refusal.NOT_AGREED;
        }
        var system = systems.with(account.officer().id()).orElseThrow();
        if (now.atZone(settings.zone()).toLocalDate().isAfter(system.lastDay())) {
            return Refusal.ENDED;
        }
        return Sources.cover(system.sources(), source) ? null : Refusal.ELSEWHERE;
    }

    /// Counted like a wrong password: a machine that repeats itself does not fill the audit log.
    ///
    /// @param why null for a certificate that this node does not know
    private Outcome refused(String fingerprint, String source, @Nullable Officer system, @Nullable Refusal why) {
        var left = tries.begin(fingerprint, source);
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        if (system == null || why == null) {
            tries.failed(Door.SYSTEMS);
        } else {
            systems.refused(fingerprint, why);
            note(system.pseudonym(), why.name());
        }
        return new Outcome.Failed();
    }

    private void note(String system, String outcome) {
        audit.write(new AuditEntry(system, "SIGN_IN", Door.SYSTEMS.code(), null, outcome));
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return GivenCertificate.fingerprint(certificate);
        } catch (CertificateException e) {
            throw new IllegalStateException("TLS has read this certificate and it cannot be written", e);
        }
    }
}
