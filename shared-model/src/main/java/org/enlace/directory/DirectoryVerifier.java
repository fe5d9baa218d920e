package org.enlace.directory;

import java.time.Instant;
import java.util.List;

/// Decides whether a version of the directory may be trusted. Never throws for hostile bytes.
///
/// @see <a href="https://theupdateframework.github.io/specification/latest/#update-root">The Update Framework §5.3</a>
public final class DirectoryVerifier {

    /// Starts from nothing: the first candidate must be the genesis whose fingerprint the members compared in person,
    /// the others its successors.
    ///
    /// @param pinned lower-case hex SHA-256 of version 1
    public DirectoryVerdict start(String pinned, List<byte[]> candidates, Instant now) {
        return new DirectoryVerdict.Rejected(DirectoryRejection.NOT_A_DIRECTORY, 0);
    }

    /// Judges the successors of what we trust, all or none. Those before the last may have expired: a node that was
    /// away walks through them.
    public DirectoryVerdict accept(TrustedDirectories trusted, List<byte[]> candidates, Instant now) {
        return new DirectoryVerdict.Rejected(DirectoryRejection.NOT_A_DIRECTORY, 0);
    }
}
