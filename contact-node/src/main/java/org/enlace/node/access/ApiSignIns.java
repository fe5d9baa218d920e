package org.enlace.node.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Checks the name and password that each call of the API brings. A password found right is remembered for a short
/// while by a keyed hash, because Argon2id is made to be slow; the account itself is read anew for each call.
@Component
final class ApiSignIns {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int REMEMBERED_MAX = 1_000;

    private record Proof(OfficerId officer, String passwordHash, Instant until) {}

    sealed interface Outcome {
        record Done(Officer officer) implements Outcome {}

        record Failed() implements Outcome {}

        record Wait(Duration left) implements Outcome {}
    }

    private final SignIn signIn;
    private final Accounts accounts;
    private final Tries tries;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Proof> proofs = new LinkedHashMap<>(16, 0.75f, true);

    ApiSignIns(SignIn signIn, Accounts accounts, Tries tries, Clock clock) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.tries = tries;
        this.clock = clock;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    Outcome attempt(String username, String password, String source) {
        var proof = mac(username, password);
        var known = remembered(proof);
        if (known.isPresent()) {
            return new Outcome.Done(known.get());
        }
        var left = tries.wait(username, source);
        if (left.isPositive()) {
            return new Outcome.Wait(left);
        }
        var account = signIn.check(username, password);
        if (account.isEmpty()) {
            tries.failed(username, source);
            return new Outcome.Failed();
        }
        tries.succeeded(username, source);
        remember(proof, account.get());
        return new Outcome.Done(account.get().officer());
    }

    private Optional<Officer> remembered(String proof) {
        Proof found;
        synchronized (proofs) {
            found = proofs.get(proof);
        }
        if (found == null || !clock.instant().isBefore(found.until())) {
            return Optional.empty();
        }
        return accounts.with(found.officer())
                .filter(account -> !account.disabled())
                .filter(account -> account.passwordHash().equals(found.passwordHash()))
                .map(Account::officer);
    }

    private void remember(String proof, Account account) {
        var made = new Proof(
                account.officer().id(), account.passwordHash(), clock.instant().plus(REMEMBERED));
        synchronized (proofs) {
            proofs.put(proof, made);
            if (proofs.size() > REMEMBERED_MAX) {
                proofs.remove(proofs.keySet().iterator().next());
            }
        }
    }

    private String mac(String username, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(Accounts.normal(username).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
