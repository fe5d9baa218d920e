package org.enlace.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One file of `docs/vectors`: lines of `name: value`, an empty line, then the envelope in base64.
///
/// @param says what it shows, in a sentence
/// @param section of `protocol.md`
/// @param directories how many versions of the directory the reader, MX, has
/// @param expected `OPENED` or the name of a refusal
/// @param digest of the signed data, if it is opened; likewise `chainHash`
record Vector(
        String says,
        String section,
        String topic,
        Instant receivedAt,
        int directories,
        String expected,
        String digest,
        String chainHash,
        Bytes envelope) {
    static final Path FOLDER = Path.of("docs/vectors");
    static final String OPENED = "OPENED";

    /// Bytes that compare by reference; nobody compares them.
    static final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }

        byte[] value() {
            return value;
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static Vector read(Path file) throws IOException {
        String[] halves = Files.readString(file).split("\n\n", 2);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : halves[0].split("\n", -1)) {
            String[] field = line.split(": ", 2);
            fields.put(field[0], field[1]);
        }
        byte[] bytes = fields.containsKey("zeros")
                ? new byte[Integer.parseInt(fields.getOrDefault("zeros", "0"))]
                : Base64.getMimeDecoder().decode(halves[1]);
        return new Vector(
                fields.getOrDefault("says", ""),
                fields.getOrDefault("section", ""),
                fields.getOrDefault("topic", ""),
                Instant.parse(fields.getOrDefault("received", "")),
                Integer.parseInt(fields.getOrDefault("directories", "")),
                fields.getOrDefault("expect", ""),
                fields.getOrDefault("digest", ""),
                fields.getOrDefault("chain", ""),
                new Bytes(bytes));
    }

    void write(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("says: ").append(says).append('\n');
        text.append("section: ").append(section).append('\n');
        text.append("topic: ").append(topic).append('\n');
        text.append("received: ").append(receivedAt).append('\n');
        text.append("directories: ").append(directories).append('\n');
        text.append("expect: ").append(expected).append('\n');
        if (!digest.isEmpty()) {
            text.append("digest: ").append(digest).append('\n');
            text.append("chain: ").append(chainHash).append('\n');
        }
        byte[] bytes = envelope.value();
        if (bytes.length > Limits.ENVELOPE_MAX) {
            text.append("zeros: ").append(bytes.length).append("\n\n");
        } else {
            text.append('\n').append(base64(bytes));
        }
        Files.writeString(FOLDER.resolve(name + ".txt"), text.toString());
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(120, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes) + "\n";
    }
}
