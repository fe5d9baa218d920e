package org.enlace.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Debian's Chromium on this machine, driven by Playwright. Installs it if it is missing and we may; says how to get it
/// if we may not.
public final class InstalledChromium {
    /// Neither the sandbox, which root does not get, nor anything that calls home.
    private static final List<String> CALM = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String HOW = "The browser tests need Chromium. Install it: apt-get install chromium";

    private InstalledChromium() {}

    /// What drives it; brings no browser of its own.
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /// @throws IllegalStateException if there is none and it cannot be installed
    public static Browser launch(Playwright driver) {
        return driver.chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(found().orElseGet(InstalledChromium::installed))
                        .setHeadless(true)
                        .setArgs(CALM));
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
