package org.enlace.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One version of the directory as it was signed and, by the time this object exists, verified: only
/// [DirectoryVerifier] makes one.
public final class SignedDirectory {
    private final byte[] bytes;
    private final Directory content;
    private final String hash;

    SignedDirectory(byte[] bytes, Directory content) {
        this.bytes = bytes.clone();
        this.content = content;
        this.hash = hashOf(bytes);
    }

    /// The CMS SignedData in DER, as it came.
    public byte[] bytes() {
        return bytes.clone();
    }

    public Directory content() {
        return content;
    }

    public int version() {
        return content.version();
    }

    /// Lower-case hex SHA-256 of [#bytes].
    public String hash() {
        return hash;
    }

    /// After this nothing may be sent under this version, and what arrives waits.
    public boolean expiredAt(Instant now) {
        return !now.isBefore(content.expiresAt());
    }

    /// Lower-case hex SHA-256: how a version is named, chained and pinned.
    public static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SignedDirectory[" + version() + ", " + hash + "]";
    }
}
