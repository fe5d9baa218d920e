package org.enlace.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.message.MalformedMessage;
import org.enlace.message.MessageId;
import org.enlace.message.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The published vectors for attachments, which were computed by another implementation.
class AttachmentVectorsTest {
    private static final Path FOLDER = Path.of("docs/vectors/attachments");
    private static final HexFormat HEX = HexFormat.of();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesOutAsItSays(Path file) throws IOException {
        Map<String, String> vector = fields(file);
        byte[] clear = clear(vector);
        ChunkCipher sealing = cipher(vector, "", "", "");
        List<byte[]> chunks = new ArrayList<>();
        for (int i = 0; i < sealing.chunks(); i++) {
            int from = i * Chunk.CLEAR_BYTES;
            chunks.add(sealing.seal(i, Arrays.copyOfRange(clear, from, from + sealing.clearBytes(i))));
        }

        assertThat(HEX.formatHex(OtherTeam.derived(
                        HEX.parseHex(text(vector, "key")),
                        HEX.parseHex(text(vector, "salt")),
                        MessageId.parse(text(vector, "message")),
                        Integer.parseInt(text(vector, "number")),
                        clear.length)))
                .isEqualTo(text(vector, "derived"));
        assertThat(chunks).hasSize(Integer.parseInt(text(vector, "chunks")));
        assertThat(HEX.formatHex(chunks.getFirst(), 0, 32)).isEqualTo(text(vector, "first"));
        assertThat(sha256(List.of(clear))).isEqualTo(text(vector, "clear-sha256"));
        assertThat(sha256(chunks)).isEqualTo(text(vector, "sealed-sha256"));

        edit(chunks, vector.getOrDefault("edit", ""));
        ChunkCipher opening = cipher(
                vector,
                vector.getOrDefault("opened-as-message", ""),
                vector.getOrDefault("opened-as-number", ""),
                vector.getOrDefault("opened-as-length", ""));
        assertThat(outcome(opening, chunks, clear)).isEqualTo(text(vector, "expect"));
    }

    @Test
    void thereAreVectorsForBothOutcomes() throws IOException {
        assertThat(files()).hasSizeGreaterThan(10);
        assertThat(files().stream().map(AttachmentVectorsTest::fields).map(it -> text(it, "expect")))
                .contains("OPENED", "REFUSED 0", "REFUSED 1");
    }

    @Test
    void theCompartmentIsReadAndIsTheSameWhenWrittenAgain() throws IOException, MalformedMessage {
        byte[] json = Files.readAllBytes(FOLDER.resolve("compartment.json"));

        assertThat(StrictJson.tree(Attachments.read(json).write())).isEqualTo(StrictJson.tree(json));
    }

    private static String outcome(ChunkCipher opening, List<byte[]> chunks, byte[] clear) {
        for (int i = 0; i < opening.chunks(); i++) {
            var opened = opening.open(i, chunks.get(i));
            if (opened.isEmpty()) {
                return "REFUSED " + i;
            }
            int from = i * Chunk.CLEAR_BYTES;
            assertThat(opened.get()).isEqualTo(Arrays.copyOfRange(clear, from, from + opening.clearBytes(i)));
        }
        return "OPENED";
    }

    private static void edit(List<byte[]> chunks, String edit) {
        String[] words = edit.split(" ", -1);
        int chunk = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        int other = words.length > 2 ? Integer.parseInt(words[2]) : 0;
        switch (words[0]) {
            case "" -> {}
            case "flip" -> chunks.get(chunk)[other] ^= 1;
            case "cut" -> chunks.set(chunk, Arrays.copyOf(chunks.get(chunk), other));
            case "repeat" -> chunks.set(other, chunks.get(chunk));
            case "chunks" -> chunks.set(other, chunks.set(chunk, chunks.get(other)));
            case "segments" -> swap(chunks.get(chunk), other, Integer.parseInt(words[3]));
            default -> throw new IllegalArgumentException("No such edit");
        }
    }

    private static void swap(byte[] chunk, int one, int other) {
        int size = Chunk.SEGMENT_BYTES + ChunkCipher.TAG_BYTES;
        byte[] kept = Arrays.copyOfRange(chunk, one * size, (one + 1) * size);
        System.arraycopy(chunk, other * size, chunk, one * size, size);
        System.arraycopy(kept, 0, chunk, other * size, size);
    }

    private static ChunkCipher cipher(Map<String, String> vector, String message, String number, String length) {
        return new ChunkCipher(
                HEX.parseHex(text(vector, "key")),
                HEX.parseHex(text(vector, "salt")),
                MessageId.parse(message.isEmpty() ? text(vector, "message") : message),
                Integer.parseInt(number.isEmpty() ? text(vector, "number") : number),
                Long.parseLong(length.isEmpty() ? text(vector, "length") : length));
    }

    private static byte[] clear(Map<String, String> vector) {
        byte[] pattern = HEX.parseHex(text(vector, "pattern"));
        byte[] clear = new byte[Integer.parseInt(text(vector, "length"))];
        for (int i = 0; i < clear.length; i++) {
            clear[i] = pattern[i % pattern.length];
        }
        return clear;
    }

    private static String sha256(List<byte[]> parts) {
        MessageDigest digest = Sha256.start();
        parts.forEach(digest::update);
        return Sha256.hex(digest);
    }

    private static String text(Map<String, String> vector, String name) {
        String text = vector.get(name);
        assertThat(text).as(name).isNotNull();
        return text == null ? "" : text;
    }

    private static Map<String, String> fields(Path file) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] field = line.split(": ", 2);
                fields.put(field[0], field[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }
}
