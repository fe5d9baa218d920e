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
import org.jspecify.annotations.Nullable;

/// What names and passwords brought by API calls have turned out to be, by a keyed hash and only in memory. It holds as
/// long as the account has the same password and is not disabled.
final class Proofs {
    /// A password found right is asked again after so long without a call.
    private static final Duration RIGHT_IDLE_MAX = Duration.ofMinutes(15);

    /// A password found wrong is no new guess for so long, however often a machine repeats it.
    private static final Duration WRONG_MAX = Duration.ofMinutes(15);

    /// A code is of one call and of those that follow it from the same place with the same code, for so long at most.
    private static final Duration CODE_MAX = Duration.ofMinutes(15);

    private static final int KEPT_MAX = 1_000;

    /// @param at when it was found
    private record Proof(String account, Instant at, Instant until) {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Proof> right = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Proof> wrong = new LinkedHashMap<>(16, 0.75f, true);

    Proofs(Clock clock) {
        this.clock = clock;
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /// When it was found right last; empty if it is not known to be.
    synchronized Optional<Instant> right(String proof, Optional<Account> account) {
        var found = right.get(proof);
        if (account.isEmpty() || found == null || !holds(found, account)) {
            return Optional.empty();
        }
        if (!account.get().secondFactor()) {
            keepRight(proof, account.get());
            return Optional.of(clock.instant());
        }
        return Optional.of(found.at());
    }

    synchronized boolean wrong(String proof, Optional<Account> account) {
        return holds(wrong.get(proof), account);
    }

    synchronized void keepRight(String proof, Account account) {
        keep(right, proof, Optional.of(account), account.secondFactor() ? CODE_MAX : RIGHT_IDLE_MAX);
    }

    synchronized void keepWrong(String proof, Optional<Account> account) {
        keep(wrong, proof, account, WRONG_MAX);
    }

    /// Names what a call brought, without holding it.
    ///
    /// @param code empty if it brought none
    /// @param source where it came from; with a code, what opens from one place opens from no other
    String of(String username, String password, String code, String source) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(Accounts.normal(username).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            if (!code.isEmpty()) {
                mac.update((code + "\0" + source + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private void keep(Map<String, Proof> proofs, String proof, Optional<Account> account, Duration time) {
        proofs.put(
                proof,
                new Proof(state(account), clock.instant(), clock.instant().plus(time)));
        if (proofs.size() > KEPT_MAX) {
            proofs.remove(proofs.keySet().iterator().next());
        }
    }

    private boolean holds(@Nullable Proof found, Optional<Account> account) {
        return found != null
                && clock.instant().isBefore(found.until())
                && found.account().equals(state(account));
    }

    private static String state(Optional<Account> account) {
        return account.map(known -> known.officer().id() + " " + known.in() + " " + known.secondFactor() + " "
                        + known.passwordHash())
                .orElse("");
    }
}
