package org.enlace.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Folders and files for what tests write. They go when this JVM ends; what a JVM that was killed has left goes when
/// the next one begins.
public final class Scratch {
    private static final Pattern OF_PROCESS = Pattern.compile("([0-9]+)-.*");
    private static final Path HERE = begin();

    private Scratch() {}

    /// A new folder.
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(HERE, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new file, for its owner alone.
    public static Path file(String name, String ending) {
        try {
            return Files.createTempFile(HERE, name, ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path begin() {
        var all = Path.of(System.getProperty("java.io.tmpdir"), "enlace-tests-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(all);
            leftBehind(all).forEach(Scratch::delete);
            var here = Files.createTempDirectory(all, ProcessHandle.current().pid() + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(here)));
            return here;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> leftBehind(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            return folders.filter(folder -> isLeftBehind(folder.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isLeftBehind(String folder) {
        var process = OF_PROCESS.matcher(folder);
        return process.matches()
                && ProcessHandle.of(Long.parseLong(process.group(1))).isEmpty();
    }

    /// What somebody still writes to, or has removed in the meantime, is left to the next who begins.
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            System.err.println("Left behind: " + folder);
        }
    }
}
