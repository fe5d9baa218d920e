package org.enlace.node.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Versions of the signed directory as files, `1.der`, `2.der` and so on. Nothing here is trusted.
record DirectoryFolder(Path path) {
    /// No version is longer; what is, is not read.
    private static final long BYTES_MAX = 2_000_000;

    /// @throws UncheckedIOException if the file is there and cannot be read
    Optional<byte[]> version(int number) {
        Path file = path.resolve(number + ".der");
        try {
            return Files.isRegularFile(file) && Files.size(file) <= BYTES_MAX
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Version " + number + " of the directory cannot be read from its folder", e);
        }
    }
}
