package org.enlace.node.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.directory.PrivateFiles;

/// The PKCS#12 file that holds the storage key.
final class StorageKeyFile {
    private static final String ALIAS = "storage-1";

    private final Path path;
    private final char[] password;

    StorageKeyFile(Path path, char[] password) {
        this.path = path;
        this.password = password.clone();
    }

    boolean exists() {
        return Files.exists(path);
    }

    StorageKey load() {
        try (InputStream in = new ByteArrayInputStream(PrivateFiles.read(path))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(ALIAS, password) instanceof SecretKey key) {
                return new StorageKey(1, key);
            }
            throw new IllegalStateException("The file of the storage key holds no key named " + ALIAS);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The file of the storage key cannot be opened with the password of the keys", e);
        }
    }

    /// Makes a new key, on the disk before it is used.
    StorageKey create(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        SecretKey key = new SecretKeySpec(bytes, "AES");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setEntry(ALIAS, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            PrivateFiles.write(path, out.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The storage key cannot be written to its file", e);
        }
        return new StorageKey(1, key);
    }
}
