package org.enlace.node.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.node.audit.AuditEntry;
import org.enlace.node.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What officers do with their own second factor.
@Service
public class SecondFactors {
    private static final int CODES = 10;
    private static final int CODE_GROUPS = 4;

    /// @param on whether a code of the phone is asked for at the door
    /// @param any whether there is a phone or a passkey: a password alone is not enough
    /// @param codesLeft recovery codes that were not used yet
    /// @param required whether this node lets nobody in without
    public record State(boolean on, boolean any, int codesLeft, boolean required) {}

    /// What goes into the telephone.
    ///
    /// @param secret to type
    /// @param uri the same for a camera
    public record Enrolment(String secret, String uri) {
        /// Prints neither.
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    private final FactorStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final boolean required;
    private final Secrets secrets = new Secrets();

    SecondFactors(
            FactorStore store,
            Accounts accounts,
            Sessions sessions,
            AuditLog audit,
            Clock clock,
            AccessSettings settings) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.required = settings.secondFactor() == AccessSettings.SecondFactor.REQUIRED;
    }

    @Transactional(readOnly = true)
    public State state(Officer officer) {
        var any = accounts.with(officer.id()).filter(Account::secondFactor).isPresent();
        return new State(store.on(officer.id()), any, any ? store.left(officer.id()) : 0, required);
    }

    /// Whether this node lets officers in by their password alone.
    public boolean optional() {
        return !required;
    }

    /// Makes a new secret. What is in use stays in use until a code proves that the new one has arrived.
    ///
    /// @param issuer what the telephone shows beside the code
    @Transactional
    public Enrolment begin(Officer officer, String issuer) {
        var secret = secrets.bytes(Totp.SECRET_BYTES);
        store.pending(officer.id(), secret);
        return enrolment(officer, issuer, secret);
    }

    /// The one that was begun, as long as no code has proven it.
    @Transactional(readOnly = true)
    public Optional<Enrolment> begun(Officer officer, String issuer) {
        return store.pending(officer.id()).map(secret -> enrolment(officer, issuer, secret));
    }

    /// Takes the secret that was begun into use if the code is of it, ends all other sessions of the officer, and makes
    /// recovery codes, which are shown this once.
    ///
    /// @return nothing if the code is wrong
    @Transactional
    public Optional<List<String>> confirm(Officer officer, String code, SessionKey here) {
        var secret = store.pending(officer.id());
        var step = secret.stream()
                .flatMapToLong(made -> Totp.match(made, Secrets.typed(code), clock.instant()).stream())
                .findFirst();
        if (secret.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        store.secret(officer.id(), secret.get(), step.getAsLong());
        sessions.endOthers(officer.id(), here);
        note(officer, "SECOND_FACTOR_ON");
        return Optional.of(codes(officer));
    }

    /// Makes new recovery codes; those before open nothing any more.
    ///
    /// @return nothing without a second factor
    @Transactional
    public Optional<List<String>> renew(Officer officer) {
        if (!state(officer).any()) {
            return Optional.empty();
        }
        note(officer, "RECOVERY_CODES");
        return Optional.of(codes(officer));
    }

    /// Puts new recovery codes in the place of those before.
    @Transactional
    List<String> codes(Officer officer) {
        var codes = Stream.generate(() -> secrets.readable(CODE_GROUPS))
                .limit(CODES)
                .toList();
        store.recovery(officer.id(), codes);
        return codes;
    }

    private void note(Officer officer, String action) {
        audit.write(new AuditEntry(officer.pseudonym(), action, officer.pseudonym(), null, AuditEntry.DONE));
    }

    /// The telephone learns the pseudonym, not the name.
    private static Enrolment enrolment(Officer officer, String issuer, byte[] secret) {
        var text = Base32.of(secret);
        var by = URLEncoder.encode(issuer, StandardCharsets.UTF_8).replace("+", "%20");
        var uri = "otpauth://totp/" + by + ":" + officer.pseudonym() + "?secret=" + text + "&issuer=" + by;
        return new Enrolment(text.replaceAll("(.{4})(?=.)", "$1 "), uri);
    }
}
