package org.enlace.node.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Versions of the signed directory as files, `1.der`, `2.der` and so on. Nothing here is trusted.
record DirectoryFolder(Path path) {

    /// The bytes of all versions from this one on, up to the first that is missing.
    List<byte[]> from(int version) {
        List<byte[]> found = new ArrayList<>();
        try {
            for (int next = version; Files.exists(file(next)); next++) {
                found.add(Files.readAllBytes(file(next)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("A version of the directory cannot be read from its folder", e);
        }
        return found;
    }

    private Path file(int version) {
        return path.resolve(version + ".der");
    }
}
