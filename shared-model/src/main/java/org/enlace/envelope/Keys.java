package org.enlace.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.bouncycastle.jcajce.interfaces.MLKEMPrivateKey;

/// Hands a key of one provider to another.
final class Keys {
    private Keys() {}

    /// A key that cannot leave its hardware module; whoever holds it must compute with it.
    static boolean inModule(PrivateKey key) {
        return key.getEncoded() == null;
    }

    static PublicKey to(Provider provider, String algorithm, PublicKey key) throws GeneralSecurityException {
        if (isAlready(provider, key)) {
            return key;
        }
        return KeyFactory.getInstance(algorithm, provider).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    }

    static PrivateKey to(Provider provider, String algorithm, PrivateKey key) throws GeneralSecurityException {
        if (inModule(key) || isAlready(provider, key)) {
            return key;
        }
        KeyFactory factory = KeyFactory.getInstance(algorithm, provider);
        return switch (key) {
            case MLDSAPrivateKey lattice
            when isOther(provider) -> factory.generatePrivate(expanded(key, lattice.getPrivateData()));
            case MLKEMPrivateKey lattice
            when isOther(provider) -> factory.generatePrivate(expanded(key, lattice.getPrivateData()));
            default -> factory.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        };
    }

    /// Bouncy Castle reads certificates and key files, so most of what it computes with is its own already.
    private static boolean isAlready(Provider provider, Key key) {
        return !isOther(provider) && key.getClass().getName().startsWith("org.bouncycastle.jcajce.provider.");
    }

    private static boolean isOther(Provider provider) {
        return !provider.getName().equals("BC");
    }

    /// Bouncy Castle writes seed and expanded key, the JDK reads the expanded key alone.
    private static PKCS8EncodedKeySpec expanded(PrivateKey key, byte[] expanded) throws InvalidKeyException {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
            return new PKCS8EncodedKeySpec(
                    new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), new DEROctetString(expanded)).getEncoded());
        } catch (IOException e) {
            throw new InvalidKeyException("A key that cannot be encoded", e);
        }
    }
}
