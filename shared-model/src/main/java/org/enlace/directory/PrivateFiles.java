package org.enlace.directory;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read. Needs a file system with POSIX permissions.
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = Set.of(OWNER_READ, OWNER_WRITE);

    private PrivateFiles() {}

    /// Replaces the file in one step; it never exists with other permissions than 600, and once this returns it is
    /// there also after a power cut.
    public static void write(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(folder, ".new", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.write(fresh, bytes, StandardOpenOption.DSYNC);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be written: " + file, e);
        }
    }

    /// Whether nobody but the owner has any right to the file.
    public static boolean isPrivate(Path file) {
        try {
            return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + file, e);
        }
    }

    /// @throws IllegalStateException if anyone but the owner has any right to the file
    public static byte[] read(Path file) {
        try {
            if (!isPrivate(file)) {
                throw new IllegalStateException("Others may use this file; set its permissions to 600: " + file
                        + " has " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot be read: " + file, e);
        }
    }
}
