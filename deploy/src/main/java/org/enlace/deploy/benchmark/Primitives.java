package org.enlace.deploy.benchmark;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The bare cryptography of one message to one recipient, called as directly as Java allows and with the providers that
/// the suite chose: no ASN.1, no JSON, no rules. What our envelope costs more than this is our own doing.
final class Primitives {
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String ECDSA = "SHA256withECDSA";
    private static final String ML_DSA = "ML-DSA-65";
    private static final String ML_KEM = "ML-KEM-1024";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Provider> providers = new HashMap<>();
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final byte[] message;
    private final KeyPair signer;
    private final KeyPair latticeSigner;
    private final KeyPair recipient;
    private final KeyPair latticeRecipient;
    private final KeyPair ephemeral;
    private final byte[] signature;
    private final byte[] latticeSignature;
    private final byte[] encapsulation;
    private final byte[] nonce;
    private final byte[] ciphertext;

    /// @param chosen provider by part, as the suite names them
    Primitives(Map<String, String> chosen, int messageBytes) throws GeneralSecurityException {
        for (Map.Entry<String, String> part : chosen.entrySet()) {
            providers.put(part.getKey(), provider(part.getValue()));
        }
        this.message = random(messageBytes);
        this.signer = curve("ECDSA");
        this.recipient = curve("ECDH");
        this.ephemeral = curve("ECDH");
        this.latticeSigner = KeyPairGenerator.getInstance(ML_DSA, of("ML-DSA")).generateKeyPair();
        this.latticeRecipient =
                KeyPairGenerator.getInstance(ML_KEM, of("ML-KEM")).generateKeyPair();
        this.signature = sign(ECDSA, "ECDSA", signer);
        this.latticeSignature = sign(ML_DSA, "ML-DSA", latticeSigner);
        this.encapsulation = encapsulate().encapsulation();
        this.nonce = random(12);
        this.ciphertext = gcm(Cipher.ENCRYPT_MODE, nonce, message);
    }

    void seal() throws GeneralSecurityException {
        sign(ECDSA, "ECDSA", signer);
        sign(ML_DSA, "ML-DSA", latticeSigner);
        agree(curve("ECDH"), recipient);
        encapsulate();
        gcm(Cipher.ENCRYPT_MODE, random(12), message);
        gcm(Cipher.ENCRYPT_MODE, random(12), message);
    }

    void open() throws GeneralSecurityException {
        KEM.getInstance(ML_KEM, of("ML-KEM"))
                .newDecapsulator(latticeRecipient.getPrivate())
                .decapsulate(encapsulation);
        agree(recipient, ephemeral);
        gcm(Cipher.DECRYPT_MODE, nonce, ciphertext);
        gcm(Cipher.DECRYPT_MODE, nonce, ciphertext);
        verify(ECDSA, "ECDSA", signer, signature);
        verify(ML_DSA, "ML-DSA", latticeSigner, latticeSignature);
    }

    private byte[] random(int bytes) {
        byte[] all = new byte[bytes];
        random.nextBytes(all);
        return all;
    }

    private KeyPair curve(String part) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", of(part));
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private byte[] agree(KeyPair mine, KeyPair theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", of("ECDH"));
        agreement.init(mine.getPrivate());
        agreement.doPhase(theirs.getPublic(), true);
        return agreement.generateSecret();
    }

    private KEM.Encapsulated encapsulate() throws GeneralSecurityException {
        return KEM.getInstance(ML_KEM, of("ML-KEM"))
                .newEncapsulator(latticeRecipient.getPublic(), random)
                .encapsulate();
    }

    private byte[] gcm(int mode, byte[] iv, byte[] in) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", of("AES-GCM"));
        cipher.init(mode, key, new GCMParameterSpec(128, iv));
        return cipher.doFinal(in);
    }

    private byte[] sign(String algorithm, String part, KeyPair keys) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(algorithm, of(part));
        signing.initSign(keys.getPrivate(), random);
        signing.update(message);
        return signing.sign();
    }

    private void verify(String algorithm, String part, KeyPair keys, byte[] bytes) throws GeneralSecurityException {
        Signature verifying = Signature.getInstance(algorithm, of(part));
        verifying.initVerify(keys.getPublic());
        verifying.update(message);
        if (!verifying.verify(bytes)) {
            throw new IllegalStateException(of(part).getName() + " does not verify what it signed");
        }
    }

    private Provider of(String part) {
        Provider provider = providers.get(part);
        if (provider == null) {
            throw new IllegalStateException("The suite names no provider for " + part);
        }
        return provider;
    }

    private static Provider provider(String name) throws GeneralSecurityException {
        Provider registered = Security.getProvider(name);
        if (registered != null) {
            return registered;
        }
        if (name.equals(BouncyCastleProvider.PROVIDER_NAME)) {
            return new BouncyCastleProvider();
        }
        try {
            return Class.forName(CORRETTO)
                    .asSubclass(Provider.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new GeneralSecurityException("Unknown provider " + name, e);
        }
    }
}
