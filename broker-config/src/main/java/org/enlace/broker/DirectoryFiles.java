package org.enlace.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlace.directory.DirectoryVerdict;
import org.enlace.directory.DirectoryVerifier;
import org.enlace.directory.TrustedDirectories;

/// A folder with every version of the signed directory, `1.der`, `2.der` and so on.
final class DirectoryFiles {
    private DirectoryFiles() {}

    /// Every version, after the whole chain was verified from the pinned first one.
    ///
    /// @throws IllegalStateException if a version does not verify
    static TrustedDirectories read(Path folder, String genesis, Instant now) throws IOException {
        List<byte[]> versions = new ArrayList<>();
        for (Path file = folder.resolve("1.der");
                Files.exists(file);
                file = folder.resolve(versions.size() + 1 + ".der")) {
            versions.add(Files.readAllBytes(file));
        }
        if (versions.isEmpty()) {
            throw new NoSuchFileException(folder.resolve("1.der").toString());
        }
        return switch (new DirectoryVerifier().start(genesis, versions, now)) {
            case DirectoryVerdict.Accepted(var directories) -> directories;
            case DirectoryVerdict.Rejected(var why, int position) ->
                throw new IllegalStateException(
                        "Version " + (position + 1) + " of the directory does not verify: " + why);
        };
    }
}
