package org.enlace.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An OpenSSL command line. Tests that need one fail without it: a judge that did not come has not agreed.
final class OpenSsl {
    private static final String HOW = """
            This test needs OpenSSL 3.6 or later beside the system's own. Either let
            src/test/openssl/fetch-openssl.sh fetch one from Debian's packages (it needs the network once), or set
            ENLACE_OPENSSL to the path of one that you have. It said:
            """;

    private final String command;

    private OpenSsl(String command) {
        this.command = command;
    }

    record Result(int code, String output) {}

    /// OpenSSL 3 as every distribution has it.
    static OpenSsl ofTheSystem() {
        OpenSsl openSsl = new OpenSsl("openssl");
        assertThat(openSsl.run("version").output()).startsWith("OpenSSL 3.");
        return openSsl;
    }

    /// One that knows ML-KEM and ML-DSA in CMS.
    static OpenSsl knowingLattices() {
        String given = System.getenv("ENLACE_OPENSSL");
        if (given != null) {
            return new OpenSsl(given);
        }
        Result fetched =
                run(List.of("sh", Path.of("src/test/openssl/fetch-openssl.sh").toString()));
        assertThat(fetched.code()).as("%s%s", HOW, fetched.output()).isZero();
        List<String> lines = fetched.output().strip().lines().toList();
        return new OpenSsl(lines.getLast());
    }

    Result run(String... arguments) {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(arguments));
        return run(whole);
    }

    void succeed(String... arguments) {
        Result result = run(arguments);
        assertThat(result.code())
                .as("openssl %s: %s", arguments[1], result.output())
                .isZero();
    }

    private static Result run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(HOW, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while OpenSSL ran", e);
        }
    }
}
