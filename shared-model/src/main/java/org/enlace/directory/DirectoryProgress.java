package org.enlace.directory;

import java.util.Map;

/// What came of versions that were offered.
///
/// @param directories what may be trusted from now on; persist its new versions before using it
/// @param refused why, by position among those offered, from 0; those that were taken are not in it
public record DirectoryProgress(TrustedDirectories directories, Map<Integer, DirectoryRejection> refused) {

    public DirectoryProgress {
        refused = Map.copyOf(refused);
    }
}
