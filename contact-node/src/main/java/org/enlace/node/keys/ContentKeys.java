package org.enlace.node.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.node.StoredTime;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Encrypts with AES-256-GCM under keys that have a name and lie wrapped in the database. A cell is
/// `0x01 | epoch of the key (4) | nonce (12) | ciphertext and tag`; its place is authenticated, so cells cannot be
/// swapped.
final class ContentKeys {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + Integer.BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final JdbcTemplate database;
    private final StorageKey storageKey;
    private final SecureRandom random;
    private final Clock clock;

    ContentKeys(JdbcTemplate database, StorageKey storageKey, SecureRandom random, Clock clock) {
        this.database = database;
        this.storageKey = storageKey;
        this.random = random;
        this.clock = clock;
    }

    /// @param name of the key, made now if there is none
    /// @param place where the cell lies: table, column, row
    byte[] seal(String name, String place, byte[] plain) {
        return seal(name, null, place, plain);
    }

    /// @param caseRef the case with which the key is destroyed at the latest, null if none
    byte[] seal(String name, @Nullable String caseRef, String place, byte[] plain) {
        SecretKey key = find(name).orElseGet(() -> make(name, caseRef));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, storageKey.epoch(), name, place, plain);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(FORMAT)
                .putInt(storageKey.epoch())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @throws KeyDestroyed if the key is gone
    /// @throws IllegalStateException if the cell was changed or moved
    byte[] open(String name, String place, byte[] cell) {
        return open(find(name).orElseThrow(() -> new KeyDestroyed(name)), name, place, cell);
    }

    /// Several under one key, which is looked for once.
    ///
    /// @param cells by place
    /// @throws KeyDestroyed if the key is gone
    /// @throws IllegalStateException if one of the cells was changed or moved
    Map<String, byte[]> open(String name, Map<String, byte[]> cells) {
        if (cells.isEmpty()) {
            return Map.of();
        }
        SecretKey key = find(name).orElseThrow(() -> new KeyDestroyed(name));
        Map<String, byte[]> opened = new HashMap<>();
        cells.forEach((place, cell) -> opened.put(place, open(key, name, place, cell)));
        return opened;
    }

    /// @param name of a key that encrypts nothing, made now if there is none
    List<byte[]> marks(String name, List<byte[]> things) {
        SecretKey key = find(name).orElseGet(() -> make(name, null));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return things.stream().map(mac::doFinal).toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot use HMAC-SHA-256", e);
        }
    }

    private static byte[] open(SecretKey key, String name, String place, byte[] cell) {
        if (cell.length < HEAD_BYTES || cell[0] != FORMAT) {
            throw damaged(place, null);
        }
        ByteBuffer in = ByteBuffer.wrap(cell, 1, cell.length - 1);
        int epoch = in.getInt();
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, epoch, name, place, sealed);
    }

    /// Destroys the key of this name and those that end with it.
    ///
    /// @return whether there was such a key
    boolean destroy(String name) {
        return database.update("delete from storage_key where name = ? or case_ref = ?", name, name) > 0;
    }

    boolean any() {
        Long count = database.queryForObject("select count(*) from storage_key", Long.class);
        return count != null && count > 0;
    }

    private Optional<SecretKey> find(String name) {
        return database
                .query("select wrapped from storage_key where name = ?", (row, _) -> row.getBytes(1), name)
                .stream()
                .findFirst()
                .map(storageKey::unwrap);
    }

    private SecretKey make(String name, @Nullable String caseRef) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        SecretKey key = new SecretKeySpec(bytes, "AES");
        byte[] wrapped = storageKey.wrap(key);
        boolean ours = Boolean.TRUE.equals(database.execute((Connection connection) -> {
            Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
            try {
                insert(connection, name, caseRef, wrapped);
                return true;
            } catch (SQLException e) {
                if (before != null) {
                    connection.rollback(before);
                }
                if (database.getExceptionTranslator().translate("make a key", null, e)
                        instanceof DuplicateKeyException) {
                    return false;
                }
                throw e;
            }
        }));
        // Another transaction may have made it in the same moment: then that one counts.
        return ours ? key : find(name).orElseThrow(() -> new KeyDestroyed(name));
    }

    private void insert(Connection connection, String name, @Nullable String caseRef, byte[] wrapped)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into storage_key (name, key_epoch, wrapped, created_at, case_ref) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setInt(2, storageKey.epoch());
            insert.setBytes(3, wrapped);
            insert.setObject(4, StoredTime.utc(clock.instant()));
            insert.setString(5, caseRef);
            insert.executeUpdate();
        }
    }

    private static byte[] cipher(
            int mode, SecretKey key, byte[] nonce, int epoch, String name, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((place + "|" + name + "|" + epoch).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw damaged(place, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot use AES-256-GCM", e);
        }
    }

    private static IllegalStateException damaged(String place, @Nullable Throwable cause) {
        return new IllegalStateException("The stored cell " + place + " was changed or moved", cause);
    }
}
