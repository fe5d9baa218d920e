package org.enlace.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/// Debian's Chromium on this machine. Installs it if it is missing and we may; says how to get it if we may not.
public final class InstalledChromium {
    private static final String HOW = "The browser tests need Chromium. Install it: apt-get install chromium";

    private InstalledChromium() {}

    /// @throws IllegalStateException if there is none and it cannot be installed
    public static Path program() {
        return found().orElseGet(InstalledChromium::installed);
    }

    private static Optional<Path> found() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// One of the test processes installs, the others wait for it.
    private static Path installed() {
        var lock = Path.of(System.getProperty("java.io.tmpdir"), "enlace-chromium.lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            if (found().isEmpty()) {
                run("apt-get", "update", "-qq");
                run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(HOW, e);
        }
        return found().orElseThrow(() -> new IllegalStateException(HOW));
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(HOW);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(HOW, e);
        }
    }
}
