package org.enlace.directory;

import java.time.Instant;

/// One version of the directory as it was signed and, by the time this object exists, verified: only
/// [DirectoryVerifier] makes one.
public final class SignedDirectory {
    private final byte[] bytes;
    private final Directory content;
    private final String hash;

    SignedDirectory(byte[] bytes, Directory content, String hash) {
        this.bytes = bytes.clone();
        this.content = content;
        this.hash = hash;
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

    /// Lower-case hex SHA-256 of what the officers signed: how a version is named, chained and pinned. The
    /// signatures are no part of it, so that who leaves one out or writes it in another way has the same version
    /// in his hands.
    public String hash() {
        return hash;
    }

    /// After this nothing may be sent under this version, and what arrives waits.
    public boolean expiredAt(Instant now) {
        return !now.isBefore(content.expiresAt());
    }

    @Override
    public String toString() {
        return "SignedDirectory[" + version() + ", " + hash + "]";
    }
}
