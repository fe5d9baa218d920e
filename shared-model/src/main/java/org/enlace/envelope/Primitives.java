package org.enlace.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The primitives of suite S1, each by the provider that was chosen for it.
record Primitives(Provider ecdsa, Provider mlDsa, Provider ecdh, Provider mlKem, Provider aesGcm) {
    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final String P256 = "secp256r1";
    private static final String ECDSA = "SHA256withECDSA";
    private static final String ML_DSA = "ML-DSA-65";
    private static final String ML_KEM = "ML-KEM-1024";

    static Primitives bouncyCastle() {
        Provider all = new BouncyCastleProvider();
        return new Primitives(all, all, all, all, all);
    }

    /// In the one form that [EcdsaForm] allows. Signs until the length is the usual one, so that the size of an
    /// envelope tells nothing but its bucket.
    byte[] signEc(PrivateKey key, byte[] data, SecureRandom random) throws GeneralSecurityException {
        for (int tries = 0; tries < 256; tries++) {
            byte[] signature = EcdsaForm.lowS(sign(ECDSA, ecdsa, "EC", key, data, random));
            if (signature.length == EcdsaForm.USUAL_LENGTH) {
                return signature;
            }
        }
        throw new SignatureException("The EC key makes signatures that do not vary");
    }

    boolean verifyEc(PublicKey key, byte[] data, byte[] signature) throws GeneralSecurityException {
        return EcdsaForm.isCanonical(signature) && verify(ECDSA, ecdsa, "EC", key, data, signature);
    }

    byte[] signPq(PrivateKey key, byte[] data, SecureRandom random) throws GeneralSecurityException {
        return sign(ML_DSA, mlDsa, ML_DSA, key, data, random);
    }

    boolean verifyPq(PublicKey key, byte[] data, byte[] signature) throws GeneralSecurityException {
        return verify(ML_DSA, mlDsa, ML_DSA, key, data, signature);
    }

    KeyPair ephemeral(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", ecdh);
        generator.initialize(new ECGenParameterSpec(P256), random);
        return generator.generateKeyPair();
    }

    byte[] agree(PrivateKey mine, PublicKey theirs) throws GeneralSecurityException {
        KeyAgreement agreement =
                Keys.inModule(mine) ? KeyAgreement.getInstance("ECDH") : KeyAgreement.getInstance("ECDH", ecdh);
        agreement.init(Keys.to(ecdh, "EC", mine));
        agreement.doPhase(Keys.to(ecdh, "EC", theirs), true);
        return agreement.generateSecret();
    }

    /// @return a shared secret of 32 bytes and what carries it
    KEM.Encapsulated encapsulate(PublicKey theirs, SecureRandom random) throws GeneralSecurityException {
        return KEM.getInstance(ML_KEM, mlKem)
                .newEncapsulator(Keys.to(mlKem, ML_KEM, theirs), random)
                .encapsulate();
    }

    /// @return the shared secret of 32 bytes
    byte[] decapsulate(PrivateKey mine, byte[] ciphertext) throws GeneralSecurityException {
        return KEM.getInstance(ML_KEM, mlKem)
                .newDecapsulator(Keys.to(mlKem, ML_KEM, mine))
                .decapsulate(ciphertext)
                .getEncoded();
    }

    /// @return ciphertext, then tag
    byte[] encrypt(byte[] key, byte[] nonce, byte[] plain) throws GeneralSecurityException {
        return gcm(Cipher.ENCRYPT_MODE, key, nonce, plain);
    }

    /// @param sealed ciphertext, then tag
    /// @return nothing before the tag is right
    byte[] decrypt(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
        return gcm(Cipher.DECRYPT_MODE, key, nonce, sealed);
    }

    private byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] in) throws GeneralSecurityException {
        if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new InvalidKeyException("Content keys have 32 bytes, nonces 12");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", aesGcm);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        return cipher.doFinal(in);
    }

    private static byte[] sign(
            String algorithm, Provider provider, String family, PrivateKey key, byte[] data, SecureRandom random)
            throws GeneralSecurityException {
        Signature signature =
                Keys.inModule(key) ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
        signature.initSign(Keys.to(provider, family, key), random);
        signature.update(data);
        return signature.sign();
    }

    private static boolean verify(
            String algorithm, Provider provider, String family, PublicKey key, byte[] data, byte[] bytes)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initVerify(Keys.to(provider, family, key));
        signature.update(data);
        try {
            return signature.verify(bytes);
        } catch (SignatureException malformed) {
            return false;
        }
    }
}
