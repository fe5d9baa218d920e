package org.enlace.trial;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.bouncycastle.jcajce.spec.MLKEMParameterSpec;

/// The kinds of keys that suite S1 needs.
enum KeyKind {
    P256("EC"),
    ML_DSA_65("ML-DSA"),
    ML_KEM_1024("ML-KEM");

    private final String algorithm;

    KeyKind(String algorithm) {
        this.algorithm = algorithm;
    }

    KeyPair generate(Provider provider, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
            generator.initialize(parameters(), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider cannot make " + name() + " keys", e);
        }
    }

    private AlgorithmParameterSpec parameters() {
        return switch (this) {
            case P256 -> new ECGenParameterSpec("secp256r1");
            case ML_DSA_65 -> MLDSAParameterSpec.ml_dsa_65;
            case ML_KEM_1024 -> MLKEMParameterSpec.ml_kem_1024;
        };
    }
}
