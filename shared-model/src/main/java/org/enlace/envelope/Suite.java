package org.enlace.envelope;

import java.util.Map;
import java.util.TreeMap;

/// Suite S1: ECDSA P-256 with ML-DSA-65, ECDH P-256 inside ML-KEM-1024, AES-256-GCM; and who computes each.
/// Whoever computes it, the bytes on the wire are the same.
public final class Suite {
    /// As directories and headers name it.
    public static final String NAME = "S1";

    private final Primitives primitives;

    Suite(Primitives primitives) {
        this.primitives = primitives;
    }

    /// Everything by Bouncy Castle: slower, but on every machine.
    public static Suite bouncyCastle() {
        return new Suite(Primitives.bouncyCastle());
    }

    /// The fastest provider on this machine for each part, of those that pass a self-test against Bouncy Castle.
    public static Suite fastest() {
        return new Suite(new ProviderChoice().fastest());
    }

    /// Who computes what, for the operator: part to provider.
    public Map<String, String> providers() {
        return new TreeMap<>(Map.of(
                "ECDSA", primitives.ecdsa().getName(),
                "ML-DSA", primitives.mlDsa().getName(),
                "ECDH", primitives.ecdh().getName(),
                "ML-KEM", primitives.mlKem().getName(),
                "AES-GCM", primitives.aesGcm().getName()));
    }

    Primitives primitives() {
        return primitives;
    }
}
