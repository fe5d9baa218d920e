package org.enlace.node.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// The key of this node that wraps all keys under which content rests. It never is in the database.
///
/// @param epoch counts the renewals of this key, from 1
record StorageKey(int epoch, SecretKey key) {
    private static final String WRAP = "AES/KWP/NoPadding";

    byte[] wrap(SecretKey content) {
        try {
            Cipher cipher = Cipher.getInstance(WRAP);
            cipher.init(Cipher.WRAP_MODE, key);
            return cipher.wrap(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot wrap AES keys", e);
        }
    }

    SecretKey unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(WRAP);
            cipher.init(Cipher.UNWRAP_MODE, key);
            return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(
                    "A stored key was not wrapped by the storage key of this node; is the right file configured?", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot unwrap AES keys", e);
        }
    }

    @Override
    public String toString() {
        return "StorageKey[" + epoch + "]";
    }
}
