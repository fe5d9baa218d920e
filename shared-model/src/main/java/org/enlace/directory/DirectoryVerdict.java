package org.enlace.directory;

/// What [DirectoryVerifier] says about bytes that claim to be a version of the directory.
public sealed interface DirectoryVerdict {

    /// @param directories what may be trusted from now on; persist its newest version before using it
    record Accepted(TrustedDirectories directories) implements DirectoryVerdict {}

    /// Nothing changes: what was trusted before is trusted still.
    ///
    /// @param version position of the refused one among the candidates, from 0
    record Rejected(DirectoryRejection why, int version) implements DirectoryVerdict {}
}
