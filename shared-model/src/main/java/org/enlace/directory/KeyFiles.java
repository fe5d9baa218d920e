package org.enlace.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Keeps a node's private keys in a PKCS #12 file that nobody but its owner may read.
///
/// The JDK writes the file, because OpenSSL reads what it writes; Bouncy Castle reads it, because the JDK does not take
/// ML-DSA and ML-KEM keys that keep their seed. Neither needs a provider registered in the JVM.
public final class KeyFiles {
    private static final String SIGNING_EC = "signing-ec";
    private static final String SIGNING_PQ = "signing-pq";

    private KeyFiles() {}

    /// Writes the file anew, with permission 600, or leaves the old one as it was.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public static void save(Path file, char[] password, KeyRing keys) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            SigningKeys signing = keys.signing();
            put(store, SIGNING_EC, signing.ec(), signing.certEc(), password);
            put(store, SIGNING_PQ, signing.pq(), signing.certPq(), password);
            List<DecryptionPair> pairs = keys.decryption().pairs();
            for (int i = 0; i < pairs.size(); i++) {
                put(store, decryptionEc(i), pairs.get(i).ec(), pairs.get(i).certEc(), password);
                put(store, decryptionKem(i), pairs.get(i).kem(), pairs.get(i).certKem(), password);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            PrivateFiles.write(file, bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("These keys do not fit into a PKCS #12 file", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Key file cannot be written: " + file, e);
        }
    }

    /// @throws IllegalStateException if others may read the file, the password is wrong or a key is missing
    /// @throws UncheckedIOException if it cannot be read
    public static KeyRing load(Path file, char[] password) {
        byte[] bytes = PrivateFiles.read(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", Certificates.BOUNCY_CASTLE);
            store.load(new ByteArrayInputStream(bytes), password);
            SigningKeys signing = new SigningKeys(
                    key(store, SIGNING_EC, password),
                    certificate(store, SIGNING_EC),
                    key(store, SIGNING_PQ, password),
                    certificate(store, SIGNING_PQ));
            List<DecryptionPair> pairs = new ArrayList<>();
            for (int i = 0; store.isKeyEntry(decryptionEc(i)); i++) {
                pairs.add(new DecryptionPair(
                        key(store, decryptionEc(i), password),
                        certificate(store, decryptionEc(i)),
                        key(store, decryptionKem(i), password),
                        certificate(store, decryptionKem(i))));
            }
            return new KeyRing(signing, new DecryptionKeys(pairs));
        } catch (GeneralSecurityException | IOException e) {
            // The library's own text may quote what it read.
            throw new IllegalStateException("Key file cannot be opened; is its password right? " + file);
        }
    }

    /// The first line of a file that nobody but its owner may read.
    ///
    /// @throws IllegalStateException if others may read it or it is empty
    public static char[] password(Path file) {
        String text = new String(PrivateFiles.read(file), StandardCharsets.UTF_8);
        char[] line = text.lines().findFirst().orElse("").toCharArray();
        if (line.length == 0) {
            throw new IllegalStateException("Password file is empty: " + file);
        }
        return line;
    }

    private static void put(KeyStore store, String alias, PrivateKey key, X509Certificate certificate, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, key, password, new Certificate[] {certificate});
    }

    private static PrivateKey key(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
            return key;
        }
        throw new IllegalStateException("Key file has no private key named " + alias);
    }

    private static X509Certificate certificate(KeyStore store, String alias) throws GeneralSecurityException {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new IllegalStateException("Key file has no certificate named " + alias);
    }

    private static String decryptionEc(int number) {
        return "decryption-" + number + "-ec";
    }

    private static String decryptionKem(int number) {
        return "decryption-" + number + "-kem";
    }
}
