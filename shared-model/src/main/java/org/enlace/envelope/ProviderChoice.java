package org.enlace.envelope;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.KEM;

/// Picks the providers: for each part the first candidate that agrees with Bouncy Castle in both directions, else
/// Bouncy Castle. The order is that of measured speed: Amazon Corretto's (if it is on the class path) for
/// curves and AES, the JDK's for lattices. The JDK's curves are slower than Bouncy Castle's and no candidates.
final class ProviderChoice {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final byte[] DATA = {1, 2, 3, 5, 7, 11, 13};

    private final Primitives base = Primitives.bouncyCastle();
    private final SecureRandom random = new SecureRandom();

    Primitives fastest() {
        List<Provider> curves = corretto().toList();
        List<Provider> ciphers = Stream.concat(jdk("SunJCE"), curves.stream()).toList();
        return choose(curves, jdk("SUN").toList(), ciphers);
    }

    /// @param curves candidates for ECDSA and ECDH, best first
    /// @param signers candidates for ML-DSA
    /// @param ciphers candidates for ML-KEM and AES-GCM
    Primitives choose(List<Provider> curves, List<Provider> signers, List<Provider> ciphers) {
        return new Primitives(
                first(curves, this::signsCurves),
                first(signers, this::signsLattices),
                first(curves, this::agrees),
                first(ciphers, this::encapsulates),
                first(ciphers, this::encrypts));
    }

    /// Every provider that passes, for tests that want each pair.
    List<Primitives> all() {
        List<Primitives> all = new ArrayList<>();
        all.add(base);
        corretto()
                .filter(this::signsCurves)
                .forEach(it -> all.add(new Primitives(it, base.mlDsa(), it, base.mlKem(), it)));
        jdk("SunEC")
                .filter(this::signsCurves)
                .forEach(it -> all.add(new Primitives(it, base.mlDsa(), it, base.mlKem(), base.aesGcm())));
        jdk("SunJCE")
                .filter(this::encapsulates)
                .forEach(it -> jdk("SUN")
                        .filter(this::signsLattices)
                        .forEach(signer -> all.add(new Primitives(base.ecdsa(), signer, base.ecdh(), it, it))));
        all.add(fastest());
        return all;
    }

    private Provider first(List<Provider> candidates, Predicate<Provider> passes) {
        return candidates.stream().filter(passes).findFirst().orElse(base.ecdsa());
    }

    private static Stream<Provider> jdk(String name) {
        return Stream.ofNullable(Security.getProvider(name));
    }

    /// Native code for some platforms only, so it may be absent or fail to load.
    private static Stream<Provider> corretto() {
        try {
            return Stream.of(Class.forName(CORRETTO)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
            return Stream.empty();
        }
    }

    private boolean signsCurves(Provider candidate) {
        Primitives other = new Primitives(candidate, base.mlDsa(), base.ecdh(), base.mlKem(), base.aesGcm());
        return passes(() -> {
            KeyPair key = base.ephemeral(random);
            byte[] changed = Arrays.copyOf(DATA, DATA.length + 1);
            byte[] theirs = other.signEc(key.getPrivate(), DATA, random);
            return base.verifyEc(key.getPublic(), DATA, theirs)
                    && other.verifyEc(key.getPublic(), DATA, base.signEc(key.getPrivate(), DATA, random))
                    && !other.verifyEc(key.getPublic(), changed, theirs);
        });
    }

    private boolean signsLattices(Provider candidate) {
        Primitives other = new Primitives(base.ecdsa(), candidate, base.ecdh(), base.mlKem(), base.aesGcm());
        return passes(() -> {
            KeyPair key =
                    KeyPairGenerator.getInstance("ML-DSA-65", base.mlDsa()).generateKeyPair();
            byte[] changed = Arrays.copyOf(DATA, DATA.length + 1);
            byte[] theirs = other.signPq(key.getPrivate(), DATA, random);
            return base.verifyPq(key.getPublic(), DATA, theirs)
                    && other.verifyPq(key.getPublic(), DATA, base.signPq(key.getPrivate(), DATA, random))
                    && !other.verifyPq(key.getPublic(), changed, theirs);
        });
    }

    private boolean agrees(Provider candidate) {
        Primitives other = new Primitives(base.ecdsa(), base.mlDsa(), candidate, base.mlKem(), base.aesGcm());
        return passes(() -> {
            KeyPair one = base.ephemeral(random);
            KeyPair two = other.ephemeral(random);
            return Arrays.equals(
                    base.agree(one.getPrivate(), two.getPublic()), other.agree(two.getPrivate(), one.getPublic()));
        });
    }

    private boolean encapsulates(Provider candidate) {
        Primitives other = new Primitives(base.ecdsa(), base.mlDsa(), base.ecdh(), candidate, base.aesGcm());
        return passes(() -> {
            KeyPair key =
                    KeyPairGenerator.getInstance("ML-KEM-1024", base.mlKem()).generateKeyPair();
            KEM.Encapsulated ours = base.encapsulate(key.getPublic(), random);
            KEM.Encapsulated theirs = other.encapsulate(key.getPublic(), random);
            return Arrays.equals(ours.key().getEncoded(), other.decapsulate(key.getPrivate(), ours.encapsulation()))
                    && Arrays.equals(
                            theirs.key().getEncoded(), base.decapsulate(key.getPrivate(), theirs.encapsulation()));
        });
    }

    private boolean encrypts(Provider candidate) {
        Primitives other = new Primitives(base.ecdsa(), base.mlDsa(), base.ecdh(), base.mlKem(), candidate);
        return passes(() -> {
            byte[] key = new byte[Primitives.KEY_BYTES];
            byte[] nonce = new byte[Primitives.NONCE_BYTES];
            random.nextBytes(key);
            random.nextBytes(nonce);
            byte[] sealed = base.encrypt(key, nonce, DATA);
            return Arrays.equals(sealed, other.encrypt(key, nonce, DATA))
                    && Arrays.equals(DATA, other.decrypt(key, nonce, sealed));
        });
    }

    private interface SelfTest {
        boolean holds() throws GeneralSecurityException;
    }

    private static boolean passes(SelfTest test) {
        try {
            return test.holds();
        } catch (GeneralSecurityException | RuntimeException | LinkageError unusable) {
            return false;
        }
    }
}
