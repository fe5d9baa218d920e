package org.enlace.node.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.enlace.node.inspection.Scanner.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void theTestFileIsFoundWhereverItLiesAndOthersAreClean() throws IOException {
        Path file = folder.resolve("clamd.ctl");
        try (var _ = new SmallClamd(UnixDomainSocketAddress.of(file), 1 << 20)) {
            Scanner scanner = new Clamd("unix:" + file, LONG);

            assertThat(scan(scanner, SmallClamd.EICAR.getBytes(US_ASCII))).isEqualTo(Finding.MALWARE);
            assertThat(scan(scanner, (" ".repeat(200_000) + SmallClamd.EICAR).getBytes(US_ASCII)))
                    .isEqualTo(Finding.MALWARE);
            assertThat(scan(scanner, new byte[200_000])).isEqualTo(Finding.CLEAN);
            assertThat(scan(scanner, new byte[0])).isEqualTo(Finding.CLEAN);
        }
    }

    @Test
    void aFileThatIsMoreThanTheScannerTakesIsNotScanned() throws IOException {
        try (var clamd = new SmallClamd(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100_000)) {
            Scanner scanner = new Clamd(port(clamd), LONG);

            assertThat(scan(scanner, new byte[4 << 20])).isEqualTo(Finding.NOT_SCANNED);
            assertThat(scan(scanner, new byte[1000])).isEqualTo(Finding.CLEAN);
        }
    }

    @Test
    void noScannerAndOneThatSaysNothingAreNoReasonToTrustAFile() throws IOException {
        String nobody;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            nobody = Integer.toString(silent.getLocalPort());
            assertThat(scan(new Clamd(nobody, Duration.ofMillis(300)), new byte[10]))
                    .isEqualTo(Finding.NOT_SCANNED);
        }
        assertThat(scan(new Clamd(nobody, LONG), new byte[10])).isEqualTo(Finding.NOT_SCANNED);
        assertThat(scan(new Clamd("unix:" + folder.resolve("none"), LONG), new byte[10]))
                .isEqualTo(Finding.NOT_SCANNED);
    }

    private static String port(SmallClamd clamd) throws IOException {
        return Integer.toString(((InetSocketAddress) clamd.address()).getPort());
    }

    private static Finding scan(Scanner scanner, byte[] file) {
        return scanner.scan(new ByteArrayInputStream(file));
    }
}
