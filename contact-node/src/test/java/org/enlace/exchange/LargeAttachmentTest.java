package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.enlace.exchange.Site.GT;
import static org.enlace.exchange.Site.MX;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.enlace.attachment.Chunk;
import org.enlace.message.MessageId;
import org.enlace.message.NodeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The largest file there may be, through two nodes with less memory than the file has bytes.
@Tag("long")
class LargeAttachmentTest {
    private static final int AS_KILLED = 137;
    /// Less than the file: a node that held it would end.
    private static final int HEAP_MB = 160;
    /// What a message beside the file may take: so many times as long as without it, and as many milliseconds, for a
    /// machine that has other work too.
    private static final int TIMES = 3;

    private static final int SOON = 1_000;

    @Test
    void aFileOf256MiBArrivesWholeThoughBothNodesWereKilledFiveTimes() throws Exception {
        try (Site site = Site.open()) {
            Run from = new Run(site, GT, site.folder("storage"), site.folder("shared"), site.h2());
            Run to = new Run(site, MX, site.folder("storage"), from.shared, site.postgres());

            // After the chunks were published and before that is known; after it is known; after they were stored.
            from.untilKilled("A1:6");
            from.untilKilled("A2:12");
            to.untilKilled("A3:9");
            to.untilKilled("A3:15");
            from.untilKilled("A1:9");
            FutureTask<Map<String, String>> taking = new FutureTask<>(to::untilDone);
            to.said.clear();
            Thread.ofVirtual().start(taking);
            await().atMost(Duration.ofMinutes(2)).until(() -> to.said.containsKey("READY"));
            Map<String, String> sent = from.untilDone();
            to.mayEnd.countDown();
            Map<String, String> taken = taking.get();

            assertThat(taken.get("SHA256")).isEqualTo(sent.get("SHA256")).isEqualTo(expected());
            assertThat(number(sent, "MESSAGES")).isPositive();
            assertThat(number(sent, "BESIDE")).isLessThan(SOON + TIMES * number(sent, "ALONE"));
            System.out.println(sent.get("MESSAGES") + " messages beside it took " + sent.get("BESIDE")
                    + " ms in the median, without it " + sent.get("ALONE"));
            System.out.println("Sealed in " + from.said.get("SEALED") + " ms; the last sender published "
                    + rate(sent) + " MiB/s, the last taker took " + rate(taken) + " MiB/s; heap at most "
                    + sent.get("HEAP") + " and " + taken.get("HEAP") + " MB");
        }
    }

    private static String expected() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        byte[] some = new byte[64 * 1024];
        try (var file = FileNode.file()) {
            for (int count = file.read(some, 0, some.length); count >= 0; count = file.read(some, 0, some.length)) {
                sha256.update(some, 0, count);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static int number(Map<String, String> said, String what) {
        return Integer.parseInt(Objects.requireNonNull(said.get(what)));
    }

    private static long rate(Map<String, String> said) {
        long bytes = Long.parseLong(Objects.requireNonNull(said.get("CHUNKS"))) * Chunk.CLEAR_BYTES;
        return bytes * 1000 / (1024 * 1024) / Math.max(1, Long.parseLong(Objects.requireNonNull(said.get("MILLIS"))));
    }

    /// One node, started again and again on what it left.
    private static final class Run {
        private static final MessageId MESSAGE = Reports.newId();

        private final Site site;
        private final NodeId code;
        private final Path storage;
        private final Path shared;
        private final String[] database;
        private final Map<String, String> said = new ConcurrentHashMap<>();
        /// The node that takes the file goes on taking messages until the one that sends it has measured.
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        private Run(Site site, NodeId code, Path storage, Path shared, String... database) {
            this.site = site;
            this.code = code;
            this.storage = storage;
            this.shared = shared;
            this.database = database;
        }

        void untilKilled(String point) throws IOException, InterruptedException {
            assertThat(end(point)).as("end at %s", point).isEqualTo(AS_KILLED);
        }

        Map<String, String> untilDone() throws IOException, InterruptedException {
            assertThat(end("")).isZero();
            return said;
        }

        private int end(String point) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP_MB + "m",
                    "-XX:+UseSerialGC",
                    "-Djava.io.tmpdir=" + site.folder("left"),
                    "-Denlace.crash=" + point,
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    FileNode.class.getName(),
                    code.value(),
                    site.files().toString(),
                    storage.toString(),
                    site.network().genesisHash(),
                    site.broker().bootstrap(),
                    shared.resolve("compartment.json").toString(),
                    MESSAGE.toString()));
            command.addAll(Arrays.asList(database));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofVirtual().start(() -> endOnceItMay(process));
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .map(line -> line.split(" ", 2))
                        .filter(words -> words.length == 2 && words[0].matches("[A-Z0-9]+"))
                        .forEach(words -> said.put(words[0], words[1]));
            }
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        private void endOnceItMay(Process process) {
            try {
                mayEnd.await();
                process.getOutputStream().close();
            } catch (InterruptedException | IOException e) {
                process.destroyForcibly();
            }
        }
    }
}
