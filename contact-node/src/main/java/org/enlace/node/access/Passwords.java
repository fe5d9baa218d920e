package org.enlace.node.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps passwords as Argon2id (19 MiB, 2 passes: OWASP's minimum) and says which are too weak to be set.
@Component
public final class Passwords {
    /// Why a password may not be set.
    public enum Weakness {
        SHORT,
        COMMON,
        LONG
    }

    /// What comparing a password came to.
    enum Match {
        SAME,
        OTHER,
        /// So many wait already that it was not compared.
        BUSY
    }

    private static final int LENGTH_MIN = 15;
    private static final int LENGTH_MAX = 256;

    /// Different letters and digits that must be left when the common words are taken away.
    private static final int OWN_MIN = 6;

    /// At most so many at once: guessing from many sides must not take the node's memory.
    private static final int AT_ONCE_MAX = 4;

    /// At most so many wait for that: a few seconds of work.
    private static final int WAITING_MAX = 60;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /// What a password is compared with where there is no such account: takes as long, and no match counts.
    private static final String NOBODY =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(MEMORY_KIB, PASSES, base64(SALT_BYTES), base64(HASH_BYTES));

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    private final Semaphore atOnce = new Semaphore(AT_ONCE_MAX);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX + WAITING_MAX);
    private final List<String> common = common();

    /// @return nothing if it may be set
    public Optional<Weakness> weakness(String password) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            return Optional.of(Weakness.SHORT);
        }
        if (password.length() > LENGTH_MAX) {
            return Optional.of(Weakness.LONG);
        }
        return own(password) < OWN_MIN ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    /// @throws IllegalArgumentException if it is too weak to be set
    public String hash(String password) {
        weakness(password).ifPresent(why -> {
            throw new IllegalArgumentException("This password may not be set: " + why);
        });
        return guarded(() -> argon2.encode(password));
    }

    /// Takes as long for an account that does not exist.
    Match matches(String password, Optional<String> hash) {
        if (!places.tryAcquire()) {
            return Match.BUSY;
        }
        try {
            var bounded = password.length() > LENGTH_MAX ? password.substring(0, LENGTH_MAX) : password;
            var same = guarded(() -> argon2.matches(bounded, hash.orElse(NOBODY)));
            return same && hash.isPresent() && bounded.length() == password.length() ? Match.SAME : Match.OTHER;
        } finally {
            places.release();
        }
    }

    private static String base64(int zeros) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[zeros]);
    }

    private long own(String password) {
        var left = Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        for (var word : common) {
            left = left.replace(word, "");
        }
        return left.length() < OWN_MIN + 2 ? 0 : left.codePoints().distinct().count();
    }

    private <T> T guarded(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static List<String> common() {
        try {
            return new ClassPathResource("access/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }
}
