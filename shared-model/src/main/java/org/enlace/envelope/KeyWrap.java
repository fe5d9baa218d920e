package org.enlace.envelope;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// From a shared secret to the content key: key derivation and AES-256 key wrap. Both sides erase what they
/// are given.
final class KeyWrap {
    static final int WRAPPED_BYTES = Primitives.KEY_BYTES + 8;

    private KeyWrap() {}

    /// The derivation of ANSI X9.63 with SHA-256.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc5753#section-7.2">RFC 5753 §7.2</a>
    static byte[] x963(byte[] secret, byte[] sharedInfo) {
        KDF2BytesGenerator generator = new KDF2BytesGenerator(SHA256Digest.newInstance());
        generator.init(new KDFParameters(secret, sharedInfo));
        byte[] key = new byte[Primitives.KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    /// HKDF with SHA-256, without salt.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9629#section-5">RFC 9629 §5</a>
    static byte[] hkdf(byte[] secret, byte[] info) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(secret, null, info));
        byte[] key = new byte[Primitives.KEY_BYTES];
        generator.generateBytes(key, 0, key.length);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    static byte[] wrap(byte[] wrappingKey, byte[] contentKey) {
        AESWrapEngine engine = new AESWrapEngine();
        engine.init(true, new KeyParameter(wrappingKey));
        Arrays.fill(wrappingKey, (byte) 0);
        return engine.wrap(contentKey, 0, contentKey.length);
    }

    /// @throws InvalidCipherTextException if it is not a key of 32 bytes wrapped under this one
    static byte[] unwrap(byte[] wrappingKey, byte[] wrapped) throws InvalidCipherTextException {
        if (wrapped.length != WRAPPED_BYTES) {
            throw new InvalidCipherTextException("Content keys have 32 bytes");
        }
        AESWrapEngine engine = new AESWrapEngine();
        engine.init(false, new KeyParameter(wrappingKey));
        Arrays.fill(wrappingKey, (byte) 0);
        return engine.unwrap(wrapped, 0, wrapped.length);
    }
}
